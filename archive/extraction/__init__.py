"""Text in, plain values out: what a news text says about itself, and who said what in it, when and where.

`extract` reads a whole text and `read_head` its head alone; `read_date` reads what an editor types in a date field. Nothing here knows
the database or the clock. The rooms, each of which imports only from those before it:

languages/   closed lists of words and forms, English and Slavic; which language a text is in
text/        blocks, sentences, quotations, tokens; tables of rules; what an error costs
dates/       dates as texts write them
page/        the head of a page: its title, stamps, dateline; which blocks are the article; turns of a transcript; notices
people/      names, roles and bodies
speech/      who is said to have said what in one sentence
speakers/    whom the names, roles and pronouns of a document lead to
statements/  what is proposed: who said what, when, on which occasion, and how sure that is
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby
from typing import TypeVar

from archive.extraction.dates import DateReading, list_dates, read_date
from archive.extraction.languages.detection import language_of_line
from archive.extraction.page.head import Layout, head_of
from archive.extraction.page.publication import reference_of
from archive.extraction.page.stated import Known
from archive.extraction.statements.assembly import statements_of
from archive.extraction.statements.duplicates import merged
from archive.extraction.text.blocks import Block
from archive.extraction.text.faults import attempt
from archive.extraction.text.marks import mask_of
from archive.extraction.text.quotes import quotes_of
from archive.extraction.text.sentences import sentences_of
from archive.extraction.types import DateFound, DatelineFound, Extraction, Head, Span, Stated, StatementFound

__all__ = ["LONG", "DateFound", "DateReading", "Extraction", "Head", "Stated", "extract", "read_date", "read_head"]

LONG = 200_000  # characters, from which on nobody should wait for the reading
NO_ZONES: Mapping[str, str] = {}
NOTHING = Stated()
Found = TypeVar("Found", bound=Head)


def extract(
    text: str, *, published: str | None = None, outlet_zones: Mapping[str, str] = NO_ZONES, outlet_zone: str | None = None,
    stated: Stated = NOTHING,
) -> Extraction:  # fmt: skip
    """All that can be read from the text.

    `published` is the EDTF of the document's date, for a text that has none; `outlet_zones` gives the zone of an outlet by its
    case-folded name, for clock times that state none, and `outlet_zone` the zone of the outlet itself
    where the caller knows it (a paper that prints an agency's report stamps its own time).
    """
    return _read(text, _extracted, Known(published, outlet_zones, outlet_zone, stated))


def read_head(
    text: str, *, published: str | None = None, outlet_zones: Mapping[str, str] = NO_ZONES, outlet_zone: str | None = None,
    stated: Stated = NOTHING,
) -> Head:  # fmt: skip
    """What the text says of itself, as `extract` finds it, and nothing of who said what in it: a small part of the work."""
    return _read(text, _head, Known(published, outlet_zones, outlet_zone, stated))


def _read(text: str, read: Callable[[str, Known], Found], known: Known) -> Found:
    """What is found, at its places in the text as it is: letters that stand apart from their marks are read as one."""
    mask = mask_of(text)
    if mask is None:
        return read(text, known)
    found: Found = mask.unmasked(read(mask.text, known))
    return found


def _head(text: str, known: Known) -> Head:
    return head_of(text, known)[0]


def _extracted(text: str, known: Known) -> Extraction:
    head, page = head_of(text, known)
    dates: list[DateFound] = attempt("The dates", partial(_dates, text, page), [])
    statements: list[StatementFound] = attempt("The statements", partial(_statements, text, page, dates), [])
    body = page.dateline.end if page.dateline else 0
    return Extraction(
        head.chars,
        head.language,
        head.title,
        head.outlet,
        head.author,
        head.published,
        head.dateline,
        statements=tuple(attempt("The copies of a saying", partial(merged, statements, body), statements)),
        dates=tuple(dates),
        sentences=tuple(_sentences(text, page)),
    )


def _statements(text: str, page: Layout, dates: list[DateFound]) -> list[StatementFound]:
    return statements_of(text, page, quotes_of(text, page.body), dates)


def _dates(text: str, page: Layout) -> list[DateFound]:
    """The dates of the running text and of its dateline: none of the site's menus, and not the publication's own stamp. Neighbouring
    paragraphs in one language are read together, those in other letters in their own."""
    reference = reference_of(page.published)
    found: list[DateFound] = []
    if page.dateline and page.dateline.edtf:
        words = _words(text, [page.dateline])
        found += _moved(list_dates(words, language=page.language, reference=reference), page.dateline.start)
    for code, group in groupby(page.read, key=lambda block: language_of_line(block.text, page.language)):
        blocks = list(group)
        here = _moved(list_dates(_words(text, blocks), language=code, reference=reference), blocks[0].start)
        found += _within(here, page)
    return sorted(found, key=lambda date: date.start)


def _moved(dates: list[DateFound], by: int) -> list[DateFound]:
    return [replace(date, start=date.start + by, end=date.end + by) for date in dates]


def _words(text: str, parts: Sequence[Block | DatelineFound]) -> str:
    """The parts at their places in the text, and blank lines for what stands between them."""
    written, at = [], parts[0].start
    for part in parts:
        written += ["\n" * (part.start - at), text[part.start : part.end]]
        at = part.end
    return "".join(written)


def _within(dates: list[DateFound], page: Layout) -> list[DateFound]:
    """The dates that lie in one of the blocks that are read; both come in order."""
    kept, at = [], 0
    for date in dates:
        while at < len(page.read) and page.read[at].end <= date.start:
            at += 1
        if at < len(page.read) and page.read[at].start <= date.start and date.end <= page.read[at].end:
            kept.append(date)
    return kept


def _sentences(text: str, page: Layout) -> list[Span]:
    return [span for block in page.read for span in sentences_of(text, block.start, block.end)]
