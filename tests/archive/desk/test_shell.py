"""What every page of the desk has in common: who may come in, and keys that can be switched off."""

from pathlib import Path

import pytest
from django.contrib.staticfiles.finders import find
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

    for wanted in ("https://elsewhere.example/", "//elsewhere.example/", "1", "desk:claims"):
        assert client.post(reverse("desk:keys"), {"keys": "on", "next": wanted}).url == reverse("desk:home")
        assert client.post(reverse("desk:forget", query={"next": wanted}), {"kept": "/desk/add/"}).url == reverse("desk:home")


def test_who_does_not_work_on_the_record_is_kept_out(client):
    assert client.post(reverse("desk:keys")).url.startswith("/desk/sign-in/")
    assert client.post(reverse("desk:keys"), headers={"HX-Request": "true"}).status_code == 401

    client.force_login(make.make_user("administrator of people"))
    assert client.post(reverse("desk:keys")).status_code == 403


def test_styles_close_each_layer_that_they_open():
    styles = Path(find("archive/desk/desk.css")).read_text("utf-8")
    outside, depth = [], 0
    for line in styles.splitlines():
        if depth == 0 and line.strip():
            outside.append(line)
        depth += line.count("{") - line.count("}")

    assert depth == 0
    assert [line for line in outside if not line.startswith(("@layer desk {", "/*"))] == []
    assert styles.count("@layer") == outside.count("@layer desk {")
