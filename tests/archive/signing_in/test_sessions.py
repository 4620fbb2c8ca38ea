"""Where one is signed in: told with little, ended one by one; two idle hours, half a day at most."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from archive.errors import NotYours
from archive.models import Event, Session
from archive.signing_in import sessions
from archive.signing_in.sessions import browser_of, shortened
from tests import factories as make

pytestmark = pytest.mark.django_db
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0"
EDGE = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0 Safari/537.36 Edg/143.0"
NOON = "2026-11-30T12:00:00Z"


def sign_in(person, agent: str = FIREFOX, network: str = "203.0.113.77") -> Client:
    client = Client(headers={"user-agent": agent, "x-forwarded-for": network})
    client.post(reverse("desk:sign-in"), {"username": person.username, "password": make.PASSWORD})
    return client


@pytest.fixture
def anna():
    return make.make_user("editor", username="anna")


def test_one_sees_where_one_is_signed_in_and_little_of_it_is_kept(anna):
    here, _there, _other = sign_in(anna), sign_in(anna, EDGE, "2a00:1:2:3::7"), sign_in(make.make_user("editor"))

    page = here.get(reverse("desk:account")).text
    assert "Firefox on Linux · 203.0.113.0/24" in page
    assert "Edge on Windows · 2a00:1:2::/48" in page
    assert page.count("this browser") == 1
    assert page.count("End this one") == 1
    assert not any(one.session_key in page for one in Session.objects.all())
    assert "203.0.113.77" not in page + repr(list(Session.objects.values()))


def test_one_ends_another_of_ones_own_and_nobody_elses(anna):
    here, there, other = sign_in(anna), sign_in(anna, EDGE), sign_in(make.make_user("editor"))
    keys = [client.session.session_key for client in (there, other)]

    for key in keys:
        here.post(reverse("desk:end-session"), {"session": sessions.mark(key), "password": make.PASSWORD})

    assert [client.get("/desk/").status_code for client in (here, there, other)] == [200, 302, 200]


@pytest.mark.parametrize("act", ["end-session", "end-others"])
@pytest.mark.parametrize("sent", [{}, {"password": "not the password"}])
def test_password_is_asked_for_before_a_session_is_ended(anna, act, sent):
    here, there = sign_in(anna), sign_in(anna)
    mark = sessions.mark(there.session.session_key)

    page = here.post(reverse(f"desk:{act}"), sent | {"session": mark}).text

    assert 'type="password"' in page
    assert ("This is not your password." in page) == bool(sent)
    assert (f'name="session" value="{mark}"' in page) == (act == "end-session")
    assert there.get("/desk/").status_code == 200


def test_all_others_end_at_once_and_with_a_new_password(anna):
    here, there = sign_in(anna), sign_in(anna)
    here.post(reverse("desk:end-others"), {"password": make.PASSWORD})
    assert [client.get("/desk/").status_code for client in (here, there)] == [200, 302]

    there, new = sign_in(anna), "another long password 2"
    told = here.post(reverse("desk:password"), {"old_password": make.PASSWORD, "new_password1": new, "new_password2": new}, follow=True)

    assert "You are signed in here alone." in told.text
    assert there.get("/desk/").status_code == 302
    assert Session.objects.filter(user=anna).count() == 1
    assert Event.objects.get(object_type="user").detail == {"fields": ["password"]}


@pytest.mark.parametrize("asked", [{}, {"select_across": "1"}], ids=["one", "everybody"])
def test_administrator_of_people_signs_out_one_person_or_everybody(anna, asked):
    chief, bert = make.make_user("administrator of people"), make.make_user("editor")
    twice, other, here, elsewhere = [sign_in(anna), sign_in(anna, EDGE)], sign_in(bert), sign_in(chief), sign_in(chief)

    here.post(reverse("admin:archive_user_changelist"), {"action": "sign_out", "_selected_action": [anna.pk]} | asked)

    def works(*clients):
        return [client.get("/desk/account/").status_code == 200 for client in clients]

    assert works(*twice, other, here, elsewhere) == [False, False, not asked, True, not asked]
    ended = {anna, bert, chief} if asked else {anna}
    assert {(event.object_id, event.by, *event.detail["fields"]) for event in Event.objects.filter(object_type="user")} == {
        (person.pk, chief, "sessions") for person in ended
    }


def test_who_had_not_been_signed_in_any_more_was_not_signed_out(anna, time_machine):
    time_machine.move_to(NOON, tick=False)
    sign_in(anna)
    time_machine.shift(timedelta(days=1))

    assert sessions.sign_out([anna], by=make.make_user("administrator of people")) == 0
    assert not Session.objects.exists()
    assert not Event.objects.filter(object_type="user").exists()


def test_nobody_else_signs_others_out(anna):
    with pytest.raises(NotYours):
        sessions.sign_out([anna], by=make.make_user(*make.CONTENT_ROLES))


def test_each_signing_in_makes_a_new_key_and_ends_the_one_before(anna):
    client = sign_in(anna)
    first = client.session.session_key

    client.post(reverse("desk:sign-in"), {"username": "anna", "password": make.PASSWORD})

    assert client.session.session_key != first
    assert not Session.objects.filter(session_key=first).exists()


def test_key_that_somebody_was_given_before_signing_in_is_not_kept(anna):
    planted = sessions.SessionStore()
    planted.create()
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = planted.session_key

    client.post(reverse("desk:sign-in"), {"username": "anna", "password": make.PASSWORD})

    assert client.get("/desk/").status_code == 200
    assert Session.objects.get(user=anna).session_key != planted.session_key
    assert not Session.objects.filter(session_key=planted.session_key).exists()


def test_cookies_are_for_pages_of_this_site_alone_and_no_script_reads_them(anna):
    client = sign_in(anna)
    client.get("/desk/account/")

    assert {name: (kept["samesite"], kept["httponly"]) for name, kept in client.cookies.items()} == {
        settings.SESSION_COOKIE_NAME: ("Lax", True),
        settings.CSRF_COOKIE_NAME: ("Lax", True),
    }


def test_every_cookie_is_bound_to_the_host_where_there_is_https(anna, settings):
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME = "__Host-sessionid", "__Host-csrftoken"
    client = Client()
    client.post(reverse("desk:sign-in"), {"username": "anna", "password": make.PASSWORD}, secure=True)
    client.get(reverse("desk:home"), secure=True)
    client.post(reverse("desk:end-others"), {"password": make.PASSWORD}, secure=True)

    assert set(client.cookies) == {f"__Host-{name}" for name in ("sessionid", "csrftoken", "desk-person", "messages")}
    assert {(kept["secure"], kept["path"], kept["domain"], kept["httponly"]) for kept in client.cookies.values()} == {(True, "/", "", True)}


@pytest.mark.parametrize("place", ["/desk/", "/desk/account/", "/admin/", "/admin/archive/user/"])
def test_pages_of_who_is_signed_in_are_stored_by_no_browser(place):
    page = sign_in(make.make_user("editor", "administrator of people")).get(place)

    assert (page.status_code, "no-store" in page["Cache-Control"]) == (200, True)


def test_new_password_needs_the_old_one(anna):
    here, new = sign_in(anna), "another long password 2"

    here.post(reverse("desk:password"), {"old_password": "not the old one", "new_password1": new, "new_password2": new})

    anna.refresh_from_db()
    assert anna.check_password(make.PASSWORD)


def test_admin_page_of_the_password_leads_to_the_one_at_the_desk(anna):
    assert sign_in(anna).get("/admin/password_change/").url == reverse("desk:password")


@pytest.mark.parametrize("place", ["/desk/", "/admin/"])
def test_session_ends_two_hours_after_the_last_act_and_not_before(anna, time_machine, place):
    time_machine.move_to(NOON, tick=False)
    client = sign_in(anna)

    for _ in range(4):  # six hours of work
        time_machine.shift(timedelta(minutes=90))
        assert client.get(place).status_code == 200
    time_machine.shift(timedelta(minutes=121))
    assert client.get(place).status_code == 302


def test_open_page_where_nobody_sits_keeps_no_session(anna, time_machine):
    time_machine.move_to(NOON, tick=False)
    client, hold = sign_in(anna), reverse("desk:hold", args=[make.make_document().public_id])

    for _ in range(13):
        time_machine.shift(timedelta(minutes=10))
        client.post(hold)

    assert client.get("/desk/").url.startswith(reverse("desk:sign-in"))


def test_session_ends_half_a_day_after_it_began(anna, time_machine):
    time_machine.move_to(NOON, tick=False)
    client = sign_in(anna)

    statuses = []
    for _ in range(13):
        time_machine.shift(timedelta(hours=1))
        statuses.append(client.get("/desk/").status_code)

    assert statuses == [200] * 12 + [302]


def test_reader_of_public_pages_has_no_session_and_one_who_works_is_noted_seldom(anna):
    client = sign_in(anna)
    before = Session.objects.get(user=anna).session_data

    client.get("/desk/")
    client.get("/chronology/")
    assert Session.objects.get(user=anna).session_data == before
    Client().get("/chronology/")
    assert Session.objects.count() == 1


@pytest.mark.parametrize(
    ("agent", "told"),
    [
        (FIREFOX, "Firefox on Linux"),
        (EDGE, "Edge on Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1", "Safari on iPhone"),
        ("Mozilla/5.0 (Linux; Android 16) Chrome/143.0 Mobile Safari/537.36", "Chrome on Android"),
        ("curl/8.5", "another program"),
        ("", "another program"),
    ],
)
def test_browser_is_named_and_its_version_is_not(agent, told):
    assert browser_of(agent) == told


def test_network_is_shortened():
    assert [shortened(one) for one in ("203.0.113.77", "2a00:1:2:3::/64", "", "junk")] == ["203.0.113.0/24", "2a00:1:2::/48", "", ""]
