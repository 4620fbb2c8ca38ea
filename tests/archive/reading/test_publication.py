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
