"""The words of a citation."""

from dataclasses import replace

import pytest

from archive import edtf
from tests.timeline.record.citing.examples import DIRECT, INDIRECT
from timeline.record.citing.credits import attributed, credit, note, quoted, shown, source


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("The toll stays", "“The toll stays”"),
        ("He said “no” to me", "“He said ‘no’ to me”"),
        ('He said "no" to me', "“He said ‘no’ to me”"),
        ('"No", he said', "“‘No’, he said”"),
        ("I said „nein“ twice", "“I said ‚nein‘ twice”"),
        ("Мы сказали «нет»", "“Мы сказали «нет»”"),
        ("It’s the people’s", "“It’s the people’s”"),
    ],
)
def test_quotation_in_a_quotation(text, marked):
    assert quoted(text) == marked


def test_paraphrase_has_no_quotation_marks():
    assert shown(INDIRECT) == "the toll would stay"
    assert shown(DIRECT) == "“The toll stays”"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "Ada Moreau, 17 May 2023"),
        ({"kind": "indirect", "is_quotation": False}, "Ada Moreau, 17 May 2023, as reported by Telexa, indirect speech"),
        ({"kind": "mixed", "is_quotation": False}, "Ada Moreau, 17 May 2023, as reported by Telexa, indirect speech with words quoted"),
        ({"kind": "mixed", "is_quotation": True}, "Ada Moreau, 17 May 2023, quoted in part by Telexa"),
        ({"force": "denied"}, "Ada Moreau, 17 May 2023, a denial"),
        ({"force": "asked"}, "Ada Moreau, 17 May 2023, a question"),
        ({"force": "supposed"}, "Ada Moreau, 17 May 2023, a supposition"),
        ({"said": None}, "Ada Moreau, undated"),
        ({"said": edtf.parse("2021-12~")}, "Ada Moreau, about December 2021"),
        ({"who": ""}, "17 May 2023"),
    ],
)
def test_credit(fields, words):
    assert credit(replace(DIRECT, **fields)) == words


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "J. Doe, “Toll & tax”, Telexa, 18 May 2023"),
        ({"author": "", "title": "", "published": None}, "Telexa"),
        ({"place": "p. 3"}, "J. Doe, “Toll & tax”, Telexa, 18 May 2023, p. 3"),
        ({"title": "“Never”, says Moreau"}, "J. Doe, “‘Never’, says Moreau”, Telexa, 18 May 2023"),
    ],
)
def test_source(fields, words):
    assert source(replace(DIRECT, **fields)) == words


def test_a_quotation_is_quoted_in_the_article_and_a_paraphrase_stands_in_it():
    article = "J. Doe, “Toll & tax”, Telexa, 18 May 2023"

    assert attributed(DIRECT) == f"Ada Moreau, 17 May 2023, quoted in: {article}"
    assert attributed(INDIRECT) == f"Ada Moreau, 17 May 2023, as reported by Telexa, indirect speech, in: {article}"


def test_what_the_outlet_took_back_is_told():
    told = replace(DIRECT, notice="Telexa retracted this report on 20 May 2023")

    assert attributed(told).endswith("“Toll & tax”, Telexa, 18 May 2023 (Telexa retracted this report on 20 May 2023)")


def test_note():
    said, kept = (
        "“The toll stays” — Ada Moreau, 17 May 2023, quoted in: J. Doe, “Toll & tax”, Telexa",
        "On Record, version 1, accessed 29 November 2026",
    )

    assert note(DIRECT) == f"{said}, 18 May 2023, https://telexa.example/1. {kept}"
    assert note(replace(DIRECT, source_url="", published=None)) == f"{said}. {kept}"
    assert note(replace(DIRECT, source_url="", published=edtf.parse("2021-12~"))) == f"{said}, about December 2021. {kept}"


def test_a_day_of_publication_is_told_to_be_one():
    assert credit(replace(DIRECT, is_reported=True)) == "Ada Moreau, reported 17 May 2023"
