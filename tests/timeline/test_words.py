"""What people see on the public pages is in everyday words; the others stay names in code and JSON."""

import pytest

from archive import publication
from archive.enums import Likeness, OutletKind, Stance
from tests import factories as make
from tests.reading.left_words import left_words, shown
from tests.timeline.pages import make_record

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def record(made_once):
    return make_record()


def words_of(client, address: str) -> str:
    return " ".join(" ".join(shown(client.get(address).content.decode())).split())


def test_no_page_shows_a_left_word(client, record):
    withdrawn = record.withdrawn.get_absolute_url()
    empty = [
        "/search/?q=zzzxq",
        "/chronology/?q=zzzxq&kind=mixed",
        f"{record.claim.get_absolute_url()}?counted=wider",
        "/nothing/",
        "/?cursor=x",
    ]
    addresses = [*record.addresses(), withdrawn, *empty, "/claims/?cursor=x"]

    found = {address: left_words(client.get(address).content.decode()) for address in addresses}

    explained = found.pop("/method/")
    assert {address: words for address, words in found.items() if words} == {}
    assert len(explained) == 2
    assert "SHA-256" in explained[0]
    assert "the publication log" in explained[1]


@pytest.mark.parametrize("stance", Stance)
@pytest.mark.parametrize("likeness", Likeness)
def test_no_way_of_saying_a_claim_is_told_in_a_left_word(client, stance, likeness):
    other = make.make_public_statement(said_on="2023-07-01", force="denied" if stance == Stance.DENIES else "asserted")
    claim = make.make_claim("The toll stays.")
    make.make_public_statement(said_on="2023-06-01", claims=[claim])
    link = make.make_occurrence(other, claim, stance=stance, likeness=likeness)
    publication.publish(link, by=make.the_chief())

    for address in ("/", "/claims/", "/chronology/", claim.get_absolute_url(), other.get_absolute_url()):
        assert left_words(client.get(address).content.decode()) == [], address


def test_the_everyday_words_stand_in_their_places(client, record):
    statement, outlet = words_of(client, record.statement.get_absolute_url()), words_of(client, record.outlet.get_absolute_url())

    assert "dated by the day at the head of the report" in statement
    assert f"Place in the text characters {record.statement.start} to {record.statement.end}" in statement
    assert "Fingerprint of the text" in statement
    assert "We show excerpts only" in outlet
    assert "Kind of change retraction" in words_of(client, record.withdrawn.get_absolute_url())
    assert "Dates known only to the month or year" in words_of(client, "/chronology/")
    assert "Said in 2023" in words_of(client, "/chronology/2023/")


def test_an_empty_search_says_that_no_statement_contains_the_words(client, record):
    assert "No statement contains “zzzxq”." in words_of(client, "/search/?q=zzzxq")
    assert "Remove “Words: zzzxq” Without it there is" in words_of(client, "/chronology/?q=zzzxq&said_from=2024")


def test_an_expired_marker_leads_to_the_first_page(client, record):
    answer = client.get("/claims/?q=toll&cursor=old")

    assert answer.status_code == 404
    assert "This page marker has expired." in answer.content.decode()
    assert 'href="/claims/"' in answer.content.decode()
    assert "expired" not in client.get("/claims/none/?cursor=old").content.decode()


@pytest.mark.parametrize(
    ("name", "told"),
    [("Etc/GMT-2", "UTC+2"), ("Etc/GMT+3", "UTC−3"), ("Etc/UTC", "UTC"), ("Etc/GMT", "UTC"), ("Europe/Riga", "Europe/Riga"),
     ("America/New_York", "America/New York")],
)  # fmt: skip
def test_a_time_zone_is_written_as_people_write_it(client, name, told):
    outlet = make.make_outlet(time_zone=name)
    make.make_public_statement(make.make_document(outlet=outlet))

    assert f"Time zone {told} " in words_of(client, outlet.get_absolute_url())


@pytest.mark.parametrize(("kind", "told"), [(OutletKind.AGENCY, "Agency text"), (OutletKind.MINISTRY, "The same text")])
def test_a_text_that_several_printed_says_whose_it_is(client, kind, told):
    text = "The toll stays, he said."
    first = make.make_document(text, outlet=make.make_outlet(kind=kind))
    copy = make.make_document(text, outlet=make.make_outlet(kind=OutletKind.PAPER), wire_copy_of=first)
    for document in (first, copy):
        make.make_public_statement(document, "The toll stays")

    assert f"{told}, also printed by" in words_of(client, first.get_absolute_url())
    assert f"{told}, also printed by" in words_of(client, copy.get_absolute_url())


def test_a_language_has_its_name(client):
    document = make.make_document("Збор застаецца.", language="be")
    odd = make.make_document("Toll.", language="x-odd")
    for one in (document, odd):
        make.make_public_statement(one, one.text)

    assert "Language Belarusian" in words_of(client, document.get_absolute_url())
    assert "Language x-odd" in words_of(client, odd.get_absolute_url())
