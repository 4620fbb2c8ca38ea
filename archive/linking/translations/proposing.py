"""The likeliest translations of a statement, as suggestions that nobody has saved."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import product

from archive import matching
from archive.enums import Band
from archive.linking.translations.beside import telling
from archive.linking.translations.finding import found_for
from archive.matching.translation.marks import Marks, marks_of
from archive.matching.translation.pair import Rarity, Translation, likeliest, may_reach, shared_by, translation_of
from archive.models import Passage, Statement, Suggestion

LABEL = "translation"


def translations(statement: Statement, passages: Sequence[Passage], total: int) -> list[Suggestion]:
    """One for each of the few likeliest statements, between the passages that share the most. `total` is how many the index holds."""
    found = found_for(statement, read(statement.text), total) if passages else None
    if found is None or not found.others:
        return []
    told_of, pairs = telling([statement, *(other for other, _ in found.others)]), {}
    for other, rarity in found.others:
        later, earlier = in_order(statement, other)
        told = told_of(later, earlier)
        if may_reach(rarity, told) and (pair := translation_of(read(later.text), read(earlier.text), found.rarity, told)):
            pairs[other.pk] = pair
    others = {other.pk: other for other, _ in found.others}
    best = ((pair, _closest(passages, others[pk], found.rarity)) for pk, pair in likeliest(pairs).items())
    return [_row(closest, pair, rank) for rank, (pair, closest) in enumerate(best, 1) if closest]


@lru_cache(maxsize=2_000)
def read(text: str) -> Marks:
    return marks_of(text)


def in_order(one: Statement, other: Statement) -> tuple[Statement, Statement]:
    """The later said first."""
    later, earlier = sorted([one, other], key=lambda statement: (statement.said_sort, statement.pk), reverse=True)
    return later, earlier


def _closest(passages: Sequence[Passage], other: Statement, rarity: Rarity) -> tuple[Passage, Passage] | None:
    """Of two statements the passages that share the most, the later said first; of equals those that stand first. None where the other was
    taken out of the index meanwhile."""
    ours = passages[0].statement
    theirs = list(other.passages.order_by("start"))
    pairs = product(passages, theirs) if in_order(ours, other)[0] == ours else product(theirs, passages)

    def shared(pair: tuple[Passage, Passage]) -> tuple[float, int, int]:
        one, two = pair
        return shared_by(read(one.text), read(two.text), rarity).rarity, -one.start, -two.start

    return max(pairs, key=shared, default=None)


def _row(pair: tuple[Passage, Passage], translation: Translation, rank: int) -> Suggestion:
    later, earlier = pair
    return Suggestion(
        passage=later,
        other=earlier,
        score=round(translation.probability, 4),
        band=Band.POSSIBLE,
        label=LABEL,
        reasons=list(translation.reasons),
        method=matching.ENGINE_METHOD,
        version=matching.ENGINE_VERSION,
        rank=rank,
    )
