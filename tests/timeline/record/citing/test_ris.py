"""Citations in RIS."""

from dataclasses import replace

import pytest
import rispy
from hypothesis import given

from archive import edtf
from tests.timeline.record.citing.examples import DIRECT, INDIRECT, TEXTS
from timeline.record.citing.credits import note
from timeline.record.citing.ris import ris


def read(text):
    (entry,) = rispy.loads(text)
    return entry


def test_ris():
    assert read(ris(DIRECT)) == {
        "type_of_reference": "NEWS",
        "id": "k7m2q9xw4t",
        "authors": ["J. Doe"],
        "title": "Toll & tax",
        "secondary_title": "Telexa",
        "type_of_work": "article",
        "year": "2023",
        "date": "2023/05/18/",
        "language": "en",
        "name_of_database": "On Record",
        "urls": ["http://testserver/statements/k7m2q9xw4t/"],
        "access_date": "2026/11/29/",
        "notes": [note(DIRECT)],
    }


@pytest.mark.parametrize(
    ("kind", "kind_of_ris"), [("article", "NEWS"), ("interview", "NEWS"), ("release", "GEN"), ("transcript", "GEN"), ("post", "ELEC")]
)
def test_type_follows_what_the_article_is(kind, kind_of_ris):
    assert read(ris(replace(DIRECT, article_kind=kind)))["type_of_reference"] == kind_of_ris


@pytest.mark.parametrize(
    ("date", "written"),
    [
        ("2019-05", "2019/05//"),
        ("2019", "2019///"),
        ("2021-12~", "2021/12//about December 2021"),
        ("2022-22", "2022///summer 2022"),
        ("2022-07/2022-09", "2022///July–September 2022"),
        ("0203-05-17", "0203/05/17/"),
    ],
)
def test_a_coarse_date_leaves_its_parts_empty(date, written):
    assert read(ris(replace(DIRECT, published=edtf.parse(date))))["date"] == written


def test_no_date_where_not_even_the_year_is_certain():
    assert not {"date", "year"} & set(read(ris(replace(DIRECT, published=edtf.parse("198X")))))


@given(words=TEXTS, title=TEXTS, author=TEXTS, outlet=TEXTS)
def test_fields_come_back_as_they_were(words, title, author, outlet):
    told = replace(INDIRECT, words=words, title=title, author=author, outlet=outlet)

    found = read(ris(told))

    assert (found["title"], found["authors"], found["secondary_title"], found["notes"]) == (title, [author], outlet, [note(told)])
