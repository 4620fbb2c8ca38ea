"""Speakers that may be one, each pair side by side: one person, to be merged, or two, and never asked again."""

from django.contrib import messages
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from archive.desk import shell
from archive.desk.access import desk_page
from archive.desk.keys import Key
from archive.desk.paging import paged
from archive.desk.people.speakers import count, with_what_they_are
from archive.errors import Refused
from archive.identity.alike_speakers import MAY_ANSWER, answer_two, ask_again
from archive.models import Speaker, SpeakerPair

A_PAGE = 20
KEYS = (Key("1", gettext_lazy("one: merge them")), Key("2", gettext_lazy("two: never asked again")), Key("z", gettext_lazy("undo")))


@desk_page("view_speakerpair")
def may_be_one(request: HttpRequest) -> HttpResponse:
    """Those that wait, the earliest found first; with `?of=` those of one speaker."""
    page = paged(asked(request.GET.get("of", "")), "id", request.GET.get("after", ""), size=A_PAGE)
    count([speaker for pair in page.rows for speaker in (pair.speaker, pair.other)])
    may_answer = any(request.user.has_perm(f"archive.{one}") for one in MAY_ANSWER)
    last = SpeakerPair.objects.filter(pk=request.session.pop("speaker_pair", None)).select_related("speaker", "other").first()
    context = {"page": page, "may_answer": may_answer, "last": last}
    return shell.page(request, "desk/people/may_be_one.html", context, title=_("Speakers that may be one"), keys=KEYS)


def asked(slug: str) -> QuerySet[SpeakerPair]:
    sides = [Prefetch(name, with_what_they_are(Speaker.objects.all())) for name in ("speaker", "other")]
    found = SpeakerPair.objects.open().prefetch_related(*sides)
    return found.about(Speaker.objects.filter(slug=slug).values_list("pk", flat=True)) if slug else found


@desk_page(*MAY_ANSWER)
@require_POST
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Two; or that answer of one's own is taken back."""
    pair = get_object_or_404(SpeakerPair, pk=pk)
    try:
        if request.POST.get("answer") == "again":
            ask_again(pair, by=request.user)
        else:
            answer_two(pair, by=request.user)
            request.session["speaker_pair"] = pair.pk
            messages.success(request, _("They are two, and are not asked about again."))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return shell.back(request, reverse("desk:may-be-one"))
