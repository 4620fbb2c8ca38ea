"""Words that were taken back, and where else they stand: in other captures of an article, and in copies of its text."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

from archive.entries.asking import asked, listed
from archive.matching.words import fold
from archive.models import Document

WORD = re.compile(r"\w+")
PIECE = re.compile(r"\S+")
FEWEST_IN_TITLE = 4  # words of a title inside withdrawn words: "The minister" alone gives nothing away
FEWEST_IN_TEXT = 3  # withdrawn words, for them to be looked for in other texts
# The documents that print the same text, or nearly, as one of these: itself, the captures of its article, its copies, and what it copies
# with the other copies of that. Of two documents each is kin to the other.
KIN = """
kin(document, other) AS (
    SELECT d.id, other.id FROM archive_document d JOIN archive_document other ON other.article_id = d.article_id WHERE d.id IN ({0})
    UNION SELECT d.id, other.id FROM archive_document d JOIN archive_document other ON other.wire_copy_of_id = d.id WHERE d.id IN ({0})
    UNION SELECT d.id, d.wire_copy_of_id FROM archive_document d WHERE d.id IN ({0}) AND d.wire_copy_of_id IS NOT NULL
    UNION SELECT d.id, other.id FROM archive_document d JOIN archive_document other ON other.wire_copy_of_id = d.wire_copy_of_id
        WHERE d.id IN ({0})
)"""
# The empty text behind the state keeps the database from reading all that were withdrawn.
WITHDRAWN = """
SELECT DISTINCT kin.document, s.text FROM kin JOIN archive_statement s ON s.document_id = kin.other WHERE s.status || '' = 'withdrawn'
"""


def kin_of(documents: Iterable[int]) -> set[int]:
    """These, and those that print the same text or nearly."""
    return {pk for (pk,) in asked(f"WITH {KIN.format(listed(documents))} SELECT DISTINCT kin.other FROM kin")}


def withdrawn_words(documents: Iterable[int]) -> dict[int, list[str]]:
    """For each document that has some: the words withdrawn in it and in those that print the same text or nearly."""
    found, numbers = dict[int, list[str]](), list(documents)
    for document, text in asked(f"WITH {KIN.format(listed(numbers))} {WITHDRAWN}") if numbers else ():
        found.setdefault(document, []).append(text)
    return found


def repeats(title: str, withdrawn: Iterable[str]) -> bool:
    """Whether a title holds withdrawn words, or is of four words or more that stand in them. Case, accents and punctuation don't count."""
    words = _bare(title)
    is_long = len(words.split()) >= FEWEST_IN_TITLE
    return any(text.strip() and (text in words or (is_long and words in text)) for text in map(_bare, withdrawn))


def places_of(withdrawn: dict[int, list[str]]) -> dict[int, list[tuple[int, int]]]:
    """Where these words of each document stand in its text."""
    texts = Document.objects.filter(pk__in=withdrawn).values_list("pk", "text") if withdrawn else ()
    return {pk: list(chain.from_iterable(places(text, withdrawn[pk]))) for pk, text in texts}


def places(text: str, withdrawn: Iterable[str]) -> Iterator[list[tuple[int, int]]]:
    """For each of these words, where they stand in the text, however they are broken into lines; of one or two words nowhere, for these
    stand anywhere.

    The words between the first and the last stand in the text as whole ones. So the text is read once, and each is tried only where the
    rarest of those stands.
    """
    words = list(PIECE.finditer(text))
    at = defaultdict[str, list[int]](list)
    for place, word in enumerate(words):
        at[_alike(word[0])].append(place)
    for pieces in (one.split() for one in withdrawn):
        if len(pieces) >= FEWEST_IN_TEXT:
            rarest = min(range(1, len(pieces) - 1), key=lambda number: len(at.get(_alike(pieces[number]), ())))
            begins = (place - rarest for place in at.get(_alike(pieces[rarest]), ()) if place >= rarest)
            yield _found(text, pieces, (words[place].end() - len(pieces[0]) for place in begins))


def _found(text: str, pieces: list[str], starts: Iterable[int]) -> list[tuple[int, int]]:
    """Of the places where these words may begin, those where they stand, none within another."""
    pattern, found = re.compile(r"\s+".join(map(re.escape, pieces)), re.IGNORECASE), list[tuple[int, int]]()
    for start in starts:
        match = pattern.match(text, start) if start >= (found[-1][1] if found else 0) else None
        if match:
            found.append(match.span())
    return found


def _alike(word: str) -> str:
    """The same for all words that a search takes for the same, whatever their case."""
    return word.casefold().replace("ı", "i")


def _bare(text: str) -> str:
    """The words with one space around each, so that no part of a word is found for a whole one."""
    return f" {' '.join(WORD.findall(fold(text)))} "
