"""Text in, plain values out: what a news text says about itself, and who said what in it, when and where.

`extract` reads a whole text; `read_date` reads what an editor types in a date field. Nothing here knows the database or the clock.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby

from archive.extraction.dates import DateReading, find_dates, read_date
from archive.extraction.languages.detection import language_of, language_of_line
from archive.extraction.page.head import Page, page_of, reference_of
from archive.extraction.page.stated import published_of, with_stated
from archive.extraction.statements.assembly import statements_of
from archive.extraction.statements.duplicates import merged
from archive.extraction.text.blocks import Block, blocks_of
from archive.extraction.text.faults import attempt
from archive.extraction.text.marks import mask_of
from archive.extraction.text.quotes import quotes_of
from archive.extraction.text.sentences import sentences_of
from archive.extraction.types import DateFound, DatelineFound, Extraction, Span, Stated, StatementFound

__all__ = ["DateFound", "DateReading", "Extraction", "Stated", "extract", "read_date"]

NO_ZONES: Mapping[str, str] = {}
NOTHING = Stated()


def extract(
    text: str, *, published: str | None = None, outlet_zones: Mapping[str, str] = NO_ZONES, outlet_zone: str | None = None,
    stated: Stated = NOTHING,
) -> Extraction:  # fmt: skip
    """All that can be read from the text.

    `published` is the EDTF of the document's date, for a text that has none; `outlet_zones` gives the zone of an outlet by its
    case-folded name, for clock times that state none, and `outlet_zone` the zone of the outlet itself
    where the caller knows it (a paper that prints an agency's report stamps its own time).
    """
    mask = mask_of(text)
    found = _extracted(mask.text if mask else text, published, outlet_zones, outlet_zone, stated)
    return mask.unmasked(found) if mask else found


def _extracted(text: str, published: str | None, outlet_zones: Mapping[str, str], outlet_zone: str | None, stated: Stated) -> Extraction:
    language = language_of(text)
    blocks = blocks_of(text)
    given = published_of(Stated(published=published), outlet_zone) if published else None
    known = published_of(stated, outlet_zone or outlet_zones.get(stated.outlet.casefold()))
    page = page_of(blocks, language, given, outlet_zones, outlet_zone, known)
    dates: list[DateFound] = attempt("The dates", partial(_dates, text, page, language), [])
    statements: list[StatementFound] = attempt("The statements", partial(_statements, text, page, dates), [])
    body = page.dateline.end if page.dateline else 0
    found = Extraction(
        chars=len(text),
        language=language,
        title=page.title,
        outlet=page.outlet,
        author=page.author,
        published=page.published,
        dateline=page.dateline,
        statements=tuple(merged(statements, body)),
        dates=tuple(dates),
        sentences=tuple(_sentences(text, page)),
    )
    return with_stated(found, stated, text)


def _statements(text: str, page: Page, dates: list[DateFound]) -> list[StatementFound]:
    return statements_of(text, page, quotes_of(text, page.body), dates)


def _dates(text: str, page: Page, language: str | None) -> list[DateFound]:
    """The dates of the running text and of its dateline: none of the site's menus, and not the publication's own stamp. Neighbouring
    paragraphs in one language are read together, those in other letters in their own."""
    reference = reference_of(page.published)
    found: list[DateFound] = []
    if page.dateline and page.dateline.edtf:
        found += _moved(find_dates(_words(text, [page.dateline]), language=language, reference=reference), page.dateline.start)
    for code, group in groupby(page.read, key=lambda block: language_of_line(block.text, language)):
        blocks = list(group)
        here = _moved(find_dates(_words(text, blocks), language=code, reference=reference), blocks[0].start)
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


def _within(dates: list[DateFound], page: Page) -> list[DateFound]:
    """The dates that lie in one of the blocks that are read; both come in order."""
    kept, at = [], 0
    for date in dates:
        while at < len(page.read) and page.read[at].end <= date.start:
            at += 1
        if at < len(page.read) and page.read[at].start <= date.start and date.end <= page.read[at].end:
            kept.append(date)
    return kept


def _sentences(text: str, page: Page) -> list[Span]:
    return [span for block in page.read for span in sentences_of(text, block.start, block.end)]
