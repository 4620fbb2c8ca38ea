"""What a text denies: the words in whose clause something negates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from archive.matching.polarity import negating
from archive.matching.prepared import Prepared
from archive.matching.words import Word

STOPS = re.compile(r"[.;:!?,—–…]|\s-\s")
BREAKS = frozenset(
    "but because while although so when но а который которая которые что когда що який яка які коли але што якая якія калі".split()
)
# A clause ends before them where each part negates for itself: "no window broke and nobody was hurt", but "no bread or milk was sold";
# and where the part behind begins with what negates: "the ship came and nobody was hurt".
JOINS = frozenset("and or nor и или і й та або чи ды ці альбо".split())
# They deny the next words alone: "closed without a warning"; and so does "no" behind a preposition: "left with no pay".
OF_FEW_WORDS = frozenset("without instead avoid avoids avoided lack absence без".split())
BEFORE_NO, FEW = frozenset("with for at in of".split()), 3

# Alone in a clause, they speak of the next: "It is not true: the mill burned".
OF_TRUTH = frozenset("true truth fact case so false правда верно неправда неверно праўда няпраўда".split())


def denied(side: Prepared) -> dict[str, Word | None]:
    """Each content word → what denies it; None where nothing does, or a second negation takes it back. Not what is said both ways."""
    by_stem: dict[str, list[Word | None]] = {}
    found = frozenset(negating(side.words, side.text))
    passed_on: list[Word] = []
    for clause in _clauses(side, found):
        told = [word for word in clause if word.stem in side.content and word not in found]
        near = _near(clause, told, found)
        whole = [*passed_on, *(word for word in clause if word in found and word not in near.values())]
        for word in told:
            by_stem.setdefault(word.stem, []).append(_odd([*whole, *([near[word]] if word in near else [])]))
        passed_on = whole if len(told) <= 1 and _is_of_truth(clause) else []
    return {stem: those[0] for stem, those in by_stem.items() if len({word is None for word in those}) == 1}


def _odd(denying: Sequence[Word]) -> Word | None:
    return denying[0] if len(denying) % 2 else None


def _is_of_truth(clause: Sequence[Word]) -> bool:
    return not OF_TRUTH.isdisjoint(word.folded for word in clause)


def _near(clause: Sequence[Word], told: Sequence[Word], found: frozenset[Word]) -> dict[Word, Word]:
    """The few words that one behind them alone denies."""
    near: dict[Word, Word] = {}
    for before, word in zip((None, *clause), clause, strict=False):
        if word in found and (word.folded in OF_FEW_WORDS or (before and before.folded in BEFORE_NO)):
            near |= dict.fromkeys([one for one in told if one.start > word.start][:FEW], word)
    return near


def _clauses(side: Prepared, found: frozenset[Word]) -> Iterator[list[Word]]:
    clause: list[Word] = []
    for piece, joins in _pieces(side):
        if joins and (found.isdisjoint(clause) or found.isdisjoint(piece)) and found.isdisjoint(piece[1:2]):
            clause += piece
            continue
        if clause:
            yield clause
        clause = piece
    yield clause


def _pieces(side: Prepared) -> Iterator[tuple[list[Word], bool]]:
    """The words up to the next stop, break or join; and whether they are joined to those before."""
    piece: list[Word] = []
    joins = False
    for before, word in zip((None, *side.words), side.words, strict=False):
        stops = word.folded in BREAKS or (before and STOPS.search(side.text, before.end, word.start))
        if piece and (stops or word.folded in JOINS):
            yield piece, joins
            piece, joins = [], not stops
        piece.append(word)
    yield piece, joins
