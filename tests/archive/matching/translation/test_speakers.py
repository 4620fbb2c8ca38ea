"""One speaker printed in two languages."""

import pytest

from archive.matching.translation.speakers import may_be_one_speaker

ROWS = [
    (["Ольга Воронцова"], ["Olha Vorontsova"], True),
    (["Ольга Петровна Воронцова"], ["O. Vorontsova", "somebody else"], True),
    (["Тарас Гнатюк"], ["Taras Hnatiuk"], True),
    (["Гнатюк"], ["Taras Hnatyuk"], True),
    (["taras-hnatiuk"], ["Тарас Гнатюк"], True),
    (["Кастусь Вярбовік"], ["Kastus Viarbovik"], True),
    (["Ольга Воронцова"], ["Olga Voronina"], False),
    (["Ольга Воронцова"], ["Irina Vorontsova"], False),
    (["Ольга Воронцова"], [], None),
    ([], ["Olga Voronina"], None),
    (["我"], ["Olga Voronina"], None),
]


@pytest.mark.parametrize(("ours", "theirs", "expected"), ROWS)
def test_speakers(ours, theirs, expected):
    assert (may_be_one_speaker(ours, theirs), may_be_one_speaker(theirs, ours)) == (expected, expected)
