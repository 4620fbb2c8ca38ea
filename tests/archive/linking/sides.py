"""The words that the tests of judgements compare, and what hangs on them."""

from datetime import UTC, datetime

from archive.linking.side import Side
from archive.models import Claim, Event, Judgement, Occurrence, Statement, Suggestion

AT = datetime(2024, 7, 2, 9, tzinfo=UTC)
EARLIER = "Security is indivisible, and no state may strengthen its own at the cost of another."
LATER = "No state may strengthen its own security at the expense of another."


def whole(statement: Statement) -> Side:
    return Side(statement, statement.start, statement.end)


def part(statement: Statement, words: str) -> Side:
    start = statement.start + statement.text.index(words)
    return Side(statement, start, start + len(words))


def links(statement: Statement) -> list[tuple]:
    return [(one.claim.text, one.words, one.stance, one.likeness, one.status) for one in statement.occurrences.all()]


def everything() -> list:
    models = (Judgement, Occurrence, Claim, Event, Suggestion)
    return [sorted(map(str, model.objects.values_list())) for model in models]
