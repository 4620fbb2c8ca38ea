"""What two texts have in common, in numbers."""

import pytest

from archive.matching import Circumstances, Idf, prepare
from archive.matching.features import common, longest_phrase, measure, synonym_pairs
from archive.matching.words import stem

pytestmark = pytest.mark.once

IDF = Idf()


def measured(a, b, **known):
    return measure(prepare(a), prepare(b), IDF, Circumstances(**known))


def test_same_text_shares_all():
    found = measured("The harbour bridge will open in May.", "The harbour bridge will open in May.")

    assert (found.query_contained, found.other_contained, found.jaccard, found.length_ratio) == (1, 1, 1, 1)
    assert found.grams == pytest.approx(1)


def test_texts_without_a_common_word_share_nothing():
    found = measured("The harbour bridge will open.", "Prices fell again.")

    assert (found.query_contained, found.other_contained, found.jaccard, found.rarest, found.number_shared) == (0, 0, 0, 0, 0)


def test_empty_text_divides_by_nothing():
    found = measured("", "")

    assert (found.query_contained, found.jaccard, found.with_synonyms, found.length_ratio, found.cosine) == (0, 0, 0, 0, None)


@pytest.mark.parametrize(("is_same", "speaker"), [(None, 0), (True, 1), (False, -1)])
def test_speaker_counts_for_or_against(is_same, speaker):
    assert measured("a", "b", is_same_speaker=is_same).speaker == speaker


@pytest.mark.parametrize(("days", "near"), [(None, 0), (0, 1), (60, 0.5), (-60, 0.5)])
def test_near_days_count(days, near):
    assert measured("a", "b", days_apart=days).near == near


def test_number_that_both_name_is_shared_and_other_names_conflict():
    found = measured("Anna Hill promised 300 million.", "Peter Marsh promised $0.3bn.")

    assert (found.number_shared, found.names_conflict) == (1, 1)


def test_each_synonym_is_used_once():
    border = [stem("border"), stem("frontier")]

    assert len(synonym_pairs(border, [stem("frontier")])) == 1
    assert synonym_pairs([stem("school")], [stem("prison")]) == []


def test_longest_phrase_holds_stop_words():
    phrase = longest_phrase(prepare("They said the end of the war is near."), prepare("Nobody sees the end of the war."))

    assert phrase == tuple(stem(word) for word in "the end of the war".split())
    assert common(prepare("rain"), prepare("sun")).phrase == ()
