"""Datelines: the place of a report, perhaps with its day and its agency, before the first sentence."""

import datetime

import pytest

from archive.extraction import read_head
from archive.extraction.page.datelines import opening_of
from tests.archive.extraction.page.blocks import block

REFERENCE = datetime.date(2023, 5, 19)
ENGLISH = "The wall holds, the mayor said."
FIRST = {"en": ENGLISH, "ru": "Стена стоит, сказала мэр.", "be": "Сцяна стаіць, сказала мэр.", "uk": "Стіна стоїть, сказала мер."}

# words before the first sentence -> (place, day, agency, month and day)
DATELINES = {
    "en": {
        "ARDO, May 17 (CoastWire) - ": ("Ardo", "2023-05-17", "CoastWire", (5, 17)),
        "ARDO, 17 May. /CoastWire/. ": ("Ardo", "2023-05-17", "CoastWire", (5, 17)),
        "ARDO (CoastWire) — ": ("Ardo", None, "CoastWire", None),
        "ARDO — ": ("Ardo", None, None, None),
        "ARDO -- ": ("Ardo", None, None, None),
        "KOTA LUMPUR — ": ("Kota Lumpur", None, None, None),
        "ARDO, N.Y., Jan. 9, 2012 /CoastWire/ -- ": ("Ardo, N.Y.", "2012-01-09", "CoastWire", (1, 9)),
        "DANVOR, Sarmia — ": ("Danvor", None, None, None),
        "Danvor, Sarmia — ": ("Danvor", None, None, None),
        "Ardo, May 17, 2023 – ": ("Ardo", "2023-05-17", None, (5, 17)),
        "Palm Quay, FL 11/15/11 (CoastWire) -- ": ("Palm Quay, FL", "2011-11-15", "CoastWire", (11, 15)),
        "ARDO. May 17 (CoastWire) - ": ("Ardo", "2023-05-17", "CoastWire", (5, 17)),
        "ARDO, May 17. CoastWire. ": ("Ardo", "2023-05-17", "CoastWire", (5, 17)),
        "ARDO, May 17, CoastWire - ": ("Ardo", "2023-05-17", "CoastWire", (5, 17)),
        "ARDO/DANVOR, May 17 (CoastWire) - ": ("Ardo/Danvor", "2023-05-17", "CoastWire", (5, 17)),
        "EL ARDO (CoastWire) _ ": ("El Ardo", None, "CoastWire", None),
        "ARDO (CoastWire - 2nd March, 2023) ": ("Ardo", "2023-03-02", "CoastWire", (3, 2)),
        "ARDO (Coast News / CoastWire, 2 March 2023) ": ("Ardo", "2023-03-02", "CoastWire", (3, 2)),
        "ARDO (2 March 2023) — ": ("Ardo", "2023-03-02", None, (3, 2)),
        "(Ardo, 2 March 2023) - ": ("Ardo", "2023-03-02", None, (3, 2)),
        "[ARDO, March 2] ": ("Ardo", "2023-03-02", None, (3, 2)),
        "May 17, Ardo /CoastWire/. ": ("Ardo", "2023-05-17", "CoastWire", (5, 17)),
        "ARDO, Wednesday (CoastWire) - ": ("Ardo", "2023-05-17", "CoastWire", None),
        "ARDO, May 17 (Ministry of Works) — ": ("Ardo", "2023-05-17", None, (5, 17)),
        "ARDO, Sarmia, May 17 (CoastWire) - ": ("Ardo", "2023-05-17", "CoastWire", (5, 17)),
        "ARDO, Old Sarmia, May 17, 2023 — ": ("Ardo", "2023-05-17", None, (5, 17)),
        "ARDO, Sarmia (17 May 2023) – ": ("Ardo", "2023-05-17", None, (5, 17)),
        "ARDO, Wednesday, 17 May – ": ("Ardo", "2023-05-17", None, (5, 17)),
        "ARDO 17 May (CoastWire) - ": ("Ardo", "2023-05-17", "CoastWire", (5, 17)),
        "Ardo 17 May (CoastWire) - ": None,
        "Ardo (17 May, CoastWire) — ": ("Ardo", "2023-05-17", "CoastWire", (5, 17)),
        "Ardo (CoastWire) - ": ("Ardo", None, "CoastWire", None),
        "Ardo, D.C. – ": ("Ardo, D.C.", None, None, None),
        "**ARDO** – ": ("Ardo", None, None, None),
        "**Ardo**– ": ("Ardo", None, None, None),
        "**Who** – ": None,
        "NATO (North Atlantic Treaty Organization) — ": None,
        "MAYOR (Lena Brandt): ": None,
        "The Harbour Minister (Lena Brandt): ": None,
        "NATO (Ardo) ": None,
        "Lock (a gate) – ": None,
        "(Ardo, where the council met) — ": None,
        "Ardo - ": None,
        "Ardo — ": None,
        "ARDO - ": None,
        "ARDO: ": None,
        "ARDO - CoastWire. ": None,
        "Senator Anna Smith (Ind.) said: ": None,
        "Valmere, where the council met — ": None,
        "": None,
    },
    "ru": {
        "АРДО, 17 мая. /БЕРЕГ/. ": ("Ардо", "2023-05-17", "БЕРЕГ", (5, 17)),
        "АРДО, 17 мая — БЕРЕГ Новости. ": ("Ардо", "2023-05-17", "БЕРЕГ Новости", (5, 17)),
        "Ардо. 17 мая. БЕРЕГ.РУ - ": ("Ардо", "2023-05-17", "БЕРЕГ.РУ", (5, 17)),
        "17 мая, Ардо /Анна Руис - БЕРЕГ/. ": ("Ардо", "2023-05-17", "БЕРЕГ", (5, 17)),
        "17 мая, Ардо /Корр. БЕРЕГ/. ": ("Ардо", "2023-05-17", "БЕРЕГ", (5, 17)),
        "АРДО, 18 мар — БЕРЕГ Новости. ": ("Ардо", "2023-03-18", "БЕРЕГ Новости", (3, 18)),
        "АРДО, 3 июн - БЕРЕГ Новости, Анна Руис, Ян Орлов. ": ("Ардо", "2023-06-03", "БЕРЕГ Новости", (6, 3)),
        "АРДО. 17 мая. БЕРЕГ. ": ("Ардо", "2023-05-17", "БЕРЕГ", (5, 17)),
        "Процент (от лат. centum) – ": None,
    },
    "be": {
        "АРДА, 17 траўня (БЕРАГ) — ": ("Арда", "2023-05-17", "БЕРАГ", (5, 17)),
        "17 траўня, Арда /Кар. БЕРАГ/. ": ("Арда", "2023-05-17", "БЕРАГ", (5, 17)),
        'Кавыль ("Stipa") — ': None,
    },
    "uk": {
        "АРДО, 17 травня (БЕРЕГ) — ": ("Ардо", "2023-05-17", "БЕРЕГ", (5, 17)),
    },
}


