"""What every page of the desk shows around its own: where one can go, who is here, which keys work."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from archive.desk.access import desk_page, may
from archive.desk.keys import HELP, Key


@dataclass(frozen=True)
class Place:
    """An entry of the desk's navigation."""

    name: str  # of its address
    label: Any
    permissions: tuple[str, ...] = ()


PLACES = (
    Place("desk:home", gettext_lazy("What waits")),
    Place("desk:add", gettext_lazy("Add"), ("add_document",)),
    Place("desk:documents", gettext_lazy("Documents")),
    Place("desk:statements", gettext_lazy("Statements")),
    Place("desk:pairs", gettext_lazy("Said again?"), ("judge_suggestion",)),
    Place("desk:publish", gettext_lazy("Publish"), ("publish_statement",)),
    Place("desk:speakers", gettext_lazy("Speakers"), ("view_speaker",)),
    Place("desk:claims", gettext_lazy("Claims"), ("view_claim",)),
    Place("admin:index", gettext_lazy("All tables")),
)


def page(
    request: HttpRequest, template: str, context: Mapping[str, Any], *, title: str, keys: Sequence[Key] = (), status: int = 200
) -> HttpResponse:
    """A whole page of the desk."""
    around = {
        "title": title,
        "places": [(reverse(one.name), one.label) for one in PLACES if may(request, *one.permissions)],
        "keys": [*keys, HELP],
        "keys_on": request.user.single_keys,
    }
    return render(request, template, {**around, **context}, status=status)


def back(request: HttpRequest, otherwise: str) -> HttpResponse:
    """To the page that the form or its address names in `next`, where that is one of ours; else to `otherwise`."""
    return redirect(where_from(request, otherwise))


def where_from(request: HttpRequest, otherwise: str) -> str:
    """A path: a bare word would be looked up among the names of addresses."""
    wanted = request.POST.get("next") or request.GET.get("next", "")
    ours = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return wanted if ours and wanted.startswith("/") else otherwise


@desk_page()
@require_POST
def switch_keys(request: HttpRequest) -> HttpResponse:
    """Single keys on or off, for this person on every machine (WCAG 2.1.4)."""
    request.user.single_keys = request.POST.get("keys") == "on"
    request.user.save(update_fields=["single_keys"])
    messages.success(request, _("Keys are on.") if request.user.single_keys else _("Keys are off. Every button still works."))
    return back(request, reverse("desk:home"))


urlpatterns = [path("keys/", switch_keys, name="keys")]
