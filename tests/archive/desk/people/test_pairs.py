"""Speakers that may be one, side by side."""

import pytest
from django.urls import reverse

from archive.identity.alike_speakers import look_at_all
from archive.models import SpeakerIdentifier, SpeakerPair
from tests import factories as make
from tests.archive.desk.people.pages import cost, filled, signed_in, told

pytestmark = pytest.mark.django_db
LIST = reverse("desk:may-be-one")


@pytest.fixture
def pair():
    make.make_speaker("Anna Lind", slug="latin")
    make.make_speaker("Аnna Lind", slug="cyrillic")
    look_at_all()
    return SpeakerPair.objects.get()


def answer(pair) -> str:
    return reverse("desk:answer-speaker-pair", args=[pair.pk])


def test_two_is_answered_and_taken_back(pair):
    client = signed_in("editor")
    page = client.get(LIST)
    assert ("looks like" in page.text, "One: merge them" in page.text) == (True, False)

    given = client.post(answer(pair), {"answer": "two", "next": LIST})
    assert (given.url, told(given)) == (LIST, ["They are two, and are not asked about again."])
    after = client.get(LIST)
    assert (after.context["page"].rows, "Undo" in after.text) == ([], True)
    again = client.post(answer(pair), {"answer": "two"})
    assert "answered this already" in told(again)[-1]

    client.post(answer(pair), {"answer": "again"})
    assert client.get(LIST).context["page"].rows == [pair]


def test_publisher_is_led_to_the_merge(pair):
    page = signed_in("publisher").get(LIST)

    assert reverse("desk:merge-speaker", args=["latin"]) in page.text


def test_viewer_looks_and_does_not_answer(pair):
    client = signed_in("viewer")

    assert "never ask again" not in client.get(LIST).text
    assert client.post(answer(pair), {"answer": "two"}).status_code == 403


def test_those_of_one_speaker_are_asked_where_it_is_shown(pair):
    make.make_speaker("Сергей Лавренёв"), make.make_speaker("Sergei Lavrenev")
    look_at_all()
    client = signed_in("viewer")

    assert client.get(LIST, {"of": "latin"}).context["page"].rows == [pair]
    assert "?of=latin" in client.get(reverse("desk:speaker", args=["latin"])).text
    assert client.get(reverse("desk:speakers")).text.count('again" href="/desk/speakers/may-be-one/?of=') == 4


def test_a_number_that_another_has_is_a_reason_to_ask():
    make.make_speaker("Anna", slug="anna")
    other = make.make_speaker("Beata")
    SpeakerIdentifier.objects.create(speaker=other, scheme="wikidata", value="Q42")
    client, address = signed_in("editor"), reverse("desk:speaker", args=["anna"])

    client.post(address, filled(client.get(address), identifiers__0__value="Q42"))

    assert SpeakerPair.objects.get().reason == "Both would have the number Wikidata: Q42."


def test_pairs_cost_the_same_however_many_wait(pair):
    client = signed_in("viewer")
    few = cost(client, LIST)
    for number in range(55):
        name = f"{chr(97 + number % 26)}{chr(97 + number // 26)}x"
        for spelled in ("Anna Nord", "Аnna Nord"):
            make.make_speaker(f"{spelled} {name}")
    look_at_all()

    page = client.get(LIST).context["page"]

    assert (len(page.rows), page.after is not None, cost(client, LIST)) == (20, True, few)
