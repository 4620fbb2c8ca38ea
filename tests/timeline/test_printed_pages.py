"""Pages on paper, as Chromium prints them: without backgrounds, as browsers do unless they are told otherwise."""

import re
from io import BytesIO

import pytest
from django.conf import settings
from pypdf import PdfReader

from archive.models import Revision, Statement
from tests.factories import make_document, make_public_statement
from tests.timeline.pages import make_record
from timeline.conditional import today

# What is printed does not depend on the database.
pytestmark = pytest.mark.sqlite


def sheets(page, url: str) -> list[str]:
    page.goto(url)
    return [re.sub(r"\s+", " ", sheet.extract_text()) for sheet in PdfReader(BytesIO(page.pdf(format="A4"))).pages]


def test_a_statement_stands_on_one_sheet_with_all_that_proves_it(page, live_server):
    statement = make_record().statement

    (sheet,) = sheets(page, f"{live_server.url}{statement.get_absolute_url()}")

    together = sheet.replace(" ", "")
    assert f"{settings.SITE_URL}{statement.get_absolute_url()}" in together
    last = Revision.objects.latest_version(Statement, statement.pk)
    assert f"version {last.version}" in sheet
    assert last.sha256 in together
    assert statement.document.sha256 in together
    assert f"Read on {today().day} " in sheet
    assert "The toll stays for ever" in sheet


def test_each_sheet_of_a_list_names_its_address_and_what_was_searched_for(page, live_server):
    make_record()
    for number in range(40):
        document = make_document(f"“The toll stays at {number}, whatever anybody says,” she said.")
        make_public_statement(document, f"The toll stays at {number}, whatever anybody says", said_on="2022")

    printed = sheets(page, f"{live_server.url}/search/?q=toll&kind=direct")

    assert len(printed) > 1
    assert all(f"{settings.SITE_URL}/search/?kind=direct&q=toll" in sheet.replace(" ", "") for sheet in printed)
    assert "Searched and filtered: " in printed[-1]
    assert "Words: toll" in printed[-1]
