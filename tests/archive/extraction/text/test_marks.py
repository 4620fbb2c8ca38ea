"""Letters written apart from their marks are read like whole letters; places and words are those of the text as it is stored."""

import unicodedata
from dataclasses import replace

import pytest

from archive.extraction import extract
from archive.extraction.text.marks import mask_of

HEAD = "A note from the región\n17 May 2023, 15:44\n\n"
TEXTS = [
    "“The bridge will open,” José Pérez said on Monday. Zoë Ångström said that it would not. “It will,” Pérez added.",
    "Сергей Йовлев сообщил 15 мая, что мост открыт. «Ёлку поставили возле него», — добавил Йовлев.",
    "На брифінгу в Києві 15 травня Андрій Їжак повідомив, що міст відкрито. «Він новий», — сказав Їжак.",
    "Андрэй Быкаў паведаміў у аўторак, што мост адкрыты. «Ён новы», — дадаў Быкаў.",
]


@pytest.mark.parametrize("text", TEXTS)
def test_letters_apart_from_their_marks_are_read_as_one(text):
    whole, apart = HEAD + text, unicodedata.normalize("NFD", HEAD + text)
    assert whole != apart

    wanted, found = extract(whole), extract(apart)

    assert found.chars == len(apart)
    assert [one.speakers[0].name for one in found.statements] == [one.speakers[0].name for one in wanted.statements]
    assert len(found.statements) > 1
    for one in (*found.statements, *found.dates, found.title):
        assert one.text == apart[one.start : one.end]
    for mine, its in zip((*found.statements, *found.dates), (*wanted.statements, *wanted.dates), strict=True):
        assert unicodedata.normalize("NFC", mine.text) == its.text
    assert [apart[start:end] for start, end in found.sentences] == [
        unicodedata.normalize("NFD", whole[start:end]) for start, end in wanted.sentences
    ]
    assert [replace(s.said_on, start=0, end=0) for s in found.statements] == [replace(s.said_on, start=0, end=0) for s in wanted.statements]


def test_marks_of_stress_are_read_over():
    text = HEAD + "Серге\u0301й Ивано\u0301в заяви\u0301л, что мо\u0301ст откры\u0301т."

    (found,) = extract(text).statements

    assert (found.speakers[0].name, found.text) == ("Сергей Иванов", "мо\u0301ст откры\u0301т")


def test_name_keeps_a_mark_that_no_letter_holds():
    text = HEAD + "“The bridge will open,” Anna Adeba\u0301yo\u0323\u0300 said."

    assert extract(text).statements[0].speakers[0].name == "Anna Adeb\u00e1y\u1ecd\u0300"


def test_marks_with_which_a_mail_quotes_another_are_read_over():
    text = (
        "On Wed, 17 May 2023 at 15:44, Ana Ruiz wrote:\n\n> The board of the harbour met on Tuesday in the town hall.\n>\n"
        "> “We have waited long enough for this bridge, and nobody will\n> wait longer,” Anna Kovaleva said after the vote.\n"
    )

    (found,) = extract(text).statements

    assert (found.speakers[0].name, found.text) == (
        "Anna Kovaleva", "We have waited long enough for this bridge, and nobody will\n> wait longer",
    )  # fmt: skip


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_lines_that_a_mail_quotes_are_read_without_the_sign_and_keep_their_places(end):
    lines = [
        "“The wall will hold,” Rosa Lind said on 3 May.",
        "",
        "> “It will fall,” Tom Orr said on 4 May.",
        ">",
        "> He left.",
        "",
        "So be it.",
    ]
    text = HEAD + end.join(lines)

    found = extract(text).statements

    assert [(one.speakers[0].name, text[one.start : one.end]) for one in found] == [
        ("Rosa Lind", "The wall will hold"),
        ("Tom Orr", "It will fall"),
    ]


def test_separators_of_paragraphs_in_a_text_are_line_breaks_and_quote_nothing():
    text = "Statement by Rosa Lind\n\n3 November 2026\n\nWe will open it.\u2029\u2029I thank the board for its work."

    assert [one.text for one in extract(text).statements] == ["We will open it.", "I thank the board for its work."]


def test_letters_that_yaml_escapes_are_read_as_they_are_meant() -> None:
    head = '---\ntitle: "Remarks By President\\_Hill at Ardo\\u2019s Pier"\ndate: 2024-03-12\n---\n\n'
    text = head + "THE PRESIDENT: Thank you for having me.\n\nWe will build it.\n"

    found = extract(text)

    assert [(one.speakers[0].name, one.text) for one in found.statements] == [
        ("Hill", "Thank you for having me."),
        ("Hill", "We will build it."),
    ]
    assert all(one.text == text[one.start : one.end] for one in (*found.statements, found.title) if one)


def test_escape_of_half_a_letter_stays() -> None:
    assert mask_of("a \\ud83d b \\u0000 c") is None
