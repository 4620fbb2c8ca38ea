"""Words of one meaning."""

import pytest

from archive.matching.meaning.synonyms import synonyms
from archive.matching.words import stem

pytestmark = pytest.mark.once


def test_synonyms_lead_both_ways():
    assert stem("border") in synonyms()[stem("frontier")]
    assert all(one in synonyms()[other] for one, others in synonyms().items() for other in others)


def test_no_word_is_its_own_synonym():
    assert [one for one, others in synonyms().items() if one in others] == []
