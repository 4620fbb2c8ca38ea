"""The editors' admin site: Django's own, with the archive's name and its tables grouped by what an editor is doing."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from threading import RLock
from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.admin.apps import SimpleAdminConfig
from django.core.exceptions import BadRequest
from django.db import DataError, NotSupportedError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _

logger = logging.getLogger(__name__)
GROUPS = (
    ("statements", _("Statements"), ("Statement", "ChangeProposal", "Speaker", "Occasion")),
    ("claims", _("Claims said again"), ("Suggestion", "OccasionSuggestion", "Judgement", "Claim", "Occurrence")),
    ("sources", _("Sources"), ("Document", "CopySuggestion", "NoticeSuggestion", "Article", "Outlet", "Feed")),
    ("history", _("History"), ("Event", "Revision", "Redirect")),
    ("people", _("People"), ("User", "AccessChange")),
)

NO_VALUE = ("NUL", "expected a number but got")  # what is said of a text that no row has, and of what is no row's number


@contextmanager
def unreadable_refused(request: HttpRequest) -> Iterator[None]:
    """A number beyond all rows, half a letter, a sign that no database keeps: in whatever parameter it stands, it is no fault of ours.

    An address may also ask a column what no such column can be asked; that is refused in the same way, and stands in the log.
    """
    try:
        yield
    except (OverflowError, DataError, UnicodeError) as error:
        raise BadRequest("This address or form holds what no row can have.") from error
    except (NotSupportedError, TypeError, ValueError) as error:
        is_of_a_lookup = request.method in ("GET", "HEAD") and request.GET
        if not is_of_a_lookup and not any(one in str(error) for one in NO_VALUE):
            raise
        logger.warning("Refused at %s", request.path, exc_info=error)
        raise BadRequest("This address or form asks what no row can be asked.") from error


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

    # The same door as the desk's

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        from archive.desk.together import sign_in  # noqa: PLC0415 - tables: this module is read before they are

        return sign_in.through_the_door(request, lambda: super(RecordSite, self).login(request, extra_context))

    def password_change(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        return redirect("desk:password")

    def admin_view(self, view: Callable[..., Any], cacheable: bool = False) -> Callable[..., HttpResponse]:
        """Who has a second step gives its code before any of these pages."""
        from archive.signing_in import second_step  # noqa: PLC0415 - tables: this module is read before they are

        guarded = super().admin_view(view, cacheable)

        @wraps(guarded)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            with unreadable_refused(request):
                answer = second_step.missing(request) or guarded(request, *args, **kwargs)
                return answer.render() if hasattr(answer, "render") else answer

        return answer

    def get_urls(self) -> list[Any]:
        ours = path("r/<path:content_type_id>/<path:object_id>/", self.admin_view(self.on_site), name="view_on_site")
        return [ours, *super().get_urls()]

    def on_site(self, request: HttpRequest, content_type_id: str, object_id: str) -> HttpResponse:
        """Leads to the public page of a row, for who may see the row; to others there is none."""
        from django.contrib.contenttypes.models import ContentType  # noqa: PLC0415 - a table: this module is read before they are

        kinds = ContentType.objects.filter(app_label="archive", pk=int(content_type_id[:19]) if content_type_id.isdecimal() else None)
        model = next((kind.model_class() for kind in kinds), None)
        of_table = self._registry.get(model)
        row = of_table and of_table.get_object(request, object_id)
        if not row or not of_table.has_view_permission(request, row) or not hasattr(row, "get_absolute_url"):
            raise Http404
        return redirect(row.get_absolute_url())

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """With what the daily look at the log found, for those who run the site."""
        from archive.figures.log_faults import told_to  # noqa: PLC0415 - tables are not there yet when this module is imported

        return super().index(request, told_to(request.user) | (extra_context or {}))

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
