"""Signing in at the desk; a session that ended while somebody worked loses nothing and shows nobody another's words."""

import datetime
from urllib.parse import quote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from archive.models import KeptInput, Remark
from tests import factories as make

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
WORDS = "Ask the outlet\nabout the date."


@pytest.fixture
def anna():
    return make.make_user("editor", username="anna")


def sign_in(client, person, leads=""):
    return client.post(reverse("desk:sign-in"), {"username": person.username, "password": make.PASSWORD, "next": leads})


def session_ends(client) -> None:
    """As the server forgets it; the browser keeps its other cookies."""
    client.session.flush()


def sent_without_session(client, person):
    """They worked a moment ago, then the session ended and they sent a remark."""
    sign_in(client, person)
    client.post(reverse("desk:keys"), {"keys": "on"})
    session_ends(client)
    address = reverse("desk:remark", args=["document", make.make_document().pk])
    return address, client.post(address, {"text": WORDS, "count": "3", "file": SimpleUploadedFile("bridge.txt", b"x")})


def test_one_signs_in_in_the_look_of_the_desk_and_goes_on_where_one_wanted(client, anna):
    page = client.get(reverse("desk:sign-in"))
    assert "desk/desk." in page.text
    assert "You had been signed out" not in page.text

    assert sign_in(client, anna, "/admin/archive/claim/").url == "/admin/archive/claim/"
    assert sign_in(client, anna).url == reverse("desk:home")
    assert sign_in(client, make.make_user("administrator of people")).url == reverse("admin:index")


def test_wrong_password_is_told(client, anna):
    answer = client.post(reverse("desk:sign-in"), {"username": "anna", "password": "wrong"})

    assert 'role="alert">Please enter a correct' in answer.text


def test_one_signs_out_to_the_sign_in_page(client, anna):
    client.force_login(anna)

    assert client.post(reverse("desk:sign-out")).url == reverse("desk:sign-in")


def test_what_was_sent_without_a_session_stands_there_again_and_is_sent_by_hand(client, anna):
    address, asked = sent_without_session(client, anna)
    assert asked.url.startswith("/desk/sign-in/?next=%2Fdesk%2Ftyped%2F")
    assert "You had been signed out" in client.get(asked.url).text

    back = sign_in(client, anna, reverse("desk:typed", query={"page": address}))
    page = client.get(back.url)
    assert WORDS in page.text
    assert 'value="3"' in page.text
    assert "Choose this file again: bridge.txt" in page.text
    assert not Remark.objects.exists()

    client.post(address, {"text": WORDS, "typed": address})
    assert Remark.objects.get().text == WORDS
    assert not KeptInput.objects.exists()
    assert "Nothing of yours waits here" in client.get(back.url).text


def test_nobody_else_reads_it(client, anna):
    address, _asked = sent_without_session(client, anna)
    sign_in(client, make.make_user("editor", username="boris"))

    page = client.get(reverse("desk:typed", query={"page": address}))

    assert "Nothing of yours waits here" in page.text
    assert "Ask the outlet" not in page.text


@pytest.mark.parametrize("reason", ["a day later", "dismissed", "long address", "never here"])
def test_where_nobody_knows_whose_it_is_nothing_is_kept(client, anna, reason, time_machine):
    if reason != "never here":
        sign_in(client, anna)
        client.post(reverse("desk:keys"), {"keys": "on"})
        session_ends(client)
    if reason == "a day later":
        time_machine.move_to(timezone.now() + datetime.timedelta(days=1, minutes=1))
    if reason == "dismissed":
        anna.is_active = False
        anna.save()

    answer = client.post(reverse("desk:keys", query={"x": "x" * (500 if reason == "long address" else 1)}), {"keys": "off"})

    assert answer.url == f"{reverse('desk:sign-in')}?next=%2Fdesk%2F"
    assert not KeptInput.objects.exists()


def test_what_is_only_looked_at_is_looked_at_after_signing_in(client):
    address = reverse("desk:typed", query={"page": "/x/"})

    assert client.get(address).url.startswith(f"{reverse('desk:sign-in')}?next=/desk/typed/")


def test_an_open_page_stays_and_goes_on_with_a_new_token(client, anna):
    out = client.post(reverse("desk:keys"), headers=HTMX)
    assert out.status_code == 401
    assert 'target="_blank"' in out.text
    assert client.get(reverse("desk:signed-in"), headers=HTMX).status_code == 401

    client.force_login(anna)
    again = client.get(reverse("desk:signed-in"), headers=HTMX)

    assert '"fresh-token"' in again.headers["HX-Trigger"]
    assert "Press it once more." in again.text
    assert "Close this tab" in client.get(reverse("desk:signed-in")).text


def test_a_form_with_a_name_of_its_own_stands_there_again_itself(client, anna):
    statement = make.make_statement()
    page = reverse("desk:document", args=[statement.document.public_id])
    sign_in(client, anna)
    client.get(page)
    session_ends(client)
    card, key = reverse("desk:judge", args=[statement.public_id]), f"statement {statement.public_id}"

    asked = client.post(card, {"kept": key, "role_0": "the harbour master"}, headers={"Referer": f"http://testserver{page}?from=0-9"})
    sign_in(client, anna)

    assert asked.url.startswith(f"{reverse('desk:sign-in')}?next={quote(page, safe='')}%3Ffrom%3D0-9")
    assert 'value="the harbour master"' in client.get(page).text
