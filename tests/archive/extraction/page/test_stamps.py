"""Publication stamps: lines of a date, perhaps with a label, a clock time and its zone, and what else may stand beside them."""

import datetime

import pytest

from archive.extraction.page.stamp_lines import stamp_of, stamps_of
from archive.extraction.page.stamps import holds_only_dates, is_time_alone
from tests.archive.extraction.page.blocks import block, blocks

# line -> (moment, zone, offset, label, the words of the stamp)
STAMPS = {
    "17 May 2023": ("2023-05-17", None, None, None, "17 May 2023"),
    "Published on 17 May 2023 at 15:44": ("2023-05-17 15:44", None, None, "published", "17 May 2023 at 15:44"),
    "Last updated: May 17, 2023 3:44 p.m. ET": ("2023-05-17 15:44", "ET", None, "updated", "May 17, 2023 3:44 p.m. ET"),
    "12:05 a.m., May 17, 2023": ("2023-05-17 00:05", None, None, None, "12:05 a.m., May 17, 2023"),
    "2023-05-17T15:44:10+03:00": ("2023-05-17 15:44:10", "+03:00", "+03:00", None, "2023-05-17T15:44:10+03:00"),
    "17 May 2023, 1544 GMT": ("2023-05-17 15:44", "GMT", "+00:00", None, "17 May 2023, 1544 GMT"),
    "Опубликовано: 17.05.2023, 15:44 мск": ("2023-05-17 15:44", "мск", "+03:00", "published", "17.05.2023, 15:44 мск"),
    "Абноўлена 17 мая 2023 года, 15:44": ("2023-05-17 15:44", None, None, "updated", "17 мая 2023 года, 15:44"),
    "Середа, 17 травня 2023, 15:44": ("2023-05-17 15:44", None, None, None, "Середа, 17 травня 2023, 15:44"),
    "Veröffentlicht am 17. Mai 2023 um 15:44 Uhr": ("2023-05-17 15:44", None, None, "published", "17. Mai 2023 um 15:44"),
    "Updated 18 May 2023 | Published 17 May 2023": ("2023-05-17", None, None, "published", "17 May 2023"),
    "By Ana Ruiz | 17 May 2023": ("2023-05-17", None, None, None, "17 May 2023"),
    "May 17, 2023 / 3:44 PM / Updated 18 hours ago": ("2023-05-17 15:44", None, None, None, "May 17, 2023 / 3:44 PM"),
    "Wednesday, May 17, 2023; Page A1": ("2023-05-17", None, None, None, "Wednesday, May 17, 2023"),
    "Wednesday, 17 May 2023, 9:30 p.m. Great Hall, Ardo": ("2023-05-17 21:30", None, None, None, "Wednesday, 17 May 2023, 9:30 p.m."),
    "17-MAY-2023 15:44:10.94": ("2023-05-17 15:44:10", None, None, None, "17-MAY-2023 15:44:10.94"),
    "15:44 17.05.2023 (обновлено: 16:02 18.05.2023)": ("2023-05-17 15:44", None, None, None, "15:44 17.05.2023"),
    "(обновлено: 16:02 18.05.2023) 15:44 17.05.2023": None,
    "May 17, 2023 3:44 PM GMT+3 Updated 2 hours ago": ("2023-05-17 15:44", "GMT+3", "+03:00", None, "May 17, 2023 3:44 PM GMT+3"),
    "Опубликовано 17 мая 2023 | Обновлено в 16:02": ("2023-05-17", None, None, "published", "17 мая 2023"),
    "Ana Ruiz (@anaruiz)  Published May 17, 2023 | 03:44 PM": ("2023-05-17 15:44", None, None, "published", "May 17, 2023 | 03:44 PM"),
    "Wednesday May 17, 2023 3:44 pm PDT by Ana Ruiz": ("2023-05-17 15:44", "PDT", "-07:00", None, "Wednesday May 17, 2023 3:44 pm PDT"),
    "Posted by Ana Ruiz on 17 May 2023 at 15:44": ("2023-05-17 15:44", None, None, "published", "17 May 2023 at 15:44"),
    "CoastWire, 17 May 2023": ("2023-05-17", None, None, None, "17 May 2023"),
    "17.05.2023, Harbour Gazette": ("2023-05-17", None, None, None, "17.05.2023"),
    "The Ardo Times | May 17, 2023": ("2023-05-17", None, None, None, "May 17, 2023"),
    "пт, 17 мая 2023, 15:44": ("2023-05-17 15:44", None, None, None, "17 мая 2023, 15:44"),
    "17.05.2023 15:44, обновлено 18.05.2023 11:00": ("2023-05-17 15:44", None, None, None, "17.05.2023 15:44"),
    "Updated 18 May 2023 18:00, first published 17 May 2023": ("2023-05-17", None, None, "published", "17 May 2023"),
    "2023-05-17 15:44 Source: CoastWire": ("2023-05-17 15:44", None, None, None, "2023-05-17 15:44"),
    "17 мая 2023, 15:44 1 254": ("2023-05-17 15:44", None, None, None, "17 мая 2023, 15:44"),
    "17 мая 2023 15:44 Просмотров: 1254": ("2023-05-17 15:44", None, None, None, "17 мая 2023 15:44"),
    "17 May 2023 | 1254 views": ("2023-05-17", None, None, None, "17 May 2023"),
    "Date: Wed, 17 May 2023 15:44:10 +0300 (MSK)": (
        "2023-05-17 15:44:10",
        "+0300",
        "+03:00",
        "published",
        "Wed, 17 May 2023 15:44:10 +0300",
    ),
    "Anna Hill, 17.05.2023 15:44": ("2023-05-17 15:44", None, None, None, "17.05.2023 15:44"),
    "Ardo City Council, [17.05.2023 15:44]": ("2023-05-17 15:44", None, None, None, "17.05.2023 15:44"),
    "Press release 17 May 2023": ("2023-05-17", None, None, None, "17 May 2023"),
    "Press release of 17 May 2023": None,
    "published_time: '2023-05-17 15:44:10-04:00'": ("2023-05-17 15:44:10", "-04:00", "-04:00", "published", "2023-05-17 15:44:10-04:00"),
    "Ardo, 17 May 2023": None,
    "Заявление опубликовано 17 мая 2023 года.": None,
    "17 May 2023, 25:10": None,
    "The wall fell on 17 May 2023": None,
    "17 May 2023 to 19 May 2023": None,
    "17 May": None,
    "May 2023": None,
    "17 May 2023 " + "and so on " * 12: None,
}


