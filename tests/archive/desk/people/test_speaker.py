"""One speaker, changed in place: at once while nobody outside sees it, afterwards by a correction or a proposal."""

import pytest
from django.urls import reverse

from archive.models import ChangeProposal, Event, Revision, SpeakerAlias, SpeakerIdentifier, SpeakerRole
from tests import factories as make
from tests.archive.desk.people.pages import filled, signed_in, told

pytestmark = pytest.mark.django_db


@pytest.fixture
def speaker():
    return make.make_speaker("Anna Kovaleva", slug="anna")


def address(speaker) -> str:
    return reverse("desk:speaker", args=[speaker.slug])


def rows(speaker, name: str) -> list[tuple]:
    columns = {"roles": ("title", "since", "until"), "identifiers": ("scheme", "value"), "affiliations": ("kind", "name", "since", "until")}
    return list(getattr(speaker, name).values_list(*columns[name]))


def save(client, speaker, **typed):
    return client.post(address(speaker), filled(client.get(address(speaker)), **typed))


def test_what_is_typed_is_saved_at_once_and_dates_are_told_as_read(speaker):
    client = signed_in("editor")

    answer = save(
        client, speaker, name="Anna P. Kovaleva", since="1961", aliases__0__name="A. Kovaleva", roles__0__title="Minister",
        roles__0__since="May 2019", identifiers__0__value="https://www.wikidata.org/wiki/Q42", affiliations__0__name="Germany",
    )  # fmt: skip

    assert answer.status_code == 302, answer.text
    speaker.refresh_from_db()
    assert (speaker.name, speaker.since, speaker.slug, [one.name for one in speaker.aliases.all()]) == (
        "Anna P. Kovaleva", "1961", "anna", ["A. Kovaleva"],
    )  # fmt: skip
    assert rows(speaker, "roles") == [("Minister", "2019-05", "")]
    assert rows(speaker, "identifiers") == [("wikidata", "Q42")]
    assert rows(speaker, "affiliations") == [("country", "DE", "", "")]
    assert any("read “May 2019” as 2019-05: May 2019" in one for one in told(answer))
    event = Event.objects.filter(object_type="speaker", verb="edited").get()
    assert (event.by, event.detail["was"]["name"], event.detail["becomes"]["roles"]) == (
        client.user, "Anna Kovaleva", [["Minister", "2019-05", ""]],
    )  # fmt: skip


def test_a_role_ends_where_its_last_day_is_typed_and_goes_where_it_is_ticked(speaker):
    SpeakerRole.objects.create(speaker=speaker, title="Minister", since="2019")
    SpeakerRole.objects.create(speaker=speaker, title="Singer", since="2020")

    save(signed_in("editor"), speaker, roles__0__until="3 June 2024", roles__1__DELETE="on")

    assert rows(speaker, "roles") == [("Minister", "2019", "2024-06-03")]


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"identifiers__0__value": "42"}, "identifiers", "Say whose number"),
        ({"identifiers__0__value": "P42", "identifiers__0__scheme": "wikidata"}, "identifiers", "no Wikidata number"),
        ({"affiliations__0__name": "Veldania", "affiliations__0__kind": "country"}, "affiliations", "no country"),
        ({"roles__0__title": "Minister", "roles__0__since": "2019", "roles__0__until": "2018"}, "", "ends before it begins"),
        ({"roles__0__title": "Minister", "roles__0__since": "4/5/2019"}, "roles", "can be read as"),
        ({"name": ""}, "", "required"),
        ({}, "", "Nothing was changed"),
    ],
)
def test_what_can_not_stand_is_refused_beside_it(speaker, typed, field, words):
    answer = save(signed_in("editor"), speaker, **typed)

    assert (answer.status_code, words in answer.text) == (422, True), answer.text
    form = answer.context["form"]
    assert not field or any(one.errors for _heading, list_ in form.lists() if list_.prefix == field for one in list_)
    assert not Event.objects.filter(verb="edited").exists()


def test_number_of_another_speaker_is_refused_with_the_way_to_that_one(speaker):
    other = make.make_speaker("A. Kovalyova", slug="other")
    SpeakerIdentifier.objects.create(speaker=other, scheme="wikidata", value="Q42")

    answer = save(signed_in("editor"), speaker, identifiers__0__value="q42")

    assert (answer.status_code, address(other) in answer.text, "They may be one" in answer.text) == (422, True, True)


def test_doubt_is_asked_and_confirmed(speaker):
    make.make_speaker("Anna Kovalyova")
    client = signed_in("editor")

    asked = save(client, speaker, name="Anna Kovalyova")
    assert (asked.status_code, "I have checked" in asked.text) == (422, True)
    seen = asked.context["form"].refusal.doubts[0].seen
    answer = client.post(address(speaker), filled(asked, looked_at=seen))

    speaker.refresh_from_db()
    assert (answer.status_code, speaker.name) == (302, "Anna Kovalyova")


@pytest.fixture
def public(speaker):
    make.make_public_statement(speakers=[speaker])
    return speaker


def test_publisher_corrects_what_is_public_with_a_reason(public):
    answer = save(signed_in("publisher"), public, identifiers__0__value="Q42", reason="It is hers.")

    assert answer.status_code == 302, answer.text
    revision = Revision.objects.of(public).last()
    assert (revision.reason, revision.changed, revision.content["identifiers"]) == ("It is hers.", ["identifiers"], ["Wikidata: Q42"])


def test_public_change_without_a_reason_is_refused(public):
    answer = save(signed_in("publisher"), public, name="Anna P. Kovaleva")

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["reason"])


def test_editor_proposes_what_is_public_and_saves_the_first_year_at_once(public):
    client = signed_in("editor")

    answer = save(client, public, since="1961", affiliations__0__name="Green List", affiliations__0__since="2011", reason="Her own word.")

    assert answer.status_code == 302, answer.text
    public.refresh_from_db()
    assert (public.since, rows(public, "affiliations")) == ("1961", [])
    assert ChangeProposal.objects.get().becomes == {"affiliations": [["party", "Green List", "2011", ""]]}
    assert "Her own word." in client.get(address(public)).text


@pytest.mark.parametrize("role", ["editor", "publisher"])
def test_what_another_saved_meanwhile_is_not_overwritten(public, role):
    client, page = signed_in(role), None
    page = client.get(address(public))
    SpeakerAlias.objects.create(speaker=public, name="Another")
    public.lock_version += 1
    public.description = "economist"
    public.save()

    answer = client.post(address(public), filled(page, description="poet", reason="She is one."))

    assert (answer.status_code, "Saved meanwhile: “economist”" in answer.text) == (422, True)


def test_who_may_not_change_it_reads_it(public):
    SpeakerRole.objects.create(speaker=public, title="Minister", since="2019", until="2021")
    SpeakerAlias.objects.create(speaker=public, name="A. K.")
    client = signed_in("viewer")

    page = client.get(address(public))

    assert "Minister" in page.text
    assert "<button data-key" not in page.text
    assert client.post(address(public), {"name": "X"}).status_code == 403
    public.refresh_from_db()
    assert public.name == "Anna Kovaleva"


def test_merged_speaker_leads_on_and_is_not_changed(speaker):
    gone = make.make_speaker("A. K.", slug="gone", merged_into=speaker)

    page = signed_in("editor").get(address(gone))

    assert (address(speaker) in page.text, page.context["way"]) == (True, None)
