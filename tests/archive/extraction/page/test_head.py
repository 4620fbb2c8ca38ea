"""What the head of a pasted page says: title, publication, dateline, author. Every mistake that is found adds a row."""

import datetime
import re
import unicodedata
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from archive import demo
from archive.extraction import Extraction, Head, Stated, extract, read_head
from archive.extraction.page import stamps
from archive.extraction.types import PublishedFound, TextFound

BODY = (
    "The council of Ardo agreed on Tuesday to repair the harbour wall, which a storm broke in the winter of last year.\n"
    "“We have waited long enough for this wall,” Mayor Lena Brandt said after the vote."
)
BODY_RUSSIAN = (
    "Совет города Ардо во вторник решил восстановить стену порта, которую зимой разрушил шторм.\n"
    "«Мы слишком долго ждали этой стены», — сказала мэр Лена Брандт после голосования."
)

# head -> (title, published, place of the dateline, author)
ENGLISH = {
    "Harbour wall to be repaired\n17 May 2023, 15:44\n\n": ("Harbour wall to be repaired", "2023-05-17T15:44:00", None, None),
    "Mayor: Harbour Wall Must Stand Before Winter\nWritten: 2004-01-27 10:00:00 / Updated: 2004-01-28 09:00:00\n": (
        "Mayor: Harbour Wall Must Stand Before Winter",
        "2004-01-27T10:00:00",
        None,
        None,
    ),
    "Council votes for “a wall that lasts”\n\nBy Ana Ruiz\n\nPublished 3 March 2021\n\n": (
        "Council votes for “a wall that lasts”",
        "2021-03-03",
        None,
        "Ana Ruiz",
    ),
    "Why does the wall cost so much?\nWednesday, March 3, 2021 - 9:05 am\n": (
        "Why does the wall cost so much?",
        "2021-03-03T09:05:00",
        None,
        None,
    ),
    "Press releases\n\nRemarks by Mayor BRANDT Lena after the vote\n\nMonday, September 16, 2019, 9:33 p.m. Great Hall, City of Ardo\n\n": (
        "Remarks by Mayor BRANDT Lena after the vote",
        "2019-09-16T21:33:00",
        None,
        None,
    ),
    "Palm Quay, FL 11/15/11 (CoastWire) -- ": (None, "2011-11-15", "Palm Quay, FL", None),
    "ARDO (CoastWire) — ": (None, None, "Ardo", None),
    "Harbour wall to be repaired\nARDO, May 17 (CoastWire) - ": ("Harbour wall to be repaired", None, "Ardo", None),
    "Harbour wall to be repaired\nArdo, May 17, 2023 – ": ("Harbour wall to be repaired", "2023-05-17", "Ardo", None),
    "FOR IMMEDIATE RELEASE\n\nHarbour wall to be repaired\n\nARDO, N.Y., Jan. 9, 2012 /CoastWire/ -- ": (
        "Harbour wall to be repaired",
        "2012-01-09",
        "Ardo, N.Y.",
        None,
    ),
    "Home | News | Sport\nHarbour wall to be repaired\nBy ANA RUIZ\nPosted: Jan 9, 2012 4:15 PM ET\nLast updated: Jan 10, 2012\n": (
        "Harbour wall to be repaired",
        "2012-01-09T16:15:00",
        None,
        "ANA RUIZ",
    ),
    "Harbour wall to be repaired\nAna Ruiz\n9 January 2012 • 4:15pm\n": ("Harbour wall to be repaired", "2012-01-09T16:15:00", None, None),
    "Harbour wall to be repaired\nThe work is to begin in June and to end before the winter\nPublished on: 2012-01-09T16:15:00+02:00\n": (
        "Harbour wall to be repaired",
        "2012-01-09T16:15:00+02:00",
        None,
        None,
    ),
    "09.01.2012 16:15\nHarbour wall to be repaired\n\n": ("Harbour wall to be repaired", "2012-01-09T16:15:00", None, None),
    "Harbour wall to be repaired\n16:15 | 09.01.2012\n": ("Harbour wall to be repaired", "2012-01-09T16:15:00", None, None),
    "Harbour wall to be repaired\nJan 9th, 2012\n": ("Harbour wall to be repaired", "2012-01-09", None, None),
    "Harbour wall to be repaired\nMon 9 Jan 2012 16.15 GMT\n": ("Harbour wall to be repaired", "2012-01-09T16:15:00Z", None, None),
    "Harbour wall to be repaired - CoastWire\nMon., Jan. 9, 2012\n": ("Harbour wall to be repaired - CoastWire", "2012-01-09", None, None),
    "Harbour wall to be repaired\nPublished 4:15 p.m. ET Jan. 9, 2012 | Updated 5:20 p.m. ET Jan. 9, 2012\n": (
        "Harbour wall to be repaired",
        "2012-01-09T16:15:00",
        None,
        None,
    ),
    "Harbour wall to be repaired\n2 min read\nJanuary 9, 2012 / 4:15 PM\n": (
        "Harbour wall to be repaired",
        "2012-01-09T16:15:00",
        None,
        None,
    ),
    "January 9, 2012 / 4:15 PM / Updated 18 hours ago\nHarbour wall to be repaired\n": (
        "Harbour wall to be repaired",
        "2012-01-09T16:15:00",
        None,
        None,
    ),
    "Harbour wall to be repaired\nBy Ana Ruiz\nCoastWire Staff Writer\nMonday, January 9, 2012; Page A1\n": (
        "Harbour wall to be repaired",
        "2012-01-09",
        None,
        "Ana Ruiz",
    ),
    "Harbour wall to be repaired\nJanuary 9, 2012|By Ana Ruiz and Wei Liang\n": (
        "Harbour wall to be repaired",
        "2012-01-09",
        None,
        "Ana Ruiz and Wei Liang",
    ),
    "Last Updated: Monday, 9 January, 2012, 12:43 GMT 13:43 UK\nHarbour wall to be repaired\n": (
        "Harbour wall to be repaired",
        "2012-01-09T12:43:00Z",
        None,
        None,
    ),
    "Harbour wall to be repaired\nFiled Under: News\nDate: 09 January 2012\nReference: 12/34\n": (
        "Harbour wall to be repaired",
        "2012-01-09",
        None,
        None,
    ),
    "Harbour wall to be repaired\nBy Ana Ruiz, CoastWire | January 9, 2012\n": (
        "Harbour wall to be repaired",
        "2012-01-09",
        None,
        "Ana Ruiz",
    ),
}
SLAVIC = {
    'Мэр о стене порта: "Больше ждать нельзя"\n\nПятница, 1 марта 2013, 11:51\n\n': (
        'Мэр о стене порта: "Больше ждать нельзя"',
        "2013-03-01T11:51:00",
        None,
        None,
    ),
    "Мир\n14:22, 6 октября 2021\n\nСтену порта восстановят до зимы\n\n": (
        "Стену порта восстановят до зимы",
        "2021-10-06T14:22:00",
        None,
        None,
    ),
    "Берег-Новости\n11:47 04.03.2024\n\nСтену порта восстановят до зимы - Брандт\n\n1 мин читать\n": (
        "Стену порта восстановят до зимы - Брандт",
        "2024-03-04T11:47:00",
        None,
        None,
    ),
    "Стену порта восстановят до зимы\n\n04.02.2015 | 17:38\n\n4 февраля, Ардо /Анна Руис - БЕРЕГ/. ": (
        "Стену порта восстановят до зимы",
        "2015-02-04T17:38:00",
        "Ардо",
        None,
    ),
    "Стену порта восстановят до зимы\nАРДО, 4 февраля. /БЕРЕГ/. ": ("Стену порта восстановят до зимы", None, "Ардо", None),
    "АРДО, 4 февраля 2015 — БЕРЕГ Новости. ": (None, "2015-02-04", "Ардо", None),
    "Стену порта восстановят до зимы\nВчера, 4 февраля 2015 г. в 17:38\nАвтор: Анна Руис\n": (
        "Стену порта восстановят до зимы",
        "2015-02-04T17:38:00",
        None,
        "Анна Руис",
    ),
    "Стену порта восстановят до зимы\n4 февраля 2015 года, среда\n": ("Стену порта восстановят до зимы", "2015-02-04", None, None),
    "Стену порта восстановят до зимы\nОпубликовано: 04.02.2015, 17:38 мск\n": (
        "Стену порта восстановят до зимы",
        "2015-02-04T17:38:00+03:00",
        None,
        None,
    ),
    "Сцяну порта адновяць да зімы\nСерада, 4 лютага 2015, 17:38\n": ("Сцяну порта адновяць да зімы", "2015-02-04T17:38:00", None, None),
    "Стіну порту відновлять до зими\nСереда, 4 лютого 2015, 17:38\n": (
        "Стіну порту відновлять до зими",
        "2015-02-04T17:38:00",
        None,
        None,
    ),
}


