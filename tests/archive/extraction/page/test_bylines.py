"""Who wrote the text and for whom, as the page prints it."""

import pytest

from archive.extraction.page.bylines import author_in, outlet_in
from archive.extraction.page.kinds import sheet_of
from tests.archive.extraction.page.blocks import blocks

TITLE, BODY = "Harbour wall to be repaired", "The council of Ardo agreed on Tuesday to repair the harbour wall."


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Ana Ruiz", "Ana Ruiz"),
        ("BY ANA RUIZ", "ANA RUIZ"),
        ("By Ana Ruiz, staff writer", "Ana Ruiz"),
        ("By Ana María Ruiz | 17 May 2023", "Ana María Ruiz"),
        ("Written by Jean-Luc O’Hara", "Jean-Luc O’Hara"),
        ("Автор: Анна Руис", "Анна Руис"),
        ("Аўтар: Ганна Руіс", "Ганна Руіс"),
        ("By Ana Ruiz and Jan Kessel", "Ana Ruiz and Jan Kessel"),
        ("By Ana Ruiz, Jan Kessel and Eva Marl", "Ana Ruiz, Jan Kessel and Eva Marl"),
        ("By Ana Ruiz and Jan Kessel, staff writers", "Ana Ruiz and Jan Kessel"),
        ("Interview: Ana Ruiz", "Ana Ruiz"),
        ("Авторы: Анна Руис и Ян Кессель", "Анна Руис и Ян Кессель"),
        ("By Ana Ruiz, CoastWire", "Ana Ruiz"),
        ("By Ana Ruiz For CoastWire", "Ana Ruiz"),
        ("By Ana Ruiz in Ardo and Jan Kessel in Lavern", "Ana Ruiz"),
        ("Wednesday May 17, 2023 10:05 am by Ana Ruiz", "Ana Ruiz"),
        ("Posted by Ana Ruiz on 17 May 2023", "Ana Ruiz"),
        ("By Monday Morning", None),
        ("By Ana Ruiz and the sea", None),
        ("By the sea", None),
        ("By Ana", None),
        ("Ana Ruiz", None),
    ],
)
def test_author_is_read(line, author):
    at, found = author_in(sheet_of(blocks(TITLE, line, BODY), None))

    assert (at, found and found.name) == ((1, author) if author else (None, None))


def test_sentence_that_begins_like_a_byline_names_no_author():
    assert author_in(sheet_of(blocks(TITLE, "By Ana Ruiz, the work goes well.", BODY), None)) == (None, None)


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("The wall will be repaired, CoastWire has learned.", "CoastWire"),
        ("The wall will be repaired, Coast Wire has learnt from the council.", "Coast Wire"),
        ("Source: Harbour Gazette", "Harbour Gazette"),
        ("Источник: Берег", "Берег"),
        ("Крыніца: Бераг", "Бераг"),
        ("Джерело: Берег", "Берег"),
        ("Source: Ministry of Works", None),
        ("Источник: Министерство обороны", None),
        ("The mayor has learned to wait.", None),
        ("The source: a spring in the hills.", None),
    ],
)
def test_outlet_is_read(line, outlet):
    found = outlet_in(sheet_of(blocks(TITLE, BODY, line), None), 0)

    assert (found and found.name) == outlet


@pytest.mark.parametrize(
    ("lines", "outlet"),
    [
        ((TITLE, "Harbour Gazette", "17 May 2023", BODY), "Harbour Gazette"),
        ((TITLE, "17 May 2023", "CoastWire", BODY), "CoastWire"),
        ((TITLE, "The Ardo Times | 17 May 2023", BODY), "The Ardo Times"),
        ((TITLE, "CoastWire, 17 May 2023", BODY), "CoastWire"),
        ((TITLE, "Coast Gazette (Ardo)", "17 May 2023", BODY), "Coast Gazette"),
        ((TITLE, "Reuters", "Politics", "17 May 2023", BODY), "Reuters"),
        ((TITLE, "World News", "17 May 2023", BODY), None),
        ((TITLE, "By Ana Ruiz CoastWire", "17 May 2023", BODY), None),
        ((TITLE, "Ana Ruiz", "17 May 2023", BODY), None),
        (("Harbour Gazette", "17 May 2023", BODY), None),
    ],
)
def test_outlet_beside_the_day_of_publication(lines, outlet):
    found = outlet_in(sheet_of(blocks(*lines), None), 0)

    assert (found and found.name) == outlet


def test_outlet_that_learned_something_comes_before_the_source():
    found = outlet_in(sheet_of(blocks("Source: Harbour Gazette", "The wall will be repaired, CoastWire has learned."), None), None)

    assert found is not None
    assert (found.name, found.start) == ("CoastWire", 51)
