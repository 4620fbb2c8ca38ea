"""What was typed is kept behind the form, for the one who typed it, and goes when it is not wanted."""

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.urls import reverse

from archive.working import kept_input
from tests import factories as make
from tests.archive.desk.people.pages import Fields

pytestmark = pytest.mark.django_db
KEY = "statement 1"


@pytest.fixture
def anna(client):
    person = make.make_user("editor", username="anna")
    client.force_login(person)
    return person


def test_it_is_kept_without_what_only_steers_the_form(client, anna):
    answer = client.post(
        reverse("desk:keep"), {"kept": KEY, "words": "The bridge", "speaker": ["Anna", "Boris"], "next": "/", "password": "secret"}
    )

    assert answer.status_code == 204
    assert kept_input.kept(anna, KEY).fields == {"words": ["The bridge"], "speaker": ["Anna", "Boris"]}


@pytest.mark.parametrize("key", ["", "x" * 501])
def test_without_a_name_nothing_is_kept(client, anna, key):
    assert client.post(reverse("desk:keep"), {"kept": key}).status_code == 404


@pytest.mark.parametrize(
    ("wanted", "leads"), [("/admin/archive/claim/", "/admin/archive/claim/"), ("https://elsewhere.example/", "/desk/")]
)
def test_it_is_thrown_away_and_the_page_comes_back(client, anna, wanted, leads):
    kept_input.keep(anna, KEY, {"words": ["The bridge"]})

    answer = client.post(reverse("desk:forget", query={"next": wanted}), {"kept": KEY})

    assert answer.url == leads
    assert kept_input.kept(anna, KEY) is None


def test_thrown_away_on_an_open_page_it_is_loaded_anew(client, anna):
    answer = client.post(reverse("desk:forget"), {"kept": KEY}, headers={"HX-Request": "true"})

    assert answer.headers["HX-Refresh"] == "true"


def test_the_form_says_when_it_was_typed(anna):
    kept = kept_input.keep(anna, KEY, {"words": ["The bridge"]})
    request = RequestFactory().get("/desk/")

    with_it, without = (render_to_string("desk/together/_kept.html", {"key": KEY, "kept": one}, request) for one in (kept, None))

    assert "You typed this on" in with_it
    assert "You typed this on" not in without


def typed_and_left(client, page: str, **fields: str) -> dict[str, str]:
    """What stands in the fields of the page that is opened again."""
    sent = Fields(client.get(page).text).values | fields
    client.post(reverse("desk:keep"), sent)
    again = client.get(page).text
    assert "You typed this on" in again
    return Fields(again).values


def test_a_text_that_was_pasted_stands_there_again_until_it_is_read(client, anna):
    page = reverse("desk:add")
    fields = typed_and_left(client, page, pasted="The bridge will be opened in spring, the minister said.")
    assert fields["pasted"].strip() == "The bridge will be opened in spring, the minister said."

    brought = client.post(page, fields).url
    assert kept_input.kept(anna, fields["kept"]) is None

    fields = typed_and_left(client, brought, title="The bridge opens")
    assert fields["title"] == "The bridge opens"
    client.post(brought, {**fields, "look": "1"})
    assert kept_input.kept(anna, fields["kept"]) is None


def test_what_was_typed_of_a_speaker_stands_there_again_until_it_is_saved(client, anna):
    page = reverse("desk:speaker", args=[make.make_speaker("Vera Lind").slug])

    fields = typed_and_left(client, page, description="Minister of bridges")
    assert fields["description"] == "Minister of bridges"

    client.post(page, fields)
    assert kept_input.kept(anna, fields["kept"]) is None
