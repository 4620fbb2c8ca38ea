"""What each block of a text is: a stamp, the site's own, a caption, a paragraph, or a line such as a title."""

import pytest

from archive.extraction.page.kinds import is_prose, sheet_of
from tests.archive.extraction.page.blocks import blocks

PROSE = "The council of Ardo agreed on Tuesday to repair the harbour wall."


@pytest.mark.parametrize(
    ("lines", "kinds"),
    [
        (("Harbour wall to be repaired", "17 May 2023", PROSE), ("line", "stamp", "prose")),
        (("Home | News | Sport", "Harbour wall to be repaired", PROSE), ("chrome", "line", "prose")),
        (("Harbour wall to be repaired", "Photo: Ana Ruiz", PROSE), ("line", "caption", "prose")),
        (("Why does the wall cost so much?", "17 May 2023", PROSE), ("line", "stamp", "prose")),
        (("Why does the wall cost so much?", PROSE), ("line", "prose")),
        (("Council votes for “a wall that lasts”", PROSE), ("line", "prose")),
        (("Ardo today", "Council votes for “a wall that lasts”", PROSE), ("line", "line", "prose")),
        (("Harbour wall to be repaired", "Why does the wall cost so much?", PROSE), ("line", "prose", "prose")),
        (("Ardo today", "Present were:", PROSE), ("line", "prose", "prose")),
        ((PROSE, "Ardo today", "18 May 2023"), ("prose", "line", "stamp")),
        (("Мэр о стене порта: «Больше ждать нельзя»", "17 мая 2023", "Стену порта восстановят."), ("line", "stamp", "prose")),
        ((), ()),
    ],
)
def test_blocks_are_sorted(lines, kinds):
    assert sheet_of(blocks(*lines), None).kinds == kinds


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        (PROSE, True),
        ("“We have waited long enough,” the mayor said", True),
        ("— Стену восстановят", True),
        ("Present were Anna Hill, Lena Brandt and those below:", True),
        ("The wall is to stand " + "again and again " * 12 + "before the winter", True),
        ("The work begins in June", False),
        ("The wall", False),
    ],
)
def test_paragraph_below_the_head(text, prose):
    assert is_prose(text, 7, may_be_title=False) == prose


def test_first_paragraph_and_stamps_are_known_by_number():
    sheet = sheet_of(blocks("Harbour wall to be repaired", "17 May 2023", PROSE), None)

    assert (sheet.first_paragraph, list(sheet.stamps)) == (2, [1])
    assert sheet_of(blocks("Harbour wall to be repaired"), None).first_paragraph == 1
