"""Publication stamps: lines of a date, perhaps with a label, a clock time and its zone, and what else may stand beside them."""

import pytest

from archive.extraction.page.stamps import stamp_of
from tests.archive.extraction.page.blocks import block

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
    "Середа, 17 травня 2023, 15:44": ("2023-05-17 15:44", None, None, None, "17 травня 2023, 15:44"),
    "Veröffentlicht am 17. Mai 2023 um 15:44 Uhr": ("2023-05-17 15:44", None, None, "published", "17. Mai 2023 um 15:44"),
    "Updated 18 May 2023 | Published 17 May 2023": ("2023-05-17", None, None, "published", "17 May 2023"),
    "By Ana Ruiz | 17 May 2023": ("2023-05-17", None, None, None, "17 May 2023"),
    "May 17, 2023 / 3:44 PM / Updated 18 hours ago": ("2023-05-17 15:44", None, None, None, "May 17, 2023 / 3:44 PM"),
    "Wednesday, May 17, 2023; Page A1": ("2023-05-17", None, None, None, "Wednesday, May 17, 2023"),
    "Wednesday, 17 May 2023, 9:30 p.m. Great Hall, Ardo": ("2023-05-17 21:30", None, None, None, "Wednesday, 17 May 2023, 9:30 p.m."),
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
