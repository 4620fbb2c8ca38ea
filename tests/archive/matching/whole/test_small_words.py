"""Pairs that a small word parts, and pairs that say the same in spite of one, in four languages: each row of the table, both ways round."""

from pathlib import Path

import pytest

from archive.matching import Idf, compare

TABLE = Path(__file__).with_name("small_words.txt")
ROWS = [tuple(part.strip() for part in line.split("|")) for line in TABLE.read_text(encoding="utf-8").splitlines() if line[0] != "#"]


@pytest.mark.parametrize(("language", "kind", "one", "other", "label"), ROWS)
def test_pair(language, kind, one, other, label):
    there, back = compare(one, other, Idf()), compare(other, one, Idf())

    assert [(match.same, match.label) for match in (there, back)] == 2 * [(label == "same", label)], there.reasons


@pytest.mark.once
def test_table_has_enough_of_each_kind():
    same = [row for row in ROWS if row[4] == "same"]

    assert len(ROWS) >= 71
    assert len(same) >= len(ROWS) / 3
    assert {row[0] for row in ROWS} == {"en", "ru", "be", "uk"}
