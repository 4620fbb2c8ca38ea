"""What is the name of an outlet, and the clock that a known agency goes by."""

import pytest

from archive.extraction import read_head
from archive.extraction.page.agencies import is_other_body, is_outlet, zone_of_agency
from archive.extraction.types import PublishedFound


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("Reuters", True),
        ("БЕЛТА", True),
        ("CoastWire", True),
        ("BEREG.RU", True),
        ("The Ardo Times", True),
        ("Радио Берег", True),
        ("Берег Новости", True),
        ("Coast News Agency", True),
        ("Газета «Берег»", True),
        ("ИА «Берег»", True),
        ("Coast Gazette (Ardo)", True),
        ("Coast Space Agency", False),
        ("Times", False),
        ("Ardo", False),
        ("Anna Hill", False),
        ("Ministry of Works", False),
        ("министерство обороны", False),
        ("“the big one”", False),
        ("The wall of Ardo falls on the Harbour Post", False),
    ],
)
def test_name_of_an_outlet(name: str, outlet: bool) -> None:
    assert is_outlet(name) == outlet


@pytest.mark.parametrize(
    ("name", "is_body"),
    [("Ministry of Works", True), ("Министерство обороны", True), ("Coast News Agency", False), ("Агентство Берег", False)],
)
def test_ministry_is_no_agency(name: str, is_body: bool) -> None:
    assert is_other_body(name) == is_body


def test_clock_of_a_known_agency() -> None:
    text = "Harbour wall to be repaired\n17 May 2023, 15:44\n\nARDO, 17 May (BelTA) - The wall holds, the mayor said.\n"

    assert (zone_of_agency("БелТА"), zone_of_agency("CoastWire")) == ("Europe/Minsk", None)
    assert read_head(text).published == PublishedFound("2023-05-17T15:44:00+03:00", "Europe/Minsk", "inferred", 28, 46)
    assert read_head(text, outlet_zone="Europe/Riga").published == PublishedFound(
        "2023-05-17T15:44:00+03:00", "Europe/Riga", "inferred", 28, 46
    )
