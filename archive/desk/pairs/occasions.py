"""Reports of one occasion: nearly the same words of one speaker within days, in several documents. Said again, or reported again?"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from archive.admin.claims.occasion_suggestion import AnswerForm
from archive.admin.claims.pair import changes_of
from archive.desk.access import desk_page
from archive.desk.keys import Key
from archive.desk.pairs.answering import TO_BE_MENDED
from archive.desk.pairs.question import in_parts
from archive.desk.pairs.queue import A_PAGE, counted
from archive.desk.shell import page
from archive.desk.undoing import kept
from archive.enums import OccasionAnswer
from archive.errors import Refused
from archive.identity import reports_together
from archive.matching.aloud import sentence
from archive.models import OccasionSuggestion, Statement, User

KEYS = (
    Key("1", gettext_lazy("one occasion")),
    Key("2", gettext_lazy("two occasions")),
    Key("c", gettext_lazy("name of the occasion")),
    Key("u", gettext_lazy("skip for now"), "U, 0"),
    Key("z", gettext_lazy("undo")),
    Key("l", gettext_lazy("all that wait")),
)
LIST_KEYS = (Key("1", gettext_lazy("start with the first")), Key("n", gettext_lazy("the next 50")))


@dataclass(frozen=True)
class ShownReport:
    """One of the reports, as a side of a pair is shown."""

    heading: str
    statement: Statement
    parts: Sequence[tuple[str, bool]]

    @property
    def before(self) -> str:
        """What stands before its words, from a whole word on."""
        return f"… {self.statement.prefix.partition(' ')[2]}"

    @property
    def after(self) -> str:
        return f"{self.statement.suffix.rpartition(' ')[0]} …"


@desk_page("judge_suggestion")
def occasions(request: HttpRequest) -> HttpResponse:
    """To the first that waits; with `?list`, or where none waits, the list."""
    first = None if "list" in request.GET else OccasionSuggestion.objects.asked().first()
    if first:
        return HttpResponseRedirect(reverse("desk:one-occasion", args=[first.pk]))
    after = request.GET.get("after", "")
    last = OccasionSuggestion.objects.filter(pk=after).first() if after.isdecimal() and len(after) < 18 else None
    waiting = OccasionSuggestion.objects.asked()
    rows = list((waiting.below(last) if last else waiting).with_sides()[: A_PAGE + 1])
    context = {
        "rows": [(row, sentence(row.reasons)) for row in rows[:A_PAGE]],
        "after": rows[A_PAGE - 1].pk if len(rows) > A_PAGE else None,
        "waiting": counted(waiting),
    }
    return page(request, "desk/pairs/occasions.html", context, title=_("Reports that may be of one occasion"), keys=LIST_KEYS)


@desk_page("judge_suggestion", "publish_statement")
def one_occasion(request: HttpRequest, pk: int) -> HttpResponse:
    """The reports that hang together; a post answers for all of them."""
    pair = get_object_or_404(OccasionSuggestion.objects.with_sides(), pk=pk)
    reports = reports_together.reports_of(_together(pair))
    form = AnswerForm(request.POST or None, pair=pair, reports=reports, may_publish=request.user.has_perm("archive.publish_statement"))
    if request.method == "POST" and form.is_valid():
        given = OccasionAnswer(form.cleaned_data["given"])
        try:
            reports_together.answer(pair, given, by=request.user, **form.answers())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            kept(request, _("Kept: “%s”.") % given.label, reverse("desk:undo-occasion", args=[pk]))
            return _go_on(request, pair)
    return _shown(request, pair, reports, form)


@desk_page("judge_suggestion")
def next_occasion(request: HttpRequest, pk: int) -> HttpResponse:
    """Skipped for now."""
    return _go_on(request, get_object_or_404(OccasionSuggestion, pk=pk))


@desk_page("judge_suggestion")
@require_POST
def undo_occasion(request: HttpRequest, pk: int) -> HttpResponse:
    return _tried(
        request,
        pk,
        lambda pair: reports_together.take_back(pair, by=request.user),
        _("Undone. Here it is again."),
    )


@desk_page("publish_statement")
@require_POST
def carry_out(request: HttpRequest, pk: int) -> HttpResponse:
    """What an editor answered is done to what is public."""
    reason = request.POST.get("reason", "")
    return _tried(request, pk, lambda pair: reports_together.carry_out(pair, by=request.user, reason=reason), _("Carried out."))


def _tried(request: HttpRequest, pk: int, act: Any, done: str) -> HttpResponse:
    try:
        act(get_object_or_404(OccasionSuggestion, pk=pk))
        messages.success(request, done)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return HttpResponseRedirect(reverse("desk:one-occasion", args=[pk]))


def _together(pair: OccasionSuggestion) -> list[OccasionSuggestion]:
    """The pairs that the page is about: asked as one question, or answered as one."""
    return reports_together.answered_beside(pair) if pair.answer else reports_together.open_beside(pair)


def _go_on(request: HttpRequest, pair: OccasionSuggestion) -> HttpResponse:
    after = OccasionSuggestion.objects.asked().below(pair).first()
    if after:
        return HttpResponseRedirect(reverse("desk:one-occasion", args=[after.pk]))
    messages.info(request, _("Nothing is left below it."))
    return HttpResponseRedirect(f"{reverse('desk:one-occasions')}?list")


def _shown(request: HttpRequest, pair: OccasionSuggestion, reports: list[Statement], form: AnswerForm) -> HttpResponse:
    is_open = OccasionSuggestion.objects.open().filter(pk=pair.pk).exists()
    context = {
        "pair": pair,
        "form": form,
        "fields": [field for field in form if field.name != "given"],
        "sides": _sides(reports),
        "why": sentence(pair.reasons),
        "answers": _answers(reports, request.user),
        "is_open": is_open,
        "may_be_taken_back": reports_together.may_be_taken_back(pair),
        "is_waiting": bool(pair.answer) and OccasionSuggestion.objects.waiting().filter(pk=pair.pk).exists(),
        "may_judge": request.user.has_perm("archive.judge_suggestion"),
        "may_publish": request.user.has_perm("archive.publish_statement"),
        "waiting": counted(OccasionSuggestion.objects.asked()),
    }
    status = TO_BE_MENDED if form.errors else 200
    return page(request, "desk/pairs/occasion.html", context, title=_("One occasion?"), keys=KEYS, status=status)


def _sides(reports: list[Statement]) -> list[ShownReport]:
    """Of two, with the words that differ."""
    first, *others = reports
    shown = [ShownReport(_("Report %(number)s") % {"number": 1}, first, in_parts(first.text, []))]
    for number, one in enumerate(others, 2):
        added = [(change.start, change.end) for change in changes_of(first.text, one.text) if change.op == "added"]
        shown.append(ShownReport(_("Report %(number)s") % {"number": number}, one, in_parts(one.text, added)))
    return shown


def _answers(reports: list[Statement], person: User) -> list[tuple[str, OccasionAnswer, str]]:
    """Each with its key, and with what it would do."""
    one = _("They count as one saying of the occasion named above.")
    if any(report.is_public for report in reports):
        now = _("Public pages change at once, with the public reason.")
        later = _("The public would see it, so it waits for a publisher.")
        one = f"{one} {now if person.has_perm('archive.publish_statement') else later}"
    two = _("They stay as they are, each a saying of its own, and are not asked about again.")
    return [("1", OccasionAnswer.ONE, one), ("2", OccasionAnswer.TWO, two)]
