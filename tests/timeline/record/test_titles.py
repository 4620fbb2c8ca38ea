"""What stands as a document's title."""

import pytest

from archive.models import Document
from tests.factories import make_document, make_outlet, make_public_statement, make_statement, make_withdrawn_statement
from timeline.record.titles import tell_as_kept

TEXT = "The toll stays for good, she said. “Never mind,” he said. It rained."


@pytest.fixture
def document(db) -> Document:
    outlet = make_outlet("Ardpress", text_policy="full")
    return make_document(TEXT, outlet=outlet, title="“The toll stays for good”", published="2024-12-19T10:00:00+01:00")


def test_pages_and_api_show_outlet_and_day_for_a_title_that_was_withdrawn(client, document):
    row = make_public_statement(document, "Never mind")
    make_withdrawn_statement(document, "The toll stays for good")

    answers = [
        client.get(address).content.decode()
        for address in (
            row.get_absolute_url(), document.get_absolute_url(), "/", "/chronology/", "/corrections/",
            f"/api/v1/statements/{row.public_id}/", "/api/v1/statements/",
            f"/api/v1/documents/{document.public_id}/", "/api/v1/documents/", "/api/v1/corrections/",
        )
    ]  # fmt: skip

    assert [answer for answer in answers if "toll stays for good" in answer.casefold()] == []
    assert ["Document of Ardpress, 19 December 2024" in answer for answer in answers] == [
        True, True, False, False, False, True, True, True, True, False,
    ]  # fmt: skip


def test_draft_hides_no_title(client, document):
    row = make_public_statement(document, "Never mind")
    make_statement(document, "The toll stays for good")

    assert "“The toll stays for good”" in client.get(f"/api/v1/documents/{document.public_id}/").json()["title"]
    assert "“The toll stays for good”" in client.get(row.get_absolute_url()).content.decode()


def test_document_without_title_or_date_has_its_outlet(db):
    document = make_document(TEXT, outlet=make_outlet("Ardpress"), title="", published="")

    make_public_statement(document, "Never mind")

    tell_as_kept([document])

    assert document.title == "Document of Ardpress"


def test_titles_of_many_documents_take_one_query(django_assert_num_queries, document):
    make_withdrawn_statement(document, "The toll stays for good")
    rows = [document, make_document(outlet=document.outlet, title="Rain"), make_document(outlet=document.outlet, title="Wind")]
    for row, words in zip(rows, ("Never mind", "", ""), strict=True):
        make_public_statement(row, words)

    with django_assert_num_queries(1):
        tell_as_kept(rows)

    assert [row.title for row in rows] == ["Document of Ardpress, 19 December 2024", "Rain", "Wind"]
