"""What was typed into a form of the desk is kept behind it, put back when the page is opened again, and thrown away when it is asked.

A form includes `desk/together/_kept.html` with `key`, the name of its page, and `kept`, what `typed_before` found; the act that saves calls
`saved`.
"""

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from archive.desk import shell
from archive.desk.access import desk_page
from archive.desk.together.sent_again import fields_again
from archive.models import KeptInput
from archive.models.account import LONGEST_PAGE
from archive.working import kept_input

CONTROLS = ("kept", "next")


def _key(request: Any) -> str:
    key = request.POST.get("kept", "")
    if not 0 < len(key) <= LONGEST_PAGE:
        raise Http404
    return key


def typed_before(request: HttpRequest, key: str) -> KeptInput | None:
    """What this person typed there and did not save, where the page is opened and not sent."""
    return kept_input.kept(request.user, key) if request.method == "GET" else None


def saved(request: HttpRequest) -> None:
    if "kept" in request.POST:
        kept_input.forget(request.user, request.POST["kept"])


@desk_page()
@require_POST
def keep(request: Any) -> HttpResponse:
    fields = {name: values for name, values in request.POST.lists() if name not in CONTROLS}
    kept_input.keep(request.user, _key(request), fields)
    return HttpResponse(status=204)


@desk_page()
@require_POST
def forget(request: Any) -> HttpResponse:
    kept_input.forget(request.user, _key(request))
    if request.htmx:
        return HttpResponse(headers={"HX-Refresh": "true"})
    return shell.back(request, reverse("desk:home"))


@desk_page()
def typed(request: Any) -> HttpResponse:
    """What this person sent when the session had ended; nobody else is shown it."""
    page = request.GET.get("page", "")
    kept = kept_input.kept(request.user, page) if page.startswith("/") else None
    context = {"kept": kept, "page": page, "fields": fields_again(kept.fields) if kept else None, "here": f"?{urlencode({'page': page})}"}
    return shell.page(request, "desk/together/typed.html", context, title=_("What you typed"))
