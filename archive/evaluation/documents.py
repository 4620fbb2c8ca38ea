"""Scores the extraction of whole documents against their gold, and makes the measures of it."""

from __future__ import annotations

from archive.evaluation import dates, indirect, quotations, sentences
from archive.evaluation.gold import GoldDate, GoldDocument
from archive.evaluation.quotations import Tally
from archive.evaluation.shares import Measure, f1, share
from archive.extraction.types import Extraction, PublishedFound

DAY = 10  # characters of a day in EDTF


def count(tally: Tally, document: GoldDocument, found: Extraction) -> None:
    """Adds one document's counts: those of the parts that its gold is complete in."""
    tally.counts["documents"] += 1
    parts = document.annotated
    if "published" in parts and document.published:
        right = bool(found.published) and str(found.published.edtf)[:DAY] == document.published[:DAY]  # type: ignore[union-attr]
        tally.counts.update({"days": 1, "days right": right})
    if "direct" in parts:
        quotations.count(tally, document, found.statements)
    if "indirect" in parts:
        indirect.count(tally, document, found.statements)
    if "dates" in parts:
        tally.counts.update(dates.count(document.text, document.dates, found.dates, document.times, _own(found.published)))
    if "sentences" in parts:
        tally.counts.update(sentences.count(document.text, document.sentences, found.sentences))


def _own(published: PublishedFound | None) -> GoldDate | None:
    if published is None or published.start is None or published.end is None:
        return None
    return GoldDate((published.start, published.end), (published.edtf,))


def measures_of(tally: Tally) -> list[Measure]:
    """Every measure that something was counted for, with the target for articles that nobody tuned on."""
    n = tally.counts
    runs = n["runs given"], n["runs wanted"]
    made = [
        share("publication day", n["days right"], n["days"], 0.92),
        f1("quoted runs found, F1", n["runs right"], *runs, 0.98),
        share("speaker right, where found", n["sources right"], n["sources"]),
        f1("quote with the right speaker, F1", n["sources right"], *runs, 0.90),
        share("speaker mention overlaps by half", n["mentions half"], n["sources"], 0.85),
        share("full name of the speaker", n["names right"], n["names"], 0.80),
        share("he or she resolved, end to end", n["pronouns right"], n["pronouns"], 0.70),
        share("indirect speech found", n["reports found"], n["reports wanted"], 0.70),
        share("indirect speech, precision", n["reports right"], n["reports given"], 0.75),
        f1("dates found, F1", n["dates right"], n["dates given"], n["dates wanted"]),
        f1("dates found with the same words, F1", n["dates same words"], n["dates given"], n["dates wanted"]),
        f1("dates with the right value, F1", n["dates same value"], n["dates given"], n["dates wanted"], 0.88),
        f1("sentence ends inside lines, F1", n["ends right"], n["ends given"], n["ends wanted"], 0.96),
    ]
    return [one for one in made if one.value is not None]
