"""Whether the words that a report covers are those of the gold."""

import pytest

from archive.evaluation.gold import document_of
from archive.evaluation.indirect import count, overlap
from archive.evaluation.quotations import Tally
from archive.extraction import extract

pytestmark = pytest.mark.once

TEXT = "A note from the region\n17 May 2023\n\nAnna Hill said that the bridge will open soon."
WORDS = "the bridge will open soon"


GOLD = {
    "kind": "indirect", "start": TEXT.index(WORDS), "end": TEXT.index(WORDS) + len(WORDS), "speakers": [{"name": "Anna Hill"}],
    "cue": {"text": "said"},
}  # fmt: skip


def tally_of(*statements):
    tally = Tally()
    count(tally, document_of("t", TEXT, {"annotated": ["indirect"], "statements": list(statements)}), extract(TEXT).statements)
    return tally


def test_overlap_is_the_share_of_the_union():
    assert (overlap(frozenset({1, 2}), frozenset({2, 3})), overlap(frozenset(), frozenset())) == (1 / 3, 0.0)


def test_report_that_the_gold_has_not_is_a_miss():
    tally = tally_of()

    assert (tally.counts["reports given"], tally.counts["reports right"]) == (1, 0)
    assert tally.misses == [f"t | report that the gold has not | {WORDS}"]


def test_report_of_the_gold_is_found_and_its_speaker_judged():
    tally = tally_of(GOLD)

    assert {name: tally.counts[name] for name in ("reports wanted", "reports found", "reports given", "reports right")} == dict.fromkeys(
        ("reports wanted", "reports found", "reports given", "reports right"), 1
    )
    assert [one.right for one in tally.judged] == [True]
    assert tally.misses == []


def test_report_that_no_verb_announces_is_not_wanted_and_yet_right():
    tally = tally_of({name: value for name, value in GOLD.items() if name != "cue"})

    assert (tally.counts["reports wanted"], tally.counts["reports given"], tally.counts["reports right"]) == (0, 1, 1)
    assert [one.right for one in tally.judged] == [True]


def test_report_elsewhere_is_missed_and_an_optional_passage_counts_neither_way():
    elsewhere = GOLD | {"start": 2, "end": 22}
    optional = GOLD | {"end": GOLD["start"] + 10, "required": False}

    assert [miss.split(" | ")[1] for miss in tally_of(elsewhere).misses] == ["report not found", "report that the gold has not"]
    assert (tally_of(optional).counts["reports given"], tally_of(optional).misses) == (0, [])
