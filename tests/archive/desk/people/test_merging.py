"""Two speakers become one, and two again, each shown first."""

import pytest
from django.urls import reverse

from archive.identity import merge_speakers
from archive.models import Attribution, Speaker, SpeakerAlias
from tests import factories as make
from tests.archive.desk.people.pages import filled, signed_in, told

pytestmark = pytest.mark.django_db


@pytest.fixture
def this():
    return make.make_speaker("Anna Kovaleva", slug="anna")


@pytest.fixture
def other():
    speaker = make.make_speaker("A. Kovalyova", slug="other")
    make.make_public_statement(speakers=[speaker])
    make.make_statement(speakers=[speaker])
    return speaker


@pytest.fixture
def client():
    return signed_in("publisher")


def merge(slug: str) -> str:
    return reverse("desk:merge-speaker", args=[slug])


def separate(slug: str) -> str:
    return reverse("desk:separate-speaker", args=[slug])


@pytest.mark.parametrize("typed", ["other", "/speakers/other/", "A. Kovalyova", "kovalyo", "Ковалёва А"])
def test_what_would_move_is_shown_before_it_does(client, this, other, typed):
    SpeakerAlias.objects.create(speaker=other, name="Ковалёва, А.")

    page = client.post(merge("anna"), filled(client.get(merge("anna")), other=typed, stays="this", reason="One woman.", look="yes"))

    assert (page.status_code, page.context["moves"].public, page.context["moves"].private) == (200, 1, 1), page.text
    assert Attribution.objects.filter(speaker=other).count() == 2


@pytest.mark.parametrize("stays", ["this", "other"])
def test_confirmed_it_moves(client, this, other, stays):
    keep, gone = (this, other) if stays == "this" else (other, this)
    page = client.post(merge("anna"), filled(client.get(merge("anna")), other="other", stays=stays, reason="One woman.", look="yes"))

    answer = client.post(merge("anna"), filled(page, stays=stays, confirm="yes"))

    gone.refresh_from_db()
    assert (answer.url, gone.merged_into) == (reverse("desk:speaker", args=[keep.slug]), keep)
    assert "is now" in told(answer)[0]
    assert separate(gone.slug) in client.get(answer.url).text


@pytest.mark.parametrize(
    ("typed", "words"),
    [("anna", "the speaker itself"), ("kov", "Several are called so"), ("Nobody", "Nobody is called so"), ("", "required")],
)
def test_who_can_not_be_told_is_refused_beside_the_name(client, this, other, typed, words):
    page = client.post(merge("anna"), {"other": typed, "stays": "this", "reason": "One woman."})

    assert (page.status_code, words in str(page.context["form"].errors["other"])) == (422, True)


def test_other_than_was_seen_is_not_merged(client, this, other):
    answer = client.post(merge("anna"), {"other": "other", "stays": "this", "reason": "One.", "confirm": "yes", "seen": "x"})

    assert (answer.status_code, "Look again" in str(answer.context["form"].errors)) == (422, True)
    assert not Speaker.objects.exclude(merged_into=None).exists()


def test_merge_is_taken_back_after_a_look(client, this, other):
    merge_speakers(this, other, by=client.user, reason="One woman.")
    page = client.get(separate("other"))
    assert (page.status_code, page.context["moves"].public) == (200, 1)

    assert client.post(separate("other"), filled(page, reason="")).status_code == 422
    answer = client.post(separate("other"), filled(page, reason="Two women."))

    assert answer.url == reverse("desk:speaker", args=["other"])
    assert Attribution.objects.filter(speaker=other).count() == 2


def test_what_can_not_be_taken_back_is_told(client, this):
    page = client.get(separate("anna"))

    assert (page.status_code, "is not merged" in page.text) == (422, True)


def test_an_editor_merges_nothing(this, other):
    assert signed_in("editor").get(merge("anna")).status_code == 403
