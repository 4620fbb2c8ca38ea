"""The counts of a whole document, of the parts that its gold is complete in."""

import pytest

from archive.evaluation.documents import count, measures_of
from archive.evaluation.gold import document_of
from archive.evaluation.quotations import Tally
from archive.extraction import extract

pytestmark = pytest.mark.once

TEXT = "A note from the region\n17 May 2023, 15:44\n\nThe bridge opened in 2019. It will stay."


def tally_of(text=TEXT, **gold):
    tally = Tally()
    count(tally, document_of("t", text, gold), extract(text))
    return tally


def test_day_of_publication_is_counted_by_its_day():
    tally = tally_of(annotated=["published"], published={"edtf": "2023-05-17"})

    assert (tally.counts["documents"], tally.counts["days"], tally.counts["days right"]) == (1, 1, 1)
    assert [one.name for one in measures_of(tally)] == ["publication day"]


def test_dates_are_counted_in_a_text_that_tells_no_day_of_its_own():
    text = "The bridge opened in 2019. It will stay."
    at = text.index("2019")

    tally = tally_of(text, annotated=["dates"], dates=[{"start": at, "end": at + 4, "edtf": "2019"}])

    assert {name: tally.counts[name] for name in ("dates wanted", "dates given", "dates right")} == {
        "dates wanted": 1, "dates given": 1, "dates right": 1,
    }  # fmt: skip


def test_parts_that_the_gold_is_not_complete_in_are_not_counted():
    assert [one.name for one in measures_of(tally_of(annotated=["dates"], published={"edtf": "2023-05-18"}))] == [
        "dates found, F1", "dates found with the same words, F1", "dates with the right value, F1",
    ]  # fmt: skip
