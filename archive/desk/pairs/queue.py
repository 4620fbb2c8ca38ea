"""The pairs that wait: the first for this person, the next below one, how many; and the list of them, and of what is folded away."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.desk.access import desk_page
from archive.desk.keys import Key
from archive.desk.shell import page
from archive.linking.waiting.refusals import why
from archive.models import Suggestion, User
from archive.models.link import SuggestionQuerySet

MOST_COUNTED = 1_000
A_PAGE = 50
KEYS = (Key("1", gettext_lazy("start with the first")), Key("n", gettext_lazy("the next 50")))


@dataclass(frozen=True)
class State:
    """Pairs that a person may want to see: the method of the rows, and what is said of them."""

    value: str
    label: Any
    hint: Any = ""

    def rows(self, person: User) -> SuggestionQuerySet:
        if self.value == OPEN.value:
            return Suggestion.objects.open_to(person)
        return getattr(Suggestion.objects.all(), self.value)()


OPEN = State("open", gettext_lazy("waiting"))
STATES = (
    OPEN,
    State("behind", gettext_lazy("come up later"), gettext_lazy("They are asked when better pairs of the same words were answered.")),
    State("left", gettext_lazy("folded away"), gettext_lazy("Too unlikely to ask about, or like pairs that editors found different.")),
    State("beside", gettext_lazy("asked by another pair"), gettext_lazy("A better pair asks the same.")),
    State("told", gettext_lazy("answered"), gettext_lazy("By a person, or because both sides have one claim already.")),
)


@desk_page("judge_suggestion")
def pairs(request: HttpRequest) -> HttpResponse:
    """To the first that waits for this person; with `?list`, or where none waits, the list."""
    first = None if "list" in request.GET else first_for(request.user)
    if first:
        return HttpResponseRedirect(reverse("desk:pair", args=[first.pk]))
    shown = next((one for one in STATES if one.value == request.GET.get("state")), OPEN)
    rows = list(_after(shown.rows(request.user), request.GET.get("after", "")).in_lists()[: A_PAGE + 1])
    context = {
        "shown": shown,
        "states": STATES,
        "rows": [(row, why(row)) for row in rows[:A_PAGE]],
        "after": rows[A_PAGE - 1].pk if len(rows) > A_PAGE else None,
        "waiting": waiting(request.user),
        "folded": counted(Suggestion.objects.left()),
    }
    return page(request, "desk/pairs/list.html", context, title=_("Pairs that may say the same"), keys=KEYS)


def _after(rows: SuggestionQuerySet, key: str) -> SuggestionQuerySet:
    """The rows that come after the one of this key; all of them where there is none."""
    last = Suggestion.objects.filter(pk=key).first() if key.isdecimal() and len(key) < 18 else None
    return rows.below(last) if last else rows


def first_for(person: User) -> Suggestion | None:
    return Suggestion.objects.open_to(person).first()


def go_on(request: HttpRequest, suggestion: Suggestion) -> HttpResponse:
    """To the best open pair below this one, so that what was put aside doesn't come straight back; at the end of the queue to the list."""
    after = Suggestion.objects.open_to(request.user).below(suggestion).first()
    if after:
        return HttpResponseRedirect(reverse("desk:pair", args=[after.pk]))
    messages.info(request, _("No pair is left below it."))
    return HttpResponseRedirect(f"{reverse('desk:pairs')}?list")


def waiting(person: User) -> int:
    """How many wait for this person."""
    return counted(Suggestion.objects.open_to(person))


def counted(rows: SuggestionQuerySet) -> int:
    """One more than MOST_COUNTED where there are more."""
    return rows.order_by()[: MOST_COUNTED + 1].count()
