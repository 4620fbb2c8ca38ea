"""Which of many texts share most words with one."""

import pytest

from archive.matching import content_of, prepare
from archive.matching.shortlist import POSTINGS, Shortlist

pytestmark = pytest.mark.once

TEXTS = ["The harbour bridge will open in May.", "The border stays open.", "Prices of bread fell in May.", ""]


def found(query, limit=10):
    return Shortlist([content_of(text) for text in TEXTS]).candidates(prepare(query), limit)


def test_text_that_shares_most_stands_first():
    shares = found("The harbour bridge opens in May.")

    assert next(iter(shares)) == 0
    assert shares[0] == max(shares.values())


def test_synonym_leads_to_a_text():
    assert list(found("The frontier.")) == [1]


def test_common_words_are_never_read_where_rare_ones_are_found():
    common, rare = content_of("The border stays open."), content_of("The harbour bridge.")
    shortlist = Shortlist([rare | common, *[common] * POSTINGS])

    assert list(shortlist.candidates(prepare("The harbour bridge at the open border."), POSTINGS)) == [0]
    assert len(shortlist.candidates(prepare("The open border."), POSTINGS)) == POSTINGS


def test_nothing_in_common_and_the_limit():
    assert found("Zebras graze.") == {}
    assert len(found("The harbour and the border and the bread", limit=2)) == 2
