"""The second step: set up with a picture, asked for after the password, needed where a setting says so, removed with the password."""

import re
import time

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from archive.models import Event
from archive.signing_in import second_step, sessions
from tests import factories as make

pytestmark = pytest.mark.django_db
SET_UP, CODE, PAPER, REMOVE = (reverse(f"desk:{one}") for one in ("second-step", "code", "on-paper", "remove-second-step"))


def sign_in(person, leads: str = "") -> Client:
    client = Client()
    client.post(reverse("desk:sign-in"), {"username": person.username, "password": make.PASSWORD, "next": leads})
    return client


def code_of(person) -> str:
    """What their telephone shows."""
    device = TOTPDevice.objects.get(user=person)
    totp = TOTP(device.bin_key)
    totp.time = time.time()
    return f"{totp.token():06d}"


def set_up(client: Client, person) -> list[str]:
    client.get(SET_UP)
    page = client.post(SET_UP, {"code": code_of(person)}).text
    return re.findall(r"<li>([a-z2-7]{8})</li>", page)


@pytest.fixture
def anna(time_machine):
    time_machine.move_to("2026-11-30T12:00:00Z", tick=False)
    return make.make_user("publisher", username="anna")


def test_it_is_set_up_with_a_picture_a_key_and_one_right_code(anna):
    client = sign_in(anna)
    page = client.get(SET_UP)
    drawn = client.get(reverse("desk:second-step-picture"))

    assert second_step.typed_key(TOTPDevice.objects.get(user=anna)) in page.text
    assert (drawn["Content-Type"], drawn["Cache-Control"].count("no-store")) == ("image/svg+xml", 1)
    assert drawn.content.startswith(b"<?xml")
    assert b"style" not in drawn.content
    assert "img-src 'self'" in page["Content-Security-Policy"]
    assert "This is not the code" in client.post(SET_UP, {"code": "000000"}).text
    assert second_step.device_of(anna) is None
    assert client.get("/desk/").status_code == 200

    TOTPDevice.objects.update(throttling_failure_count=0, throttling_failure_timestamp=None)
    assert len(set(set_up(client, anna))) == 10
    assert client.get("/desk/").status_code == 200
    assert Event.objects.get(object_type="user").detail["becomes"] == {"second step": True}


def test_password_alone_opens_nothing_where_it_is_set_up(anna, time_machine):
    set_up(sign_in(anna), anna)
    client = sign_in(anna)

    for address in ("/desk/", "/admin/", "/admin/archive/statement/", reverse("desk:account"), reverse("desk:password"), PAPER, REMOVE):
        assert client.get(address).url == f"{CODE}?next={address.replace('/', '%2F')}", address
    assert client.post(reverse("desk:keys"), {"keys": "off"}).url.startswith(CODE)
    assert client.get(SET_UP).url == reverse("desk:account")  # which asks for the code
    assert client.get(reverse("desk:second-step-picture")).status_code == 404
    assert client.get("/").status_code == 200

    time_machine.shift(60)
    assert client.post(CODE, {"code": code_of(anna), "next": "/admin/"}).url == "/admin/"
    assert [client.get(one).status_code for one in ("/desk/", "/admin/")] == [200, 200]


def test_code_is_good_once_and_wrong_ones_make_one_wait(anna, time_machine):
    set_up(sign_in(anna), anna)
    client, code = sign_in(anna), code_of(anna)

    assert "This is not the code" in client.post(CODE, {"code": code}).text  # it was used to set up
    time_machine.shift(60)
    for number in range(8):
        client.post(CODE, {"code": f"00000{number}"})
    assert "This is not the code" in client.post(CODE, {"code": code_of(anna)}).text
    time_machine.shift(600)
    assert client.post(CODE, {"code": code_of(anna)}).status_code == 302


