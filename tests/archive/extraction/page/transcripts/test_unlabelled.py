"""Texts in which people speak by turns, and no label says who."""

import pytest

from archive.extraction.page.transcripts.unlabelled import reads_like_a_transcript

ASKED = "Will the bridge be open in May?\n\nIt will be open in May, and free for all.\n\n"
OWN = "We will open the bridge in May.\n\nIt is long.\n\nI am glad of it.\n\nOur road comes next.\n\n"


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        (ASKED * 3, True),
        (ASKED * 2, False),
        (ASKED * 3 + "The bridge is of steel.\n\n" * 12, False),
        ("— We will open it in May.\n\n" * 4, True),
        ("— We will open it in May.\n\n" + "The bridge is of steel.\n\n" * 4, False),
        (f"Interview about the bridge\n\n{OWN}", True),
        (f"News of the bridge\n\n{OWN}", False),
        ("Интервью о мосте\n\nМост длинный.\n\nОн стальной.\n\nЕго открыли.\n\nДорога тоже.", False),
    ],
)
def test_text_reads_like_a_transcript(text, is_one):
    assert reads_like_a_transcript(text) == is_one
