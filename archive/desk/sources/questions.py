"""Questions about two texts, one at a time: is it the same text again, does it correct or take back the other?"""

from typing import Any

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from archive import publication
from archive.admin.sources.notice import note_as_read
from archive.desk import shell
from archive.desk.access import desk_page, may
from archive.desk.keys import Key
from archive.desk.sources.shown import blocks
from archive.enums import CopyAnswer, NoticeAnswer
from archive.errors import Refused
from archive.identity import copying
from archive.models import CopySuggestion, NoticeSuggestion

ANSWERS = "change_document"
MOST_COUNTED = 1000
OPENING = 1200  # characters of the earlier text
TO_BE_MENDED = 422
KEYS = (
    Key("1", gettext_lazy("it is so")),
    Key("2", gettext_lazy("it is not")),
    Key("3", gettext_lazy("not now: the next one")),
)
SIDES = ("document__article__outlet", "other__article__outlet")
BYTES = ("document__raw", "other__raw")


@desk_page(ANSWERS)
def copies(request: HttpRequest) -> HttpResponse:
    """The next pair of texts of two outlets that are nearly the same."""
    rows = CopySuggestion.objects.open().select_related(*SIDES).defer(*BYTES).order_by("-likeness", "id")
    past = CopySuggestion.objects.filter(pk=_past(request)).first()
    if past:
        rows = rows.filter(Q(likeness__lt=past.likeness) | Q(likeness=past.likeness, pk__gt=past.pk))
    pair = rows.first()
    context = _beside(pair, CopySuggestion.objects.open(), past.pk if past else 0)
    if pair:
        context |= {"share": round(100 * pair.likeness), "blocks": blocks(pair.other.text, pair.document.text)}
    return shell.page(request, "desk/sources/copies.html", context, title=_("The same text?"), keys=KEYS)


@desk_page(ANSWERS)
@require_POST
def answer_copy(request: HttpRequest, pk: int) -> HttpResponse:
    pair = get_object_or_404(CopySuggestion.objects.select_related("document", "other").defer(*BYTES), pk=pk)
    given = CopyAnswer.COPY if request.POST.get("answer") == CopyAnswer.COPY else CopyAnswer.OWN
    try:
        copying.answer(pair, given, by=request.user)
        messages.success(request, _("Kept: %(answer)s.") % {"answer": given.label})
    except Refused as refusal:
        messages.warning(request, str(refusal))
    return _next("desk:copies", request)


@desk_page(ANSWERS)
def notices(request: HttpRequest) -> HttpResponse:
    """The next text that may correct or take back another."""
    return _notices(request)


def _notices(request: HttpRequest, asked: NoticeSuggestion | None = None, note: str = "", refused: str = "") -> HttpResponse:
    past = _past(request)
    if asked is None:
        rows = NoticeSuggestion.objects.open().select_related(*SIDES).defer(*BYTES).order_by("-id")
        asked = (rows.filter(pk__lt=past) if past else rows).first()
    context = _beside(asked, NoticeSuggestion.objects.open(), past)
    if asked:
        is_public = publication.concerns_public(asked.document, asked.other)
        context |= {
            "note": note or note_as_read(asked).get("note", ""), "opening": asked.other.text[:OPENING], "refused": refused,
            "is_public": is_public, "is_barred": is_public and not may(request, "publish_statement"),
        }  # fmt: skip
    status = TO_BE_MENDED if refused else 200
    return shell.page(request, "desk/sources/notices.html", context, title=_("Does it correct another?"), keys=KEYS, status=status)


@desk_page(ANSWERS)
@require_POST
def answer_notice(request: HttpRequest, pk: int) -> HttpResponse:
    """A yes with its note; what is refused comes back with what was typed."""
    asked = get_object_or_404(NoticeSuggestion.objects.select_related(*SIDES).defer(*BYTES), pk=pk)
    given = NoticeAnswer.YES if request.POST.get("answer") == NoticeAnswer.YES else NoticeAnswer.NO
    note = request.POST.get("note", "").strip()
    try:
        publication.answer(asked, given, note=note, by=request.user)
    except Refused as refusal:
        return _notices(request, asked, note, str(refusal))
    messages.success(request, _("Kept: %(answer)s.") % {"answer": given.label})
    return _next("desk:notices", request)


def _beside(row: CopySuggestion | NoticeSuggestion | None, waiting: QuerySet, past: int) -> dict[str, Any]:
    number = waiting.order_by()[: MOST_COUNTED + 1].count()
    return {"row": row, "waiting": number, "after": past or ""}


def _past(request: HttpRequest) -> int:
    """The question behind which to go on: those before it were put off."""
    given = request.POST.get("after") or request.GET.get("after", "")
    return int(given) if given.isdecimal() and len(given) < len(str(2**63)) else 0


def _next(name: str, request: HttpRequest) -> HttpResponse:
    past = _past(request)
    return redirect(f"{reverse(name)}?after={past}" if past else name)