def test_right_code_makes_a_new_key_of_the_session(anna, time_machine):
    set_up(sign_in(anna), anna)
    client = sign_in(anna)
    with_password_alone = client.session.session_key
    time_machine.shift(60)

    client.post(CODE, {"code": code_of(anna)})

    assert client.get("/desk/").status_code == 200
    assert [one.session_key for one in sessions.of(anna)].count(with_password_alone) == 0


def test_setting_it_up_makes_a_new_key_of_the_session(anna):
    client = sign_in(anna)
    with_password_alone = client.session.session_key

    assert set_up(client, anna)

    assert client.get("/desk/").status_code == 200
    assert [one.session_key for one in sessions.of(anna)] == [client.session.session_key] != [with_password_alone]


def test_codes_on_paper_let_in_once_each_and_new_ones_end_them(anna, time_machine):
    codes = set_up(sign_in(anna), anna)
    assert sign_in_with(anna, codes[0]).get("/desk/").status_code == 200
    time_machine.shift(60)
    assert sign_in_with(anna, codes[0]).get("/desk/").status_code == 302
    time_machine.shift(60)
    client = sign_in_with(anna, codes[1].upper())

    assert "This is not your password" in client.post(PAPER, {"password": "wrong"}).text
    new = re.findall(r"<li>([a-z2-7]{8})</li>", client.post(PAPER, {"password": make.PASSWORD}).text)
    time_machine.shift(60)
    assert sign_in_with(anna, codes[2]).get("/desk/").status_code == 302
    time_machine.shift(60)
    assert sign_in_with(anna, new[0]).get("/desk/").status_code == 200
    assert "8 codes on paper are left" in sign_in_with(anna, new[1]).get(reverse("desk:account")).text


def sign_in_with(person, code: str) -> Client:
    client = sign_in(person)
    client.post(CODE, {"code": code})
    return client


def test_it_is_removed_with_the_password_alone_of_its_person(anna):
    client = sign_in(anna)
    set_up(client, anna)

    assert "This is not your password" in client.post(REMOVE, {"password": "wrong"}).text
    assert second_step.device_of(anna)
    client.post(REMOVE, {"password": make.PASSWORD})

    assert second_step.device_of(anna) is None
    assert sign_in(anna).get("/desk/").status_code == 200


@pytest.mark.parametrize(
    ("role", "needs"), [("publisher", True), ("administrator of people", True), ("editor", False), ("reviewer", False)]
)
def test_roles_that_need_it_where_the_setting_says_so(settings, role, needs):
    person = make.make_user(role)
    assert not second_step.needs_one(person)
    settings.REQUIRE_TOTP = True
    client = sign_in(person)

    for address in ("/admin/", reverse("desk:account")):
        answer = client.get(address)
        assert (answer.status_code == 302 and answer.url.startswith(SET_UP)) == needs, address
    assert client.get(SET_UP).status_code == 200
    set_up(client, person)
    assert client.get("/admin/").status_code == 200


def test_part_of_a_page_is_asked_for_by_a_banner(anna):
    set_up(sign_in(anna), anna)

    assert sign_in(anna).get("/desk/", headers={"HX-Request": "true"}).status_code == 401


def test_secret_of_another_is_shown_to_nobody():
    administrator, boris = sign_in(make.make_user("administrator of people")), make.make_user("publisher")
    set_up(sign_in(boris), boris)

    assert administrator.get("/admin/otp_totp/totpdevice/").status_code == 404
    assert administrator.get("/admin/otp_static/staticdevice/").status_code == 404


def test_command_forgets_it_for_who_lost_both(anna, capsys):
    client = sign_in(anna)
    set_up(client, anna)

    call_command("forget_second_step", "anna")

    assert "signs in with the password alone" in capsys.readouterr().out
    assert client.get("/desk/").status_code == 302
    assert sign_in(anna).get("/desk/").status_code == 200
    with pytest.raises(CommandError, match="Nobody signs in as"):
        call_command("forget_second_step", "nobody")
