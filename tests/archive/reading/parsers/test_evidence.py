"""What a page tells of its publication, each place with its trust."""

import datetime

import pytest

from archive.reading.parsers.evidence import (
    ADDRESS,
    DATA,
    addresses_of,
    changed_in,
    in_addresses,
    in_linked_data,
    in_metas,
    may_be,
    months_in,
)
from archive.reading.parsers.html import tree_of


def page(head: str = "", body: str = "<p>Words.</p>"):
    return tree_of(f"<html><head>{head}</head><body>{body}</body></html>")


def linked(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


def test_surer_names_of_a_meta_are_trusted_more() -> None:
    metas = '<meta property="article:published_time" content="2019-05-17"><meta name="date" content="2019-05-18"><meta name="x">'

    sure, likely = in_metas(page(metas), "en")

    assert (sure.place, likely.place, sure.group) == ("meta article:published_time", "meta date", DATA)
    assert sure.trust > likely.trust


@pytest.mark.parametrize(
    ("json", "told"),
    [
        ('{"@type": "NewsArticle", "datePublished": "2019-05-17"}', ["2019-05-17"]),
        ('[{"@type": "Report", "datePublished": "2018-01-01"}, {"@type": "Article", "name": "Talks", "datePublished": "2019-05-17"}]',
         ["2019-05-17"]),
        ('{"@type": "WebPage", "dateCreated": ["2019-05-17"]}', ["2019-05-17"]),
        ('{"@type": "Article", "datePublished": "2019-05-17" "x"', ["2019-05-17"]),
        ('{"@type": "Article", "datePublished": "2019-02-31" "x"', []),
        ('{"@type": "Article"}', []),
        ('{"@type": "Person", "datePublished": "2019-05-17"}', []),
    ],
)  # fmt: skip
def test_linked_data_tell_one_date(json: str, told: list[str]) -> None:
    assert [one.moment.edtf for one in in_linked_data(page(linked(json)), "en", "Talks")] == told


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://v.example/2019/05/17/talks", "2019-05-17"),
        ("https://v.example/news/20190517-talks.html", "2019-05-17"),
        ("https://v.example/news/20190517/", "2019-05-17"),
        ("https://v.example/2019/may/17/talks", "2019-05-17"),
        ("https://v.example/2019/13/40/talks", None),
        ("https://v.example/2019/02/31/talks", None),
        ("https://v.example/2019/02/31/2019/05/17/talks", "2019-05-17"),
        ("https://v.example/talks?d=/2019/05/17/", None),
    ],
)
def test_day_in_an_address(address: str, day: str | None) -> None:
    found = [(one.moment.edtf, one.group) for one in in_addresses([address])]

    assert found == ([(day, ADDRESS)] if day else [])


def test_month_in_an_address() -> None:
    assert months_in(["https://v.example/2012/06/talks", "https://v.example/2012/06/17/talks"]) == {(2012, 6)}


def test_addresses_are_those_that_are_known_and_those_that_the_page_states() -> None:
    head = '<link rel="canonical" href="https://v.example/a"><meta property="og:url" content="https://v.example/b"><link rel="x" href="/c">'

    assert addresses_of(page(head), "https://v.example/0") == ["https://v.example/0", "https://v.example/a", "https://v.example/b"]


def test_changes_are_told_apart() -> None:
    head = '<meta property="article:modified_time" content="2021-01-02">' + linked('{"@type": "Article", "dateModified": "2021-01-03"}')

    assert [moment.edtf for moment in changed_in(page(head))] == ["2021-01-02", "2021-01-03"]


def test_nothing_is_published_after_its_capture_or_before_1900() -> None:
    metas = "".join(f'<meta name="pubdate" content="{day}">' for day in ("1899-12-31", "2019-05-17", "2031-01-01"))

    found = [one for one in in_metas(page(metas), "en") if may_be(one.moment, datetime.date(2020, 1, 1))]

    assert [one.moment.edtf for one in found] == ["2019-05-17"]
