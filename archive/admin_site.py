"""The editors' admin site: Django's own, with the archive's name and its tables grouped by what an editor is doing."""

from threading import RLock
from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.admin.apps import SimpleAdminConfig
from django.http import HttpRequest
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _

GROUPS = (
    ("statements", _("Statements"), ("Statement", "ChangeProposal", "Speaker", "Occasion")),
    ("claims", _("Claims said again"), ("Suggestion", "OccasionSuggestion", "Judgement", "Claim", "Occurrence")),
    ("sources", _("Sources"), ("Document", "CopySuggestion", "NoticeSuggestion", "Article", "Outlet", "Feed")),
    ("history", _("History"), ("Event", "Revision", "Redirect")),
    ("people", _("People"), ("User",)),
)


class RecordSite(AdminSite):
    """Tables whose names stand in no group come last, under their app.

    What `archive.admin` registers is imported when somebody asks what is registered: reading, drafting and linking come with it, half of a
    start and a quarter of a worker's memory, of which readers of the site need nothing.
    """

    site_header = _("On Record")
    site_title = _("On Record")
    index_title = _("The editors' side")
    site_url = "/"

    def __init__(self, name: str = "admin") -> None:
        self._discovering, self._is_discovered = RLock(), False
        super().__init__(name)

    @property
    def _registry(self) -> dict[Any, Any]:
        with self._discovering:  # by one thread, which looks here again meanwhile
            if not self._is_discovered:
                self._is_discovered = True
                autodiscover_modules("admin", register_to=self)
            return self._registered

    @_registry.setter
    def _registry(self, registered: dict[Any, Any]) -> None:
        self._registered = registered

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[dict]:
        apps = super().get_app_list(request, app_label)
        if app_label is not None:
            return apps
        ours = [app for app in apps if app["app_label"] == "archive"]
        grouped = [group for app in ours for group in _groups(app)]
        return grouped + [app for app in apps if app["app_label"] != "archive"]


def _groups(app: dict) -> list[dict]:
    models = {model["object_name"]: model for model in app["models"]}
    groups = [
        app | {"app_label": label, "name": heading, "models": [models.pop(name) for name in names if name in models]}
        for label, heading, names in GROUPS
    ]
    rest = app | {"models": list(models.values())}
    return [group for group in [*groups, rest] if group["models"]]


class RecordAdminConfig(SimpleAdminConfig):
    """Stands in INSTALLED_APPS in place of django.contrib.admin."""

    default_site = "archive.admin_site.RecordSite"
