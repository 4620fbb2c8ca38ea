"""Names as printed stand in the text, or are left out."""

import pytest

from archive.entries import rows
from archive.entries.printed import Printed, printed_in, texts_of
from archive.models import Attribution
from tests.factories import make_document, make_public_statement, make_speaker

pytestmark = pytest.mark.django_db
TEXT = "Ada\nMoreau, mayor of Dorna, spoke.\n“The toll stays”, she said."


def printed_of(name, role="", mention=""):
    row = make_public_statement(make_document(TEXT), "The toll stays", speakers=[(make_speaker("Ada Moreau"), name, role)])
    if mention:
        start = TEXT.index(mention)
        Attribution.objects.update(start=start, end=start + len(mention))
    ((speaker,),) = rows.speakers([row.pk]).values()
    return printed_in(texts_of([row.document_id])[row.document_id], speaker)


@pytest.mark.parametrize(
    ("name", "role", "mention", "printed"),
    [
        ("Ada Moreau", "mayor of Dorna", "", Printed("Ada Moreau", "mayor of Dorna")),
        ("Ada Moreau", "Mayor of Dorna since 2010", "", Printed("Ada Moreau", "")),
        ("A. Moreau", "", "", Printed("", "")),
        ("A. Moreau", "", "Ada\nMoreau", Printed("Ada Moreau", "")),
        ("Ada Moreau, mayor of Dorna", "mayor of Dorna", "", Printed("Ada Moreau, mayor of Dorna", "")),
        ("", "mayor of Dorna", "Ada\nMoreau, mayor of Dorna", Printed("Ada Moreau, mayor of Dorna", "")),
        ("", "mayor of Dorna", "", Printed("", "mayor of Dorna")),
        ("", "", "", Printed("", "")),
    ],
)
def test_printed(name, role, mention, printed):
    assert printed_of(name, role, mention) == printed


def test_page_and_api_say_nothing_printed_that_is_not(client):
    row = make_public_statement(make_document(TEXT), "The toll stays", speakers=[(make_speaker("Adeline Moreau"), "", "")])

    assert "as printed" not in client.get(row.get_absolute_url()).content.decode()
    (speaker,) = client.get(f"/api/v1/statements/{row.public_id}/").json()["speakers"]
    assert (speaker["name"], speaker["printed"], speaker["role"]) == ("Adeline Moreau", "", "")


def test_page_and_api_show_what_is_printed(client):
    row = make_public_statement(make_document(TEXT), "The toll stays", speakers=[(make_speaker("Adeline Moreau"), "Ada Moreau", "mayor")])

    assert (
        'as printed: <q><bdi lang="en">Ada Moreau</bdi></q>, <q><bdi lang="en">mayor</bdi></q>'
        in client.get(row.get_absolute_url()).content.decode()
    )
    (speaker,) = client.get(f"/api/v1/statements/{row.public_id}/").json()["speakers"]
    assert (speaker["printed"], speaker["role"]) == ("Ada Moreau", "mayor")


def test_page_tells_a_role_once_where_the_name_holds_it(client):
    name = "Ada Moreau, mayor of Dorna"
    row = make_public_statement(make_document(TEXT), "The toll stays", speakers=[(None, name, "mayor of Dorna")])

    assert "mayor of Dorna</bdi></span>" not in client.get(row.get_absolute_url()).content.decode()
    assert f'<bdi lang="en">{name}</bdi>' in client.get("/chronology/").content.decode()
    (speaker,) = client.get(f"/api/v1/statements/{row.public_id}/").json()["speakers"]
    assert (speaker["printed"], speaker["role"]) == (name, "")


def test_however_many_statements_are_one_query(django_assert_num_queries):
    shown = [make_public_statement() for _ in range(3)]

    with django_assert_num_queries(1):
        assert len(texts_of(one.document_id for one in shown)) == 3
