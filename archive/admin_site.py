"""The editors' admin site: Django's own, with the archive's name and its tables grouped by what an editor is doing."""

from django.contrib.admin import AdminSite
from django.contrib.admin.apps import AdminConfig
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

GROUPS = (
    ("statements", _("Statements"), ("Statement", "ChangeProposal", "Speaker", "Occasion")),
    ("claims", _("Claims said again"), ("Suggestion", "OccasionSuggestion", "Judgement", "Claim", "Occurrence")),
    ("sources", _("Sources"), ("Document", "CopySuggestion", "NoticeSuggestion", "Article", "Outlet", "Feed")),
    ("history", _("History"), ("Event", "Revision", "Redirect")),
    ("people", _("People"), ("User",)),
)


class RecordSite(AdminSite):
    """Tables whose names stand in no group come last, under their app."""

    site_header = _("On Record")
    site_title = _("On Record")
    index_title = _("The editors' side")
    site_url = "/"

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


class RecordAdminConfig(AdminConfig):
    """Stands in INSTALLED_APPS in place of django.contrib.admin."""

    default_site = "archive.admin_site.RecordSite"
