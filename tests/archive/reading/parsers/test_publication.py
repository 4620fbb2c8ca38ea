"""The publication of a page is told from all that it says, and what disagrees is shown."""

import datetime

import pytest

from archive.edtf import parse
from archive.reading.parsers.html import read_page
from tests.archive.reading.pages import PAGES, Page

TODAY = datetime.date(2024, 7, 1)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_publication_is_told(page: Page) -> None:
    (found,) = read_page(page.html, today=TODAY)

    assert found.published == page.when
    assert [one.edtf for one in found.published_readings] == ([page.when, *page.others] if page.others else [])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_reading_is_edtf(page: Page) -> None:
    (found,) = read_page(page.html, today=TODAY)

    assert all(parse(one) for one in [found.published, *(reading.edtf for reading in found.published_readings)] if one)


TOLD = "the council met for an hour in the old town hall and went home without a vote on the bridge.</p>"
IN_SENTENCES = [
    f"<p>“The bill was passed on May 3, 2022,” Anna Holt said when {TOLD}",
    f"<p>Anna Holt said that the bill was passed on May 3, 2022, when {TOLD}",
    f"<p>Anna Holt said that the bill was <a href='x'>passed on <b>May 3, 2022</b></a>, when {TOLD}",
    f"<p>Законопроект был принят 3 мая 2022 года, сказала Анна Орлова в ратуше, где совет заседал целый час. {TOLD}",
]
ON_LINES = [
    f"<p>May 3, 2022</p><p>Anna Holt said that the bill was passed on May 3, 2022, when {TOLD}",
    f"<div>Posted on May 3, 2022 by admin in News, Politics, Bridges, Towns, Villages, Rivers, Counties and Laws</div><p>There {TOLD}",
    f"<p>VALMERE, May 3, 2022 (Ardpress) - The bill was passed, Anna Holt said when {TOLD}",
    f"<p>By Anna Holt on May 3, 2022</p><p>There {TOLD}",
]


def published_on(body: str) -> tuple[str, list[str]]:
    page = f"<html><head><title>The bridge law</title></head><body><h1>The bridge law</h1>{body}</body></html>"
    (found,) = read_page(page.encode(), today=TODAY)
    return found.published, [one.edtf for one in found.published_readings]


@pytest.mark.parametrize("body", IN_SENTENCES)
def test_day_told_in_sentences_alone_is_shown_and_not_taken(body: str) -> None:
    published, readings = published_on(body)

    assert published == ""
    assert "2022-05-03" in readings


@pytest.mark.parametrize("body", ON_LINES)
def test_day_that_dates_the_page_is_taken(body: str) -> None:
    assert published_on(body) == ("2022-05-03", [])


OF_ITS_HISTORY = [
    "<p>Received 3 May 2022; accepted 4 June 2022</p>",
    "<div class=date>Last reviewed: 3 May 2022</div>",
    "<p>Статья поступила: 3 мая 2022 г.</p>",
]


@pytest.mark.parametrize("body", OF_ITS_HISTORY)
def test_day_on_which_a_paper_was_received_or_a_page_reviewed_is_not_taken(body: str) -> None:
    published, readings = published_on(f"{body}<p>There {TOLD}<p>There {TOLD}")

    assert published == ""
    assert "2022-05-03" in readings


UNSURE = '<meta name="pubdate" content="04/05/2019">'
OF_TWO_DAYS = [
    (UNSURE, "en-US", "", "", ["2019-04-05", "2019-05-04"]),
    (UNSURE, "fr", "", "", ["2019-04-05", "2019-05-04"]),
    ('<meta name="pubdate" content="5-4-19 10:15">', "en", "", "", ["2019-04-05T10:15:00", "2019-05-04T10:15:00"]),
    ("", "en", "<p class=date>04/05/2019</p>", "", ["2019-04-05", "2019-05-04"]),
    ("", "en", "<p class=date>04/05/2019</p><footer>3 March 2012</footer>", "", ["2019-04-05", "2019-05-04"]),
    ("", "fr", "<p class=date>04/05/2019</p>", "2019-05-04", []),
    (UNSURE, "en", "<p class=date>5 April 2019</p>", "2019-04-05", []),
    (UNSURE, "en", "<ul><li>Comments</li><li>05/28/2019</li></ul>", "2019-04-05", []),
    ('<meta name="pubdate" content="07/05/2024">', "en", "", "2024-05-07", []),  # the other day is still to come
]


@pytest.mark.parametrize(("head", "language", "body", "when", "others"), OF_TWO_DAYS, ids=range(len(OF_TWO_DAYS)))
def test_date_that_can_be_two_days_is_taken_where_the_page_tells_which(
    head: str, language: str, body: str, when: str, others: list[str]
) -> None:
    words = "<p>There will be a new fee for everybody who wants to cross the bridge, Anna Holt told reporters in the town hall.</p>" * 3
    page = f"<html lang={language}><head><title>The bridge law</title>{head}</head><body><h1>The bridge law</h1>{body}{words}</body></html>"
    (found,) = read_page(page.encode(), today=TODAY)

    assert found.published == when
    assert sorted(one.edtf for one in found.published_readings if when == "") == others
