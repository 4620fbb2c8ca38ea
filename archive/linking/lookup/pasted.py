"""Which public statements say what a text says that stands in no document: somebody pasted it. Reads alone, and keeps nothing of it.

The index holds what is accepted and not public yet as well. So the passages that share most with a sentence are asked first whether their
statement is public, and only then are any of their words read.
"""

from collections.abc import Callable, Collection
from typing import NamedTuple

from archive import matching
from archive.entries.asking import asked, listed
from archive.enums import Force
from archive.extraction.text.sentences import sentences_of
from archive.linking.candidates import UNREAD, candidates_for
from archive.linking.comparing import archive_idf, prepared
from archive.linking.forces import told_apart
from archive.linking.passages import LEAST_STEMS, letters_key
from archive.linking.suggestions import indexed
from archive.linking.vectors import numbers_of
from archive.matching.meaning.vectors import codes_from, codes_of, is_english, vectors_from
from archive.models import Passage, Statement

MOST_SENTENCES = 5  # of a text, those that say most: each is asked of the index
LOOKED_AT = 300  # by words, and as many by meaning: for all sentences together
COMPARED = 100  # of these that are public and wanted, the nearest: as many for all sentences together
EXPLAINED = 40  # of these the likest: what differs and why they are alike costs as much again
# Each passage is asked by its key: of so many SQLite would look through all statements instead.
PUBLIC = """
SELECT p.id, p.statement_id FROM archive_passage p CROSS JOIN archive_statement s
WHERE p.id IN ({keys}) AND s.id = p.statement_id AND NOT s.status <> 'public'
"""
Wanted = Callable[[Collection[int]], Collection[int]]  # which of these statements somebody wants


class Sentence(NamedTuple):
    """A sentence of the text as the index would hold it: its words, what is the same for the same ones, and what it means if it is
    English."""

    text: str
    letters: str
    numbers: bytes | None


class Alike(NamedTuple):
    """A sentence of the text, the words of a public statement that are most like it, and how much."""

    sentence: str
    passage: Passage
    match: matching.Match


def telling(text: str) -> list[str]:
    """The sentences that say enough to be looked for, in their order; where they are many, those that say most."""
    found = {span: len(matching.content_of(text[slice(*span)])) for span in sentences_of(text, 0, len(text))}
    enough = [span for span, stems in found.items() if stems >= LEAST_STEMS]
    most = sorted(enough, key=lambda span: (-found[span], span))[:MOST_SENTENCES]
    return [" ".join(text[slice(*span)].split()) for span in sorted(most)]


def alike(text: str, wanted: Wanted = lambda statements: statements) -> list[Alike]:
    """Public statements with words that are like a sentence of the text, the likeliest first, and of equals the earliest; each once."""
    sentences = _read(telling(text))
    keys = [candidates_for(*one, LOOKED_AT // len(sentences)) for one in sentences]
    public = _public({key for some in keys for key in some}, wanted)
    nearest = [[key for key in some if key in public][: COMPARED // len(sentences)] for some in keys]
    found = _compared(list(zip(sentences, nearest, strict=True)))
    best: dict[int, Alike] = {}
    for one in sorted(found, key=_order):
        best.setdefault(one.passage.statement_id, one)
    return list(best.values())


def _order(one: Alike) -> tuple[float, int, int]:
    return -one.match.probability, one.passage.statement.said_sort, one.passage.pk


def _read(sentences: list[str]) -> list[Sentence]:
    """With what they mean, all in one reading."""
    english = [one for one in sentences if is_english(matching.taken_apart(one, None).words)]
    numbers = dict(zip(english, (row.tobytes() for row in codes_of(english)), strict=True))
    return [Sentence(one, letters_key(one), numbers.get(one)) for one in sentences]


def _public(keys: Collection[int], wanted: Wanted) -> set[int]:
    """Those of the passages whose statement is public, and wanted."""
    statements = dict(asked(PUBLIC.format(keys=listed(keys))))
    passing = set(wanted(set(statements.values())))
    return {key for key, statement in statements.items() if statement in passing}


def _compared(sentences: list[tuple[Sentence, list[int]]]) -> list[Alike]:
    """Each sentence with the passages that are near it."""
    keys = {key for _, near in sentences for key in near}
    rows = Passage.objects.public().select_related("statement").defer(*UNREAD).in_bulk(keys)  # asked again: one may be withdrawn since
    numbers = numbers_of(rows)
    theirs = {key: prepared(row.text, numbers.get(key)) for key, row in rows.items()}
    ours = [matching.taken_apart(one.text, vectors_from(codes_from(one.numbers))[0] if one.numbers else None) for one, _ in sentences]
    idf = archive_idf([*ours, *theirs.values()], indexed())
    weighed = [
        (matching.weighed(read, theirs[key], idf), one, rows[key])
        for read, (one, near) in zip(ours, sentences, strict=True)
        for key in near
        if key in rows
    ]
    likest = sorted(weighed, key=lambda pair: (-pair[0].likeness, pair[2].pk))[:EXPLAINED]
    return [_alike(one, matching.explained(pair, idf), row) for pair, one, row in likest]


def _alike(sentence: Sentence, match: matching.Match, passage: Passage) -> Alike:
    """A pasted text is taken to be said, whatever its writer means by it."""
    pasted = Passage(statement=Statement(force=Force.ASSERTED), text=sentence.text)
    return Alike(sentence.text, passage, told_apart(match, pasted, passage))
