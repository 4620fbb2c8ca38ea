"""What was typed is kept behind the form, for the one who typed it, and goes when it is not wanted."""

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.urls import reverse

from archive.working import kept_input
from tests import factories as make

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