@pytest.mark.parametrize(("line", "wanted"), STAMPS.items())
def test_stamp_is_read(line, wanted):
    found = stamp_of(block(line), None)

    assert (
        found
        and (
            " ".join([found.day.isoformat(), *([found.clock.isoformat().removesuffix(":00")] if found.clock else [])]),
            found.zone,
            found.offset and found.moment.replace(tzinfo=found.offset).isoformat()[19:],
            found.label,
            line[found.start : found.end],
        )
    ) == wanted


def test_digits_that_may_be_two_days_are_a_stamp_with_both() -> None:
    found = stamp_of(block("04/05/2023 15:44"), None)

    assert found is not None
    assert {found.day, found.other} == {datetime.date(2023, 5, 4), datetime.date(2023, 4, 5)}


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (("Published", "17 May 2023"), ("2023-05-17T00:00:00", "published", None)),
        (("Last updated:", "17 May 2023, 9:30"), ("2023-05-17T09:30:00", "updated", None)),
        (("17 May 2023", "15:44"), ("2023-05-17T15:44:00", None, None)),
        (("15:44 GMT", "17 May 2023"), ("2023-05-17T15:44:00", None, "GMT")),
        (("17 May 2023", "Tower clock stands at 15:44"), ("2023-05-17T00:00:00", None, None)),
    ],
)
def test_label_or_clock_time_on_a_line_of_its_own(lines: tuple[str, ...], wanted: tuple[str, ...]) -> None:
    (found,) = stamps_of(blocks(*lines), None).values()

    assert (found.moment.isoformat(), found.label, found.zone) == wanted


@pytest.mark.parametrize(
    ("line", "is_alone"),
    [
        ("3 minutes ago", True),
        ("Updated 2 hours ago", True),
        ("just now", True),
        ("5 минут назад", True),
        ("Оновлено о 17:02", True),
        ("Сегодня, 15:44", True),
        ("17 MAY, 15:44 GMT", True),
        ("Published", True),
        ("2 hours ago the wall fell", False),
        ("Harbour wall", False),
        ("17 ships, 15:44", False),
    ],
)
def test_time_that_tells_no_day(line: str, is_alone: bool) -> None:
    assert is_time_alone(line) == is_alone


@pytest.mark.parametrize(
    ("words", "only"),
    [
        ("Monday August", True),
        ("Updated March 3", True),
        ("Published Mar 3, 2021, 10:05 am", True),
        ("Среда", True),
        ("August Marlow", False),
        ("Posted by Ana", False),
    ],
)
def test_words_that_hold_only_dates(words: str, only: bool) -> None:
    assert holds_only_dates(words) == only
