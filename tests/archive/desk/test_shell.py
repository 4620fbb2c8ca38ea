"""What every page of the desk has in common: who may come in, and keys that can be switched off."""

import pytest
from django.urls import reverse

from tests import factories as make

pytestmark = pytest.mark.django_db


def test_keys_are_switched_off_for_the_person_and_on_again(client):
    person = make.make_user("editor")
    client.force_login(person)

    for keys, kept in (("off", False), ("on", True)):
        answer = client.post(reverse("desk:keys"), {"keys": keys, "next": reverse("admin:index")})

        person.refresh_from_db()
        assert (answer.url, person.single_keys) == (reverse("admin:index"), kept)


def test_the_way_back_never_leads_to_another_site(client):
    client.force_login(make.make_user("editor"))

    answer = client.post(reverse("desk:keys"), {"keys": "on", "next": "https://elsewhere.example/"})

    assert answer.url == reverse("desk:home")


def test_who_does_not_work_on_the_record_is_kept_out(client):
    assert client.post(reverse("desk:keys")).url.startswith("/desk/sign-in/")
    assert client.post(reverse("desk:keys"), headers={"HX-Request": "true"}).status_code == 401

    client.force_login(make.make_user("administrator of people"))
    assert client.post(reverse("desk:keys")).status_code == 403
