"""One claim put right in place: its words, and what others found of it."""

import pytest
from django.urls import reverse

from archive.models import ChangeProposal, Event, FactCheck, Revision
from tests import factories as make
from tests.archive.desk.people.pages import filled, signed_in, told

pytestmark = pytest.mark.django_db
CHECK = {
    "fact_checks__0__publisher": "Plainfacts", "fact_checks__0__address": "https://plainfacts.example/1",
    "fact_checks__0__rating": "mostly false", "fact_checks__0__language": "en", "fact_checks__0__published": "May 2024",
}  # fmt: skip


@pytest.fixture
def claim():
    return make.make_claim("The bridge will be opened.", slug="bridge")


@pytest.fixture
def public(claim):
    make.make_public_statement(claims=[claim])
    return claim


def address(claim) -> str:
    return reverse("desk:claim", args=[claim.slug])


def save(client, claim, **typed):
    return client.post(address(claim), filled(client.get(address(claim)), **typed))


def test_words_change_at_once_while_nobody_sees_them_and_the_address_stays(claim):
    client = signed_in("editor")

    answer = save(client, claim, text="The bridge  opens.", **CHECK)

    assert answer.url == address(claim), answer.text
    claim.refresh_from_db()
    check = FactCheck.objects.get()
    assert (claim.text, claim.slug, str(check), check.published) == ("The bridge opens.", "bridge", "Plainfacts: mostly false", "2024-05")
    assert told(answer)[0].startswith("Published: read “May 2024”")
    event = Event.objects.get(verb="edited")
    assert (event.by, event.detail["was"]["text"]) == (client.user, "The bridge will be opened.")


def test_publisher_corrects_words_and_adds_a_fact_check_with_a_reason(public):
    answer = save(signed_in("publisher"), public, text="The bridge opens.", reason="Plainer.", **CHECK)

    assert answer.status_code == 302, answer.text
    revision = Revision.objects.of(public).last()
    assert (revision.reason, revision.changed) == ("Plainer.", ["fact_checks", "text"])
    assert revision.content["fact_checks"] == ["Plainfacts: “mostly false” https://plainfacts.example/1"]


def test_fact_check_is_taken_away_with_a_reason(public):
    FactCheck.objects.create(claim=public, publisher="Plainfacts", address="https://plainfacts.example/1", rating="false")

    save(signed_in("publisher"), public, fact_checks__0__DELETE="on", reason="They took it back.")

    assert (FactCheck.objects.count(), Revision.objects.of(public).last().reason) == (0, "They took it back.")


def test_editor_proposes_a_fact_check(public):
    client = signed_in("editor")

    save(client, public, reason="It was checked.", **CHECK)

    assert ChangeProposal.objects.get().becomes == {
        "fact_checks": [["Plainfacts", "https://plainfacts.example/1", "mostly false", "en", "2024-05"]]
    }
    assert "It was checked." in client.get(address(public)).text


def test_the_public_page_shows_it_as_theirs(public):
    save(signed_in("publisher"), public, reason="It was checked.", **CHECK)

    page = signed_in("viewer").get(public.get_absolute_url()).text

    assert "Rated “mostly false” by Plainfacts" in page
    assert "gives no verdict" in page


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"text": "The tower opens."}, "There is a claim in these words already"),
        ({"text": ""}, "required"),
        ({**CHECK, "fact_checks__0__address": "no address"}, "valid URL"),
        ({**CHECK, "fact_checks__0__rating": ""}, "required"),
        ({**CHECK, "fact_checks__0__published": "soon"}, "Write for instance"),
        ({}, "Nothing was changed"),
    ],
)
def test_what_can_not_stand_is_refused(claim, typed, words):
    make.make_claim("The tower opens.")

    answer = save(signed_in("editor"), claim, **typed)

    assert (answer.status_code, words in answer.text) == (422, True)


def test_who_may_not_change_it_reads_it(claim):
    FactCheck.objects.create(claim=claim, publisher="Plainfacts", address="https://plainfacts.example/1", rating="false")
    client = signed_in("viewer")

    assert "Plainfacts: false" in client.get(address(claim)).text
    assert client.post(address(claim), {"text": "X"}).status_code == 403
