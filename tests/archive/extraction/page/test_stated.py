"""What a page states of itself comes before what is read off its text."""

import pytest

from archive.extraction import Stated, extract, read_head
from archive.extraction.types import NameFound, PublishedFound, TextFound

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


def test_stated_names_come_first() -> None:
    found = read_head(TEXT, stated=Stated("The bridge opens", "Gazette", "Peter Marsh"))

    assert (found.title, found.outlet, found.author) == (
        TextFound("The bridge opens", 0, 16), NameFound("Gazette", None, None), NameFound("Peter Marsh", None, None),
    )  # fmt: skip
    assert read_head(TEXT, stated=Stated("Another title")).title == TextFound("Another title", None, None)


def test_without_a_statement_the_text_is_read() -> None:
    found = read_head(TEXT)

    assert (found.title, found.published and found.published.edtf) == (TextFound("The bridge opens", 0, 16), "2023-05-20")


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