@pytest.mark.parametrize(("language", "dateline", "wanted"), [(code, *row) for code, rows in DATELINES.items() for row in rows.items()])
def test_dateline_is_read(language, dateline, wanted):
    text = dateline + FIRST[language]
    found = opening_of(block(text), language, REFERENCE)

    assert (found and (found.found.place, found.found.edtf, found.outlet and found.outlet.name, found.month_and_day)) == wanted
    assert found is None or text[found.body :] == FIRST[language]


def test_colon_behind_capitals_counts_where_it_is_nobody_s_turn():
    text = block(f"KOTA LUMPUR: {ENGLISH}")
    found = opening_of(text, "en", None, has_colons=True)

    assert found is not None
    assert found.found.place == "Kota Lumpur"
    assert opening_of(block(f"Kota Lumpur: {ENGLISH}"), "en", None, has_colons=True) is None


def test_agency_alone_in_brackets_is_the_outlet_and_no_place() -> None:
    text = f"(CoastWire) -- {ENGLISH}"
    found = opening_of(block(text), "en", None)

    assert found is not None
    assert (found.found, found.outlet and found.outlet.name, text[found.body :]) == (None, "CoastWire", ENGLISH)
    assert opening_of(block(f"(Smith) -- {ENGLISH}"), "en", None) is None


def test_month_and_day_are_known_where_the_year_is_not():
    found = opening_of(block(f"ARDO, Feb. 29 (CoastWire) - {ENGLISH}"), "en", None)

    assert found is not None
    assert (found.found.edtf, found.month_and_day) == (None, (2, 29))


def test_span_ends_behind_the_agency():
    text = f"ARDO, May 17 (Ana Ruiz - CoastWire) - {ENGLISH}"
    found = opening_of(block(text), "en", None)

    assert found is not None
    assert found.outlet is not None
    assert (text[found.found.start : found.found.end], text[found.outlet.start : found.outlet.end]) == (
        "ARDO, May 17 (Ana Ruiz - CoastWire)", "CoastWire",
    )  # fmt: skip


def test_a_year_that_a_dateline_leaves_out_comes_from_the_stamp() -> None:
    found = read_head(f"Harbour wall to be repaired\n19 May 2023\n\nARDO, May 17 (CoastWire) - {ENGLISH}")

    assert found.dateline is not None
    assert found.dateline.edtf == "2023-05-17"


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("DANVOR, Sarmia (CoastWire) - Ministers reached a deal on Thursday.", "Danvor"),
        ("KOTA LUMPUR: The head coach believes the team deserved to win.", "Kota Lumpur"),
        ("Ардо. 4 февраля. БЕРЕГ.РУ - Защита намерена обжаловать решение суда.", "Ардо"),
        ("LAVERN: We will open the bridge in the spring, and I am glad of it.", None),
        ("KOTA LUMPUR: It will open.\n\nANNA RUIZ: It will open in May.", None),
    ],
)
def test_a_place_with_an_agency_or_a_colon_is_a_dateline(body: str, place: str | None) -> None:
    found = read_head("Harbour wall to be repaired\nJan 9th, 2012\n\n" + body)

    assert (found.dateline and found.dateline.place) == place
