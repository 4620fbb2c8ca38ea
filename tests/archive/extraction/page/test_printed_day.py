"""Which of a page's stamps is its publication, and how its clock time is placed."""

import pytest

from archive.extraction import read_head
from archive.extraction.page.kinds import sheet_of
from archive.extraction.page.printed_day import Printed, printed_publication
from archive.extraction.page.titles import title_in
from archive.extraction.text.blocks import blocks_of
from archive.extraction.types import PublishedFound

TITLE = "Harbour wall to be repaired"
BODY = "The council of Ardo agreed on Tuesday to repair the harbour wall.\nIt broke in the winter.\nIt cost much.\nIt will cost more."


def printed(text: str, zone: str | None = None) -> PublishedFound | None:
    sheet = sheet_of(blocks_of(text), None)
    return printed_publication(Printed(sheet, title_in(sheet), sheet.first_paragraph), zone)


# which stamp is the publication's
CHOSEN = {
    f"{TITLE}\n17 May 2023\n{BODY}": "2023-05-17",
    f"Updated 18 May 2023\n{TITLE}\nPublished 17 May 2023\n{BODY}": "2023-05-17",
    f"Updated 18 May 2023\n{TITLE}\n{BODY}": "2023-05-18",
    f"19 May 2023\nHome | News | Sport\n{TITLE}\n17 May 2023\n{BODY}": "2023-05-17",
    f"{TITLE}\n19 May 2023\n17 May 2023, 15:44\n{BODY}": "2023-05-17T15:44:00",
    f"{TITLE}\nThe wall broke in the winter.\n17 May 2023\n{BODY}": "2023-05-17",
    f"{TITLE}\n{BODY}\n17 May 2023": "2023-05-17",
    f"{TITLE}\n{BODY}\n17 May 2023\nAnother article of ours": None,
    f"{TITLE}\n{BODY}\nPublished 17 May 2023\nAnother article of ours": "2023-05-17",
    f"{TITLE}\n04/05/2023\n{BODY}": None,
    f"{TITLE}\n{BODY}": None,
}


@pytest.mark.parametrize(("text", "published"), CHOSEN.items(), ids=range(len(CHOSEN)))
def test_stamp_that_fits_best_is_the_publication(text, published):
    found = printed(text)

    assert (found and found.edtf) == published


@pytest.mark.parametrize(("dateline", "published"), [("ARDO, May 3", "2023-05-04"), ("ARDO, Apr. 5", "2023-04-05"), ("ARDO, Jan. 5", None)])
def test_digits_that_may_be_two_days_are_the_one_that_the_dateline_tells(dateline, published):
    found = read_head(f"{TITLE}\n04/05/2023\n\n{dateline} (CoastWire) - {BODY}").published

    assert (found and found.edtf) == published


@pytest.mark.parametrize(
    ("stamp", "zone", "published"),
    [
        ("17 May 2023", "Europe/Riga", PublishedFound("2023-05-17", None, "unknown", 28, 39)),
        ("17 May 2023, 15:44", None, PublishedFound("2023-05-17T15:44:00", None, "unknown", 28, 46)),
        ("17 May 2023, 15:44", "Europe/Riga", PublishedFound("2023-05-17T15:44:00+03:00", "Europe/Riga", "inferred", 28, 46)),
        ("17 May 2023, 15:44", "Nowhere/Ardo", PublishedFound("2023-05-17T15:44:00", None, "unknown", 28, 46)),
        ("17 May 2023, 15:44 GMT", "Europe/Riga", PublishedFound("2023-05-17T15:44:00Z", "GMT", "stated", 28, 50)),
        ("17 May 2023, 15:44 ET", "Europe/Riga", PublishedFound("2023-05-17T15:44:00", None, "unknown", 28, 49)),
    ],
)
def test_clock_time_is_placed(stamp, zone, published):
    assert printed(f"{TITLE}\n{stamp}\n{BODY}", zone) == published
