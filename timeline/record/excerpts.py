"""What the public sees of a document's text: its statements marked, and around them as much as its Outlet allows.

Words of a statement that was taken back are cut out everywhere, in other captures and copies of its text too; in excerpts also those of
statements that are not public (yet).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from django.db.models.functions import Substr

from archive.enums import StatementStatus
from archive.models import Document, Statement
from timeline.record.titles import withdrawn_words

AROUND = 420  # characters either side, before they are cut to whole sentences
SENTENCES = 3
FEWEST_WORDS = 3  # of withdrawn words, for them to be looked for in other texts
SENTENCE_END = re.compile(r"[.!?…][\"”»’)\]]*\s+(?=[\"“«„‘(\[]?[^\W\d_a-zà-öø-ÿа-я])|\n\s*\n\s*")

Span = tuple[int, int]


@dataclass(frozen=True)
class Mark:
    """The span of a public statement, and its address (none on its own page)."""

    start: int
    end: int
    public_id: str = ""
    url: str = ""


@dataclass(frozen=True)
class Piece:
    """Some of a document's text: plain, in a statement (with its `mark`), or a gap where words are left out."""

    text: str
    mark: Mark | None = None
    gap: bool = False
    first: bool = False


def context_of(statement: Statement) -> list[Piece]:
    """Up to three sentences either side of a statement, read from the database without the rest of the document."""
    start = max(0, statement.start - AROUND)
    window = Substr("text", start + 1, statement.end + AROUND + 1 - start)  # one more, to see whether the text goes on
    text = Document.objects.filter(pk=statement.document_id).values_list(window, flat=True).get()
    is_end = len(text) < statement.end + AROUND + 1 - start
    first, last = _whole_sentences(text, statement.start - start, statement.end - start, is_start=start == 0, is_end=is_end)
    own = Mark(statement.start, statement.end)
    found = pieces(text[first:last], start + first, [own], hidden_of(statement.document_id))
    return _with_ellipses(found, cut_before=start + first > 0, cut_after=last < len(text) or not is_end)


def excerpts_of(document: Document, statements: Iterable[Statement]) -> list[list[Piece]]:
    """The document in full where its Outlet allows that, else a block around each statement; neighbouring blocks are one."""
    marks = [Mark(one.start, one.end, one.public_id, one.get_absolute_url()) for one in statements]
    text = document.text
    if document.shows_full_text:
        return [pieces(text, 0, marks, hidden_of(document.pk, whole=True))]
    hidden = hidden_of(document.pk)
    return [
        _with_ellipses(pieces(text[start:end], start, marks, hidden), cut_before=start > 0, cut_after=end < len(text))
        for start, end in _joined(_around(text, mark) for mark in marks)
    ]


def hidden_of(document: int, *, whole: bool = False) -> list[Span]:
    return hidden_in([document], whole=whole).get(document, [])


def hidden_in(documents: Iterable[int], *, whole: bool = False) -> dict[int, list[Span]]:
    """For each document that has some, the spans whose words stay out, with their repetitions; pages and API both ask here.

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
    return found


def _withdrawn_elsewhere(documents: list[int]) -> dict[int, list[Span]]:
    """Where words stand that were withdrawn in another place of the document, in another capture of its article or in its wire copies."""
    words = withdrawn_words(documents)
    texts = Document.objects.filter(pk__in=words).values_list("pk", "text") if words else ()
    return {pk: [match.span() for one in words[pk] for match in _anyhow_spaced(one).finditer(text)] for pk, text in texts}


def _anyhow_spaced(words: str) -> re.Pattern[str]:
    """Finds the words however they are broken into lines; of one or two words nothing, for these stand anywhere."""
    pieces = words.split()
    return re.compile(r"\s+".join(map(re.escape, pieces)) if len(pieces) >= FEWEST_WORDS else r"(?!)", re.IGNORECASE)


def pieces(text: str, offset: int, marks: Iterable[Mark], hidden: Iterable[Span]) -> list[Piece]:
    """`text`, which begins at `offset` in its document, cut where a mark or a hidden span begins or ends. A mark wins."""
    marks, hidden = list(marks), list(hidden)
    found: list[Piece] = []
    for start, stop in pairwise(_cuts(offset, offset + len(text), [*((mark.start, mark.end) for mark in marks), *hidden])):
        mark = next((mark for mark in marks if mark.start <= start < mark.end), None)
        if mark is None and any(first <= start < last for first, last in hidden):
            found += [] if found and found[-1].gap else [Piece("", gap=True)]
        else:
            found.append(Piece(text[start - offset : stop - offset], mark, first=bool(mark and mark.start == start)))
    return found


def _cuts(start: int, end: int, spans: Iterable[Span]) -> list[int]:
    """Where the spans begin and end between two places, and these."""
    return sorted({start, end, *(cut for span in spans for cut in span if start <= cut <= end)})


def _around(text: str, mark: Mark) -> Span:
    start = max(0, mark.start - AROUND)
    window, is_end = text[start : mark.end + AROUND], mark.end + AROUND >= len(text)
    first, last = _whole_sentences(window, mark.start - start, mark.end - start, is_start=start == 0, is_end=is_end)
    return start + first, start + last


def _whole_sentences(text: str, start: int, end: int, *, is_start: bool, is_end: bool) -> Span:
    """Wider bounds that begin and end with a sentence, or a word where there is no sentence's end in sight."""
    begins = [match.end() for match in SENTENCE_END.finditer(text, 0, start)]
    ends = [match.start() + len(match[0].rstrip()) for match in SENTENCE_END.finditer(text, end)]
    begins = [0, *begins] if is_start else begins
    ends = [*ends, len(text)] if is_end else ends
    first = begins[-SENTENCES:][0] if begins else text.find(" ", 0, start) + 1
    last = ends[:SENTENCES][-1] if ends else max(text.rfind(" ", end), end)
    return first, last


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Spans in order; those that touch or nearly do are one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1] + 2:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _with_ellipses(found: list[Piece], *, cut_before: bool, cut_after: bool) -> list[Piece]:
    before = [Piece("", gap=True)] if cut_before and found and not found[0].gap else []
    after = [Piece("", gap=True)] if cut_after and found and not found[-1].gap else []
    return [*before, *found, *after]
