"""Which spans of a document's text stay out: words of statements that are not public, and wherever else withdrawn words stand.

All of it takes time in proportion to the text and its statements, however many of them there are.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

from archive.enums import StatementStatus
from archive.models import Document, Statement
from timeline.record.titles import withdrawn_words

FEWEST_WORDS = 3  # of withdrawn words, for them to be looked for in other texts
WORD = re.compile(r"\S+")

Span = tuple[int, int]


def hidden_of(document: int, *, whole: bool = False) -> list[Span]:
    return hidden_in([document], whole=whole).get(document, [])


def hidden_in(documents: Iterable[int], *, whole: bool = False) -> dict[int, list[Span]]:
    """For each document that has some, the spans whose words stay out, with their repetitions, in order; pages and API both ask here.

    Around a statement these are all that are not public (yet, or any more). Of a text shown as a `whole`, which its Outlet allows,
    they are the withdrawn alone: leaving out a draft there would tell that it is one.
    """
    documents = list(documents)
    rows = Statement.objects.filter(document__in=documents)
    rows = rows.withdrawn() if whole else rows.exclude(status=StatementStatus.PUBLIC)
    found: dict[int, list[Span]] = {}
    for document, start, end, twins in rows.order_by().values_list("document", "start", "end", "duplicates"):
        found.setdefault(document, []).extend([(start, end), *map(tuple, twins)])
    for document, spans in _withdrawn_elsewhere(documents).items():
        found.setdefault(document, []).extend(spans)
    return {document: merged(spans) for document, spans in found.items()}


def merged(spans: Iterable[Span]) -> list[Span]:
    """In order; those that touch or overlap are one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def near(spans: list[Span], start: int, end: int) -> list[Span]:
    """Of spans in order, those that reach into the text between two places."""
    first = bisect_right(spans, start, key=lambda span: span[1])
    return spans[first : bisect_left(spans, end, lo=first, key=lambda span: span[0])]


def _withdrawn_elsewhere(documents: list[int]) -> dict[int, list[Span]]:
    """Where words stand that were withdrawn in another place of the document, in another capture of its article or in its wire copies."""
    words = withdrawn_words(documents)
    texts = Document.objects.filter(pk__in=words).values_list("pk", "text") if words else ()
    return {pk: list(chain.from_iterable(places(text, words[pk]))) for pk, text in texts}


def places(text: str, withdrawn: Iterable[str]) -> Iterator[list[Span]]:
    """For each of these words, where they stand in the text, however they are broken into lines; of one or two words nowhere, for these
    stand anywhere.

    The words between the first and the last stand in the text as whole ones. So the text is read once, and each is tried only where the
    rarest of those stands.
    """
    words = list(WORD.finditer(text))
    at = defaultdict[str, list[int]](list)
    for place, word in enumerate(words):
        at[_alike(word[0])].append(place)
    for pieces in (one.split() for one in withdrawn):
        if len(pieces) >= FEWEST_WORDS:
            rarest = min(range(1, len(pieces) - 1), key=lambda number: len(at.get(_alike(pieces[number]), ())))
            begins = (place - rarest for place in at.get(_alike(pieces[rarest]), ()) if place >= rarest)
            yield _found(text, pieces, (words[place].end() - len(pieces[0]) for place in begins))


def _found(text: str, pieces: list[str], starts: Iterable[int]) -> list[Span]:
    """Of the places where these words may begin, those where they stand, none within another."""
    pattern, found = re.compile(r"\s+".join(map(re.escape, pieces)), re.IGNORECASE), list[Span]()
    for start in starts:
        match = pattern.match(text, start) if start >= (found[-1][1] if found else 0) else None
        if match:
            found.append(match.span())
    return found


def _alike(word: str) -> str:
    """The same for all words that a search takes for the same, whatever their case."""
    return word.casefold().replace("ı", "i")
