"""Addresses that somebody shortened by hand."""

import pytest

from tests.timeline.pages import make_record

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def record(made_once):
    return make_record()


@pytest.mark.parametrize(
    ("short", "meant"),
    [
        ("/statements/", "/chronology/"),
        ("/documents/", "/outlets/"),
        ("/api/", "/api/v1/"),
        ("/chronology/2023/5/", "/chronology/2023/05/"),
        ("/chronology/2023/5/17/", "/chronology/2023/05/17/"),
        ("/chronology/2023/05/7/", "/chronology/2023/05/07/"),
    ],
)
def test_a_trimmed_address_leads_to_the_page_that_was_meant(client, record, short, meant):
    answer = client.get(short)
    assert answer["Location"] == meant
    assert client.get(meant).status_code == 200


@pytest.mark.parametrize("path", ["/chronology/2023/13/", "/chronology/2023/2/30/", "/chronology/2023/0/", "/chronology/2023/5/0/"])
def test_a_day_that_no_calendar_has_is_not_found(client, path):
    assert client.get(path).status_code == 404