def told(text: str) -> tuple[str | None, ...]:
    """Title, publication, place of the dateline and author."""
    found = read_head(text)
    return (
        found.title and found.title.text,
        found.published and found.published.edtf,
        found.dateline and found.dateline.place,
        found.author and found.author.name,
    )


@pytest.mark.parametrize(("head", "wanted"), ENGLISH.items())
def test_english_head_is_read(head: str, wanted: tuple[str | None, ...]) -> None:
    assert told(head + BODY) == wanted


@pytest.mark.parametrize(("head", "wanted"), SLAVIC.items())
def test_slavic_head_is_read(head: str, wanted: tuple[str | None, ...]) -> None:
    assert told(head + BODY_RUSSIAN) == wanted


@pytest.mark.parametrize("foot", ["\nEditor's Pick\nCreative\n2025-09-12\nI Feel You\n2025-09-10\n", "\nMore news\n12 May 2024, 10:00\n"])
def test_dates_of_other_articles_below_are_not_the_publication(foot: str) -> None:
    assert told("Harbour wall to be repaired\nWritten: 2004-01-27\n" + BODY + foot)[1] == "2004-01-27"
    assert told("Harbour wall to be repaired\n" + BODY + foot)[1] is None


def test_the_day_of_a_dateline_is_a_date_and_the_stamp_is_none() -> None:
    found = extract(
        "Ice holds\n17 May 2023, 10:00\n\nMINSK, May 16 (Wire) – The ice held, the mayor said on Monday.\n\nTwo days later it broke."
    )

    assert [(date.text, date.edtf) for date in found.dates] == [
        ("May 16", "2023-05-16"),
        ("Monday", "2023-05-15"),
        ("Two days later", "2023-05-17"),
    ]


