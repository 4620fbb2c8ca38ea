"""Which proposals need no answer any more because others tell it, and which need one again because those were taken back.

Whatever links words to a claim, or judges them against one, calls `settle` for their statements in its own transaction. So what waits for
a person is told by one column, however many links and judgements there are. A person's own answer closes its proposal in `judgements`.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from django.db import transaction
from django.db.models import Q

from archive.enums import Answer, SuggestionStatus
from archive.linking.recaptured import stand_ins
from archive.models import Claim, Judgement, Occurrence, Passage, Statement, Suggestion

AT_ONCE = 500  # statements


class Words(NamedTuple):
    statement: int
    start: int
    end: int
    translation_of: int | None = None

    @property
    def original(self) -> int:
        return self.translation_of or self.statement

    def touch(self, other: "Words") -> bool:
        return self.statement == other.statement and self.start < other.end and other.start < self.end


def settle(statements: Iterable[int]) -> None:
    """Close the unanswered proposals that touch these statements, or the same words in other captures, and are told already; open those
    that no longer are."""
    asked = set(statements)
    keys = sorted(asked | {other for others in stand_ins(asked).values() for other, _ in others})
    for at in range(0, len(keys), AT_ONCE):
        _settle(keys[at : at + AT_ONCE])


def settle_about(*claims: Claim) -> None:
    """After links or judgements went from one claim to another: whatever stands beside words that carry one, or were judged against it."""
    carrying = Occurrence.objects.filter(claim__in=claims).order_by().values_list("statement", flat=True)
    judged = Judgement.objects.decided().filter(about__in=claims).order_by().values_list("statement", flat=True)
    settle([*carrying, *judged])


@transaction.atomic
def _settle(statements: list[int]) -> None:
    """The passages and then the proposals are held before it is read what others tell, so that what another writes meanwhile about either
    side of one is seen here, or sees this."""
    held = Passage.objects.select_for_update(no_key=True).filter(statement__in=statements).order_by("pk")
    passages = list(held.values_list("pk", flat=True))
    touching = Suggestion.objects.filter(Q(passage__in=passages) | Q(other__in=passages)).exclude(status=SuggestionStatus.JUDGED)
    rows = list(touching.select_for_update(no_key=True).order_by("pk").values_list("pk", "status", "passage", "other"))
    words = _words_of({passage for row in rows for passage in row[2:]})
    told = Told({one.statement for one in words.values()})
    changed = defaultdict(list)
    for pk, status, passage, other in rows:
        now = SuggestionStatus.SETTLED if told(words[passage], words[other]) else SuggestionStatus.OPEN
        if status != now:
            changed[now].append(pk)
    for now, keys in changed.items():
        Suggestion.objects.filter(pk__in=keys).update(status=now)


def _words_of(passages: set[int]) -> dict[int, Words]:
    """Read apart from the proposals: a query that joins both sides is planned badly where PostgreSQL has no statistics."""
    known = Passage.objects.select_related("statement").only("start", "end", "statement__translation_of").in_bulk(passages)
    return {pk: Words(one.statement_id, one.start, one.end, one.statement.translation_of_id) for pk, one in known.items()}


class Told:
    """Read once for some statements: what they carry, and what they were judged against."""

    def __init__(self, statements: set[int]) -> None:
        self._elsewhere = stand_ins(statements)
        statements = statements | {other for others in self._elsewhere.values() for other, _ in others}
        self._standing = (
            set(Statement.objects.accepted().filter(pk__in=statements).values_list("pk", flat=True)) if self._elsewhere else set()
        )
        self._carried: dict[int, list[tuple[Words, int]]] = defaultdict(list)
        self._judged: dict[int, list[tuple[Words, Words | None, int | None, str]]] = defaultdict(list)
        carried = Occurrence.objects.standing().filter(statement__in=statements)
        for statement, start, end, claim in carried.values_list("statement_id", "start", "end", "claim_id"):
            self._carried[statement].append((Words(statement, start, end), claim))
        judged = Judgement.objects.decided().filter(statement__in=statements).order_by()
        for row in judged.values_list("statement_id", "start", "end", "other_id", "other_start", "other_end", "about", "answer"):
            other = Words(*row[3:6]) if row[3] else None  # type: ignore[arg-type]  # a constraint holds the three together
            self._judged[row[0]].append((Words(*row[:3]), other, *row[6:]))

    def __call__(self, one: Words, two: Words) -> bool:
        """They are one saying in two languages or the same words in two captures, carry one claim, or were judged against each other or
        what the other carries."""
        ours, theirs = self._claims(one), self._claims(two)
        if one.original == two.original or ours & theirs or any(words.touch(two) for words in self._wherever(one)):
            return True
        return self._is_judged(one, two, theirs) or self._is_judged(two, one, ours)

    def _wherever(self, words: Words) -> list[Words]:
        """These words, and where they stand in other captures of the article."""
        others = self._elsewhere.get(words.statement, ())
        return [words, *(Words(other, words.start + later, words.end + later) for other, later in others)]

    def _claims(self, words: Words) -> set[int]:
        places = [place for place in self._wherever(words) if place == words or place.statement in self._standing]
        return {claim for place in places for carrying, claim in self._carried[place.statement] if carrying.touch(place)}

    def _is_judged(self, words: Words, facing: Words, claims: set[int]) -> bool:
        known = [row for place in self._wherever(words) for row in self._judged[place.statement] if row[0].touch(place)]
        beyond = self._wherever(facing)
        return any(
            (about in claims or (other and any(other.touch(place) for place in beyond))) and self._holds(judged, words, answer)
            for judged, other, about, answer in known
        )

    def _holds(self, judged: Words, words: Words, answer: str) -> bool:
        """An answer that links is asked for anew where the capture that it was given on no longer stands."""
        return judged.statement == words.statement or judged.statement in self._standing or answer not in Answer.joining()
