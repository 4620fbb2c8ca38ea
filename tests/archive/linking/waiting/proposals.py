"""Statements and the pairs of them that the engine might propose, at scores of the test's own."""

from archive.linking.closed_suggestions import settle
from archive.linking.judgements import judge
from archive.linking.side import Sides
from archive.models import Judgement, Statement, Suggestion
from tests import factories as make
from tests.archive.linking.sides import whole

PLACES = "Ostrel Veyra Norvan Ardo Kelm Taspin Brodny Luzen Mirov Halden Corvel Zemlin".split()


def said(words: str, **fields) -> Statement:
    return make.make_accepted_statement(words=words, **fields)


def several(number: int, words: str = "The harbour of {} will be dredged before the winter sets in.") -> list[Statement]:
    return [said(words.format(place), said_on=f"20{at + 10}") for at, place in enumerate(PLACES[:number])]


def propose(later: Statement, earlier: Statement, score: float = 0.9, **columns) -> Suggestion:
    """Of two statements of one sentence each."""
    found = {"label": "possible", "band": "likely", "method": "test", "version": "1", "rank": 1} | columns
    return Suggestion.objects.create(passage=later.passages.get(), other=earlier.passages.get(), score=score, **found)


def settle_all() -> None:
    settle(Statement.objects.accepted().values_list("pk", flat=True))


def states() -> dict[int, str]:
    return dict(Suggestion.objects.values_list("pk", "status"))


def state_of(*pairs: Suggestion) -> list[str]:
    known = states()
    return [known[pair.pk] for pair in pairs]


def answer(pair: Suggestion, given: str, **named) -> Judgement:
    pair.refresh_from_db()
    return judge(Sides.of(pair), given, by=make.the_chief(), **named)


def between(later: Statement, earlier: Statement, given: str, **named) -> Judgement:
    """An answer on words that the machine did not propose."""
    return judge(Sides(whole(later), whole(earlier)), given, by=make.the_chief(), **named)
