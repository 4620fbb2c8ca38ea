"""Time zones as texts write them; one that can be several is none."""

import datetime

import pytest

from archive.extraction.page.zones import ZONE, offset_in, offset_of

SUMMER, WINTER = datetime.datetime(2023, 7, 17, 15, 44), datetime.datetime(2023, 1, 17, 15, 44)


def written(words: str, moment: datetime.datetime = SUMMER) -> str | None:
    """The offset that the words state, as ISO 8601 has it."""
    match = ZONE.search(words)
    assert match is not None
    offset = offset_of(match, moment)
    return offset and moment.replace(tzinfo=offset).isoformat()[19:]


@pytest.mark.parametrize(
    ("words", "offset"),
    [
        ("GMT", "+00:00"),
        ("UTC+3", "+03:00"),
        ("GMT -05:30", "-05:30"),
        ("+0200", "+02:00"),
        ("MSK", "+03:00"),
        ("мск", "+03:00"),
        ("EDT", "-04:00"),
        ("(CEST)", "+02:00"),
        ("Moscow time", "+03:00"),
        ("по московскому времени", "+03:00"),
        ("по мінску часе", "+03:00"),
        ("по киевскому времени", "+03:00"),
        ("ET", None),
        ("IST", None),
        ("local", None),
        ("UTC+15", None),
        ("+02:75", None),
    ],
)
def test_stated_offset(words, offset):
    assert written(words) == offset


def test_offset_of_a_city_is_that_of_the_season():
    assert (written("London time", SUMMER), written("London time", WINTER)) == ("+01:00", "+00:00")
    assert (written("Kyiv time", SUMMER), written("Kyiv time", WINTER)) == ("+03:00", "+02:00")


def test_zone_that_is_none_has_no_offset():
    assert offset_in("Nowhere/Ardo", SUMMER) is None
    assert offset_in("/etc/passwd", SUMMER) is None
