"""The title is the line above the article that looks most like one."""

import pytest

from archive.extraction.page.kinds import sheet_of
from archive.extraction.page.titles import title_in
from archive.extraction.text.blocks import blocks_of

BODY = "The council of Ardo agreed on Tuesday to repair the harbour wall."
TITLE = "Harbour wall to be repaired"


@pytest.mark.parametrize(
    "head",
    [
        f"{TITLE}\n",
        f"{TITLE}\n17 May 2023\n",
        f"News\n{TITLE}\n17 May 2023\n",
        f"Home | News | Sport\nPolitics\n{TITLE}\nBy Ana Ruiz\n17 May 2023\n",
        f"{TITLE}\nThe work is to begin in June and to end before the winter\n17 May 2023\n",
        f"{TITLE}\nBy Ana Ruiz\nStaff writer of the paper in Ardo\n17 May 2023\n",
        f"{TITLE}\nBy Ana Ruiz and Wei Liang\n",
        f"17 May 2023\n{TITLE}\n",
        f"{TITLE}\nLena Brandt (Ardo), Anna Hill (Lavern) and three others were there\n",
        f"Weather and traffic in Ardo\n\n{TITLE}\n17 May 2023\n",
    ],
)
def test_title_is_found(head):
    sheet = sheet_of(blocks_of(head + "\n" + BODY), None)
    at = title_in(sheet)

    assert at is not None
    assert sheet.blocks[at].text == TITLE


@pytest.mark.parametrize("head", ["", "17 May 2023\n", "By Ana Ruiz\n", "Photo: Ana Ruiz\n", "Home | News | Sport\n", "Read more\n"])
def test_text_without_a_title(head):
    assert title_in(sheet_of(blocks_of(f"{head}\n{BODY}"), None)) is None


def test_no_line_below_the_first_paragraph_is_the_title():
    assert title_in(sheet_of(blocks_of(f"{BODY}\n\n{TITLE}\n17 May 2023"), None)) is None
