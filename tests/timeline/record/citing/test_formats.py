"""Every format stands on the statement's page and can be downloaded."""

import html

import pytest
import time_machine

from archive.models import Statement
from tests.factories import make_document, make_outlet, make_public_statement, make_speaker, make_statement, make_withdrawn_statement
from timeline.record.citing import FORMATS

pytestmark = pytest.mark.django_db
NOON = "2026-11-29T12:00:00+00:00"


def make_cited(text: str = "“The toll stays”, she said.", **fields) -> Statement:
    document = make_document(text, outlet=make_outlet("Telexa"), title="Toll & tax", author="J. Doe")
    return make_public_statement(document, "The toll stays", speakers=[make_speaker("Ada Moreau")], **fields)


@time_machine.travel(NOON, tick=False)
@pytest.mark.parametrize("extension", FORMATS)
def test_page_shows_what_is_downloaded(client, extension):
    row = make_cited()
    address = f"/statements/{row.public_id}/cite.{extension}"

    file = client.get(address)

    assert file.status_code == 200
    assert file["Content-Type"] == f"{FORMATS[extension].media_type}; charset=utf-8"
    assert file["Content-Disposition"] == f'attachment; filename="statement-{row.public_id}.{extension}"'
    text = file.content.decode()
    assert ("Ada Moreau" in text, "J. Doe" in text, row.get_absolute_url() in text) == (True, True, True)
    page = html.unescape(client.get(row.get_absolute_url()).content.decode())
    assert text in page
    assert f'href="{address}"' in page


@pytest.mark.parametrize("kind", ["indirect", "mixed"])
def test_no_citation_of_a_paraphrase_puts_it_in_quotation_marks(client, kind):
    row = make_cited("The toll stays, she said.", kind=kind)

    for extension in FORMATS:
        text = client.get(f"/statements/{row.public_id}/cite.{extension}").content.decode()
        assert "The toll stays" in text
        assert [mark for mark in ("“", "‘", "> ", "quote=") if f"{mark}The toll" in text] == []
        assert "as reported by Telexa, indirect speech" in text


@pytest.mark.parametrize("force", ["denied", "asked", "supposed"])
def test_every_citation_says_that_the_words_are_not_asserted(client, force):
    row = make_cited(force=force)

    for extension in FORMATS:
        text = client.get(f"/statements/{row.public_id}/cite.{extension}").content.decode()
        assert {"denied": "a denial", "asked": "a question", "supposed": "a supposition"}[force] in text, extension


def test_a_citation_is_kept_for_the_day_on_which_it_was_read(client):
    row = make_cited()
    addresses = [row.get_absolute_url(), f"/statements/{row.public_id}/cite.txt"]
    with time_machine.travel(NOON, tick=False):
        known = {address: client.get(address)["ETag"] for address in addresses}
        assert [client.get(address, headers={"If-None-Match": known[address]}).status_code for address in addresses] == [304, 304]

    with time_machine.travel("2026-11-30T00:00:01+00:00", tick=False):
        pages = [client.get(address, headers={"If-None-Match": known[address]}) for address in addresses]

    assert ["accessed 30 November 2026" in page.content.decode() for page in pages] == [True, True]


def test_what_is_not_public_has_no_citation(client):
    draft, withdrawn = make_statement(), make_withdrawn_statement(None, "The toll goes")

    assert client.get(f"/statements/{draft.public_id}/cite.txt").status_code == 404
    page = client.get(f"/statements/{withdrawn.public_id}/cite.txt")
    assert (page.status_code, "The toll goes" in page.content.decode()) == (410, False)
    assert client.get(f"/statements/{make_cited().public_id}/cite.exe").status_code == 404
