"""What a statement that was just accepted may say again: at most five claims to link it to, each by one key."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from archive.acts import held
from archive.enums import Answer, Force
from archive.linking import join, judge_suggestion
from archive.linking.claims import enter_claim
from archive.linking.forces import possible_answers
from archive.linking.occurrences import JOINS_AS
from archive.linking.side import SAYS_IT, Bearing, Side, Sides
from archive.matching.polarity import is_negative
from archive.models import Claim, Statement, Suggestion, User

MOST = 5
LOOKED_AT = 20  # suggestions, the best first
ANSWERS = {  # by what the machine takes a pair for: what the later words are to the earlier
    "same": Answer.SAME,
    "possible": Answer.SAME,
    "translation": Answer.SAME,
    "variant": Answer.VARIANT,
    "reversal": Answer.DENIES,
    "denies": Answer.DENIES,
}
WAYS = {Answer.SAME: _("says"), Answer.VARIANT: _("another figure, date, place or name than in"), Answer.DENIES: _("denies")}


@dataclass(frozen=True)
class Choice:
    """One claim, or the words of a statement that carries none yet; pressing it answers the pair that led to it."""

    suggestion: Suggestion
    answer: Answer
    claim: Claim | None
    words: str

    @property
    def how(self) -> Any:
        return WAYS[self.answer]

    @property
    def percent(self) -> int:
        return round(100 * self.suggestion.score)


def choices_for(statement: Statement) -> list[Choice]:
    """The likeliest first; each claim once."""
    found: dict[Any, Choice] = {}
    for choice in _choices(statement):
        found.setdefault(choice.claim or choice.words, choice)
    return list(found.values())[:MOST]


def _choices(statement: Statement) -> Iterator[Choice]:
    touching = Suggestion.objects.filter(Q(passage__statement=statement) | Q(other__statement=statement)).worth_asking()
    for suggestion in touching.with_sides().order_by("-score", "pk")[:LOOKED_AT]:
        sides = Sides.of(suggestion)
        answer = ANSWERS.get(suggestion.label)
        if answer not in possible_answers(sides.side.statement.force, sides.other.statement.force):
            continue
        partner = sides.other if sides.side.statement == statement else sides.side
        for claim in partner.claims() or [None]:
            yield Choice(suggestion, Answer(answer), claim, claim.text if claim else partner.words)


def take(choice: Choice, *, by: User) -> Claim:
    """The statement carries the claim from now on, or both words of the pair do that carried none."""
    judgement = judge_suggestion(choice.suggestion, choice.answer, by=by, claim=choice.claim or choice.words)
    return judgement.about.get()


@transaction.atomic
def link_to_claim(statement: Statement, words: str, *, by: User) -> Claim:
    """All its words carry the claim in these words, which may be a new one. Where that is refused, none is entered."""
    held(statement)  # before the claim, as an answer on a pair does
    claim = enter_claim(words, by=by)
    join(Side(statement, statement.start, statement.end), claim, by=by, bearing=_bearing(statement, claim))
    return claim


def _bearing(statement: Statement, claim: Claim) -> Bearing:
    denies = statement.force == Force.DENIED and not is_negative(claim.text)
    return JOINS_AS[Answer.DENIES] if denies else SAYS_IT