# The head alone, and as a part of the whole

DOCUMENTS = Path(demo.__file__).parent / "documents"


def head_in(found: Extraction) -> Head:
    return Head(*(getattr(found, field.name) for field in fields(Head)))


def assert_head_is_the_same(files: list[Path]) -> None:
    texts = {file.name: file.read_text("utf-8") for file in files}
    assert texts
    assert {name: read_head(text) for name, text in texts.items()} == {name: head_in(extract(text)) for name, text in texts.items()}


def test_head_alone_is_that_of_the_whole_for_the_documents_of_the_demo() -> None:
    assert_head_is_the_same(sorted(DOCUMENTS.glob("*.txt")))


@pytest.mark.parametrize("folder", ["seeds", "gold/news", "gold/bugs"])
def test_head_alone_is_that_of_the_whole_for_the_gold_texts(folder: str, shared_dir: Path) -> None:
    assert_head_is_the_same(sorted((shared_dir / folder).glob("*.txt")))


@pytest.mark.parametrize(
    "known",
    [
        {"published": "2023-05-17"},
        {"published": "2023-05-17T15:44:00", "outlet_zone": "Europe/Riga"},
        {"outlet_zones": {"coastwire": "Europe/Riga"}},
        {"stated": Stated("Another title", "Gazette", "Peter Marsh", "be", "2023-05-18T09:30:00", ("2023-05-17",))},
    ],
)
@pytest.mark.parametrize(
    "text",
    [
        f"Harbour wall to be repaired\n17 May 2023, 15:44\n\nARDO (CoastWire) — {BODY}",
        f"Harbour wall to be repaired\n\n{BODY}",
        unicodedata.normalize("NFD", f"Le mur du port sera réparé\nBy Zoë Pérez\n17 May 2023\n\nÅRDÖ (Wire) — {BODY}"),
        "17 · 5",
        "",
    ],
)
def test_head_alone_is_that_of_the_whole_whatever_is_known(text: str, known: dict[str, Any]) -> None:
    assert read_head(text, **known) == head_in(extract(text, **known))


def test_head_of_a_text_with_letters_apart_from_their_marks_stands_where_it_stands() -> None:
    title = unicodedata.normalize("NFD", "Zoë Pérez répare le mur")
    found = read_head(f"{title}\n17 May 2023\n\n{BODY}")

    assert (found.title, found.published) == (TextFound(title, 0, len(title)), PublishedFound("2023-05-17", None, "unknown", 27, 38))


def test_head_as_json() -> None:
    assert read_head(f"Harbour wall to be repaired\nBy Ana Ruiz\n17 May 2023\n\nARDO (CoastWire) — {BODY}").to_json() == {
        "chars": 268,
        "language": "en",
        "title": {"text": "Harbour wall to be repaired", "start": 0, "end": 27},
        "outlet": {"name": "CoastWire", "start": 59, "end": 68},
        "author": {"name": "Ana Ruiz", "start": 31, "end": 39},
        "published": {"edtf": "2023-05-17", "zone": None, "zone_source": "unknown", "start": 40, "end": 51},
        "dateline": {"place": "Ardo", "edtf": None, "start": 53, "end": 69},
    }


def test_stamp_whose_reading_fails_costs_no_head(monkeypatch: pytest.MonkeyPatch, reading_faults: list[str]) -> None:
    def failing(match: re.Match[str], moment: datetime.datetime) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(stamps, "offset_of", failing)

    found = read_head(f"Harbour wall to be repaired\n17 May 2023, 15:44 GMT\n\n{BODY}")

    assert (found.title, found.published) == (TextFound("Harbour wall to be repaired", 0, 27), None)
    (told,) = reading_faults
    assert told.startswith("The line at 28 could not be read: the rule “stamps.read_stamp” failed, ZeroDivisionError at page/stamps.py:")
    reading_faults.clear()


def test_stamp_that_may_be_two_days_dates_nothing_and_is_listed_with_both() -> None:
    found = extract(
        "Pier to be rebuilt\n\n04/05/2023\n\nThe pier was closed in the winter, and nobody knew when it would be opened again.\n"
    )

    assert found.published is None
    assert [(date.text, date.edtf, sorted(date.readings)) for date in found.dates if date.readings] == [
        ("04/05/2023", None, ["2023-04-05", "2023-05-04"])
    ]
