"""The demo's claims: suggestions are made as always, then the editors judge each statement against one that carries the claim already."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q

from archive.demo.catalogue import Catalogue
from archive.demo.decisions import ClaimDecision
from archive.demo.taking_in import Taken
from archive.enums import Answer
from archive.linking import join, judge, meanings, suggest
from archive.linking.occurrences import JOINS_AS
from archive.linking.side import Side, Sides
from archive.models import Passage, Statement, Suggestion, User

Proposed = dict[tuple[int, int], dict[str, Any]]


@dataclass
class Judging:
    """What the editors have before them: the catalogue, the machine's proposals, and who carries which claim by now."""

    known: Catalogue
    by: User
    proposed: Proposed = field(default_factory=dict)
    carrying: dict[str, list[Side]] = field(default_factory=dict)

    def settle(self, statement: Statement, wanted: ClaimDecision, at: datetime) -> None:
        """Judge the words against those that the machine found most like them, or else the latest; the first words of a claim just join."""
        side, claim, answer = side_of(statement, wanted.words), self.known.claims[wanted.claim], Answer(wanted.answer)
        others = [other for other in self.carrying.get(wanted.claim, []) if other.statement.pk != statement.pk]
        if others:
            other = max(others, key=lambda other: (self._score(side, other), others.index(other)))
            judge(Sides(side, other, self._found_by(side, other)), answer, by=self.by, claim=claim, at=at)
        else:
            join(side, claim, by=self.by, bearing=JOINS_AS[answer], at=at)
        if answer == Answer.SAME:
            self.carrying.setdefault(wanted.claim, []).append(side)

    def _found_by(self, side: Side, other: Side) -> dict[str, Any] | None:
        pair = (side.statement.pk, other.statement.pk)
        return self.proposed.get(pair) or self.proposed.get(pair[::-1])

    def _score(self, side: Side, other: Side) -> float:
        return (self._found_by(side, other) or {"score": 0.0})["score"]


def link(taken: Taken, judging: Judging) -> None:
    """Propose links for what carries a claim in one document, then judge it. What else may be linked is left to the command `suggest`."""
    sum(meanings.make(meanings.awaited()))
    suggest([statement for decision, statement in taken.statements if decision.claims])
    judging.proposed = _proposed(taken)
    for decision, statement in taken.statements:
        for wanted in decision.claims:
            judging.settle(statement, wanted, taken.decision.captured + timedelta(days=2))


def side_of(statement: Statement, words: str) -> Side:
    """The words inside the statement; all of it where they begin and end with it but for the punctuation."""
    start = statement.text.find(words)
    if start < 0:
        return Side(statement, statement.start, statement.end)
    return Side(statement, statement.start + start, statement.start + start + len(words))


def _proposed(taken: Taken) -> Proposed:
    """The best proposal for each pair of statements of which one is the document's, as a judgement keeps it."""
    # Ids, so that nothing is joined to find them: without statistics PostgreSQL chose a plan for that which took minutes.
    passages = list(Passage.objects.filter(statement__document=taken.document).values_list("pk", flat=True))
    rows = Suggestion.objects.filter(Q(passage__in=passages) | Q(other__in=passages)).order_by("score")
    pairs = rows.values_list("passage__statement", "other__statement", "score", "method", "version")
    return {(one, other): {"score": score, "method": method, "version": version} for one, other, score, method, version in pairs}
