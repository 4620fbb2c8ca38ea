"""How templates write a date, a moment and linked data."""

import re
from datetime import UTC, datetime, timedelta, timezone

import pytest

from archive.models import Statement
from timeline.said_again import Tag
from timeline.templatetags.record import held, in_a_line, json_ld, moment, number, said, when, words, year

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("date", "html"),
    [
        ("2023-05-17", '<time datetime="2023-05-17">17 May 2023</time>'),
        ("2023-05-17T15:44+03:00", '<time datetime="2023-05-17T15:44:00+03:00">17 May 2023, 15:44 (UTC+3)</time>'),
        ("2023-05", '<span data-edtf="2023-05">May 2023</span>'),
        (None, ""),
    ],
)
def test_only_an_exact_day_is_a_time(date, html):
    assert when(date) == html


@pytest.mark.parametrize(
    ("said_on", "rule", "html"),
    [
        ("2023-05-20", "publication", 'reported <time datetime="2023-05-20">20 May 2023</time>'),
        ("2023-05-20", "dateline", '<time datetime="2023-05-20">20 May 2023</time>'),
        ("2023-05", "publication", 'reported <span data-edtf="2023-05">May 2023</span>'),
        ("", "", "Undated"),
    ],
)
def test_a_day_of_publication_says_so(said_on, rule, html):
    assert said(Statement(said_on=said_on, said_rule=rule)) == html


def test_moment_is_told_by_its_day_in_utc():
    at = datetime(2023, 5, 17, 1, tzinfo=timezone(timedelta(hours=3)))

    assert moment(at) == '<time datetime="2023-05-16T22:00:00+00:00">16 May 2023</time>'
    assert moment(None) == ""
    assert moment(at.astimezone(UTC)) == moment(at)


def test_no_text_ends_the_block_of_linked_data():
    body = json_ld({"name": "</script><b>&"})

    assert body.count("<") == 2
    assert "\\u003C/script\\u003E\\u003Cb\\u003E\\u0026" in body


def test_numbers_and_words():
    assert (number(1234567), number("x"), words(" a  b ")) == ("1,234,567", "x", ["a", "b"])


@pytest.mark.parametrize(
    ("force", "tones", "mark", "tone"),
    [
        ("asserted", [], "", "aside"),
        ("denied", [], "Denied", "denied"),
        ("denied", ["denied"], "", "denied"),  # the tag says it already
        ("denied", ["first"], "Denied", "denied"),
        ("asked", ["denied"], "Asked", "aside"),
        ("supposed", [], "Supposed", "aside"),
    ],
)
def test_mark_of_how_words_are_held(force, tones, mark, tone):
    shown = held(Statement(force=force), [Tag("…", one) for one in tones])

    assert re.findall(r'<span class="stamp (\w+)" title="[^"]+">(\w+)</span>', shown) == ([(tone, mark)] if mark else [])


def test_words_in_a_line_are_cut_and_marked():
    text = "the toll was sold"

    assert in_a_line(Statement(text=text, force="denied"), 9) == "[Denied] the toll…"
    assert in_a_line(Statement(text=text), 90) == text


def test_a_year_of_three_digits_is_no_mere_number():
    assert (year(2023), year(203)) == ("2023", "AD 203")
