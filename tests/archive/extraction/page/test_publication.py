"""When a text was published: what its page states, then what is printed, then what the caller gave, then the dateline."""

import datetime

import pytest

from archive.extraction import Stated, extract, read_head
from archive.extraction.page.publication import reference_of
from archive.extraction.types import PublishedFound

TEXT = "The bridge opens\n\nVALMERE, 17 May (Coastal News) - Anna Kovaleva said the bridge would be opened.\n\n20 May 2023\n"
PUBLISHED = [
    (Stated(published="2019-05-17"), None, PublishedFound("2019-05-17", None, "unknown")),
    (Stated(published="2019-05-17T09:30:00+02:00"), "Europe/Minsk", PublishedFound("2019-05-17T09:30:00+02:00", "+02:00", "stated")),
    (Stated(published="2019-05-17T09:30:00Z"), None, PublishedFound("2019-05-17T09:30:00Z", "UTC", "stated")),
    (Stated(published="2019-05-17T09:30:00"), None, PublishedFound("2019-05-17T09:30:00", None, "unknown")),
    (Stated(published="2019-05-17T09:30:00"), "Europe/Minsk", PublishedFound("2019-05-17T09:30:00+03:00", "Europe/Minsk", "inferred")),
    (Stated(published="2019-12-17T09:30:00"), "Europe/London", PublishedFound("2019-12-17T09:30:00Z", "Europe/London", "inferred")),
    (
        Stated(published="2019-05-17", readings=("2019-05-17", "2019-05-16T22:30:00Z")), "Europe/Minsk",
        PublishedFound("2019-05-17T01:30:00+03:00", "Europe/Minsk", "stated", readings=("2019-05-17", "2019-05-16T22:30:00Z")),
    ),
    (
        Stated(published="2019-05-17", readings=("2019-05-17", "2019-05-16T22:30:00Z")), "America/New_York",
        PublishedFound("2019-05-17", None, "unknown", readings=("2019-05-17", "2019-05-16T22:30:00Z")),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("stated", "zone", "published"), PUBLISHED, ids=range(len(PUBLISHED)))
def test_stated_publication_comes_first(stated: Stated, zone: str | None, published: PublishedFound) -> None:
    assert read_head(TEXT, stated=stated, outlet_zone=zone).published == published


def test_zone_is_that_of_the_stated_outlet() -> None:
    found = read_head(TEXT, stated=Stated(outlet="Gazette", published="2019-05-17T09:30:00"), outlet_zones={"gazette": "Europe/Minsk"})

    assert found.published == PublishedFound("2019-05-17T09:30:00+03:00", "Europe/Minsk", "inferred")


@pytest.mark.parametrize(
    ("published", "outlet_zone", "found"),
    [
        ("2023-05-17T15:44:00+03:00", None, PublishedFound("2023-05-17T15:44:00+03:00", "+03:00", "stated")),
        ("2023-05-17T15:44:00Z", "Europe/Minsk", PublishedFound("2023-05-17T15:44:00Z", "UTC", "stated")),
        ("2023-05-17T15:44:00", "Europe/Minsk", PublishedFound("2023-05-17T15:44:00+03:00", "Europe/Minsk", "inferred")),
        ("2023-05-17", "Europe/Minsk", PublishedFound("2023-05-17", None, "unknown")),
    ],
)
def test_zone_that_the_caller_states_is_stated(published: str, outlet_zone: str | None, found: PublishedFound) -> None:
    assert read_head("The bridge opens in the spring.", published=published, outlet_zone=outlet_zone).published == found


def test_words_are_said_on_no_open_date() -> None:
    (found,) = extract("“The bridge will open,” Anna Kovaleva said.", published="../2023").statements

    assert found.said_on is None


@pytest.mark.parametrize(
    ("edtf", "day"),
    [
        ("2023-05-17", datetime.date(2023, 5, 17)),
        ("2023-05-17T15:44:00Z", datetime.date(2023, 5, 17)),
        ("2023-05", None),
        ("../2023-05-17", None),
        ("2023-05-XX", None),
    ],
)
def test_day_from_which_dates_are_counted(edtf, day):
    assert reference_of(PublishedFound(edtf, None, "unknown")) == day


def test_without_a_publication_no_date_is_counted_from():
    assert reference_of(None) is None
