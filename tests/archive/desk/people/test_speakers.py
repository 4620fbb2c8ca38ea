"""All speakers, found by any spelling, a page at a time."""

import pytest
from django.urls import reverse

from archive.models import SpeakerAlias, SpeakerIdentifier, SpeakerRole
from tests import factories as make
from tests.archive.desk.people.pages import cost, signed_in

pytestmark = pytest.mark.django_db
LIST = reverse("desk:speakers")


def names(answer) -> list[str]:
    return [one.name for one in answer.context["page"].rows]


@pytest.mark.parametrize("typed", ["лавров", "Lavrov", "Lawrow", "ergei la", "sergei-lavrov", "S. L."])
def test_speakers_are_found_by_any_spelling(typed):
    speaker = make.make_speaker("Sergei Lavrov", slug="sergei-lavrov")
    SpeakerAlias.objects.create(speaker=speaker, name="Лавров, Сергей")
    SpeakerAlias.objects.create(speaker=speaker, name="Sergej Lawrow")
    SpeakerAlias.objects.create(speaker=speaker, name="S.L.")
    make.make_speaker("Anna Kovaleva")

    assert names(signed_in("viewer").get(LIST, {"q": typed})) == ["Sergei Lavrov"]


def test_what_was_typed_stands_there_when_nobody_is_called_so():
    client = signed_in("viewer")

    for typed in ("Qwertz", "!!"):
        page = client.get(LIST, {"q": typed})
        assert (names(page), typed in page.text) == ([], True)
    assert "Nobody is here yet" in client.get(LIST).text


def test_each_stands_with_roles_of_today_numbers_and_what_it_said():
    speaker = make.make_speaker("Anna Kovaleva")
    SpeakerRole.objects.create(speaker=speaker, title="Minister", since="2019")
    SpeakerRole.objects.create(speaker=speaker, title="Mayor", until="2018")
    SpeakerIdentifier.objects.create(speaker=speaker, scheme="wikidata", value="Q42")
    make.make_public_statement(speakers=[speaker])
    make.make_statement(speakers=[speaker])
    make.make_accepted_statement(speakers=[speaker])

    page = signed_in("viewer").get(LIST)

    (row,) = page.context["page"].rows
    assert ([str(one) for one in row.roles_now], row.waiting, row.public_statements) == (["Minister"], 2, 1)
    assert "https://www.wikidata.org/wiki/Q42" in page.text


def test_pages_go_on_after_the_last_name_at_the_same_cost():
    client = signed_in("viewer")
    make.make_speaker("Speaker 000")
    few = cost(client, LIST)
    for number in range(1, 110):
        make.make_speaker(f"Speaker {number:03}")

    seen, after = [], ""
    for _page in range(3):
        page = client.get(LIST, {"after": after})
        seen += names(page)
        after = page.context["page"].after

    assert (seen, after) == ([f"Speaker {number:03}" for number in range(110)], None)
    assert names(client.get(LIST, {"after": "x"}))[0] == "Speaker 000"
    assert cost(client, LIST) == few
