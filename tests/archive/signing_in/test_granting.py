"""Who gives rights cannot take a publisher's place in silence: another administrator confirms, its person is told, all is an Event."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from archive.errors import NotYours, Refused
from archive.models import AccessChange, Event, Session, User
from archive.signing_in import granting
from tests.archive.admin.conftest import signed_in
from tests.archive.admin.forms import messages, save
from tests.archive.admin.test_people import change, group
from tests.archive.signing_in.test_sessions import sign_in
from tests.factories import PASSWORD, make_user

pytestmark = pytest.mark.django_db
NEW = "another long password 2"
ADMINISTRATOR, WAITING = "administrator of people", reverse("admin:archive_accesschange_changelist")


@pytest.fixture
def first():
    return signed_in(ADMINISTRATOR)


@pytest.fixture
def second():
    return signed_in(ADMINISTRATOR)


def set_password(client, person):
    page = reverse("admin:auth_user_password_change", args=[person.pk])
    return client.post(page, {"password1": NEW, "password2": NEW}, follow=True)


def answer(client, waiting: AccessChange, act: str):
    return client.post(WAITING, {"action": act, "_selected_action": [waiting.pk]}, follow=True)


def held(person: User) -> User:
    return User.objects.get(pk=person.pk)


@pytest.mark.parametrize("role", ["publisher", ADMINISTRATOR])
def test_password_of_who_is_trusted_waits_for_another(first, second, role, django_capture_on_commit_callbacks):
    anna = make_user(role, email="anna@example.org")
    browser = sign_in(anna)
    with django_capture_on_commit_callbacks(execute=True):
        told = set_password(first, anna)

    assert "waits until another administrator of people confirms it" in told.text
    assert "changed successfully" not in told.text
    assert held(anna).check_password(PASSWORD)
    assert mail.outbox[0].to == ["anna@example.org"]
    waiting = AccessChange.objects.get()
    assert NEW not in waiting.password
    assert "another administrator of people has to confirm it" in answer(first, waiting, "confirm").text
    assert held(anna).check_password(PASSWORD)

    with django_capture_on_commit_callbacks(execute=True):
        answer(second, waiting, "confirm")
    assert held(anna).check_password(NEW)
    assert AccessChange.objects.get().password == ""
    assert browser.get("/desk/").status_code == 302
    assert len([one for one in mail.outbox if one.to == ["anna@example.org"]]) == 2
    assert list(Event.objects.order_by("id").values_list("object_type", "verb")) == [
        ("accesschange", "entered"), ("user", "edited"), ("accesschange", "judged"),
    ]  # fmt: skip


def test_password_of_anybody_else_holds_at_once_and_is_told(first, second, django_capture_on_commit_callbacks):
    anna = make_user("editor", email="anna@example.org")
    sign_in(anna)
    with django_capture_on_commit_callbacks(execute=True):
        set_password(first, anna)

    assert held(anna).check_password(NEW)
    assert not Session.objects.filter(user=anna).exists()
    assert "was changed by" in mail.outbox[0].subject


def test_where_there_is_one_administrator_it_holds_at_once(first):
    anna = make_user("publisher")
    set_password(first, anna)

    assert held(anna).check_password(NEW)
    assert not AccessChange.objects.exists()


@pytest.mark.parametrize("role", ["publisher", ADMINISTRATOR])
def test_the_only_administrator_gives_roles_that_hold_at_once(first, role):
    """Or there could never be a second one."""
    anna = make_user("editor")
    save(first, change(anna), groups=[group(role)])

    assert (held(anna).groups.get().name, AccessChange.objects.exists()) == (role, False)


def test_one_of_two_administrators_makes_the_other_a_publisher(first, second):
    save(first, change(second.user), groups=[group(ADMINISTRATOR), group("publisher")])

    assert set(held(second.user).groups.values_list("name", flat=True)) == {ADMINISTRATOR, "publisher"}


@pytest.mark.parametrize("role", ["publisher", ADMINISTRATOR])
def test_new_role_of_trust_waits_and_the_others_hold(first, second, role):
    anna = make_user("viewer")
    told = save(first, change(anna), groups=[group("editor"), group(role)])

    assert "waits until another administrator confirms it" in messages(told)[0]
    assert [one.name for one in anna.groups.all()] == ["editor"]
    answer(second, AccessChange.objects.get(), "confirm")
    assert {one.name for one in anna.groups.all()} == {"editor", role}


def test_person_who_is_added_as_a_publisher_waits_too(first, second):
    fields = {"username": "anna", "password1": PASSWORD, "password2": PASSWORD, "is_staff": "on", "groups": [group("publisher")]}
    save(first, reverse("admin:archive_user_add"), **fields)

    anna = User.objects.get(username="anna")
    assert not anna.groups.exists()
    answer(second, AccessChange.objects.get(person=anna), "decline")
    assert not anna.groups.exists()


def test_publisher_who_may_sign_in_again_waits(first, second):
    anna = make_user("publisher", is_active=False)
    save(first, change(anna), is_active="on", groups=[group("publisher")])

    assert not held(anna).is_active
    answer(second, AccessChange.objects.get(), "confirm")
    assert held(anna).is_active


def test_rights_that_are_taken_away_never_wait(first, second):
    anna = make_user("publisher", "editor")
    save(first, change(anna), groups=[group("editor")])

    assert [one.name for one in anna.groups.all()] == ["editor"]
    assert not AccessChange.objects.exists()


def test_puppet_who_was_made_for_it_confirms_nothing(first, second):
    """The right to confirm waits for somebody else's word itself."""
    puppet = signed_in("viewer")
    save(first, change(puppet.user), groups=[group(ADMINISTRATOR)])
    set_password(first, make_user("publisher"))

    assert answer(puppet, AccessChange.objects.last(), "confirm").status_code == 403


def test_one_may_not_confirm_what_is_about_oneself(first, second):
    waiting = AccessChange.objects.create(person=second.user, by=first.user, roles=["publisher"])

    with pytest.raises(Refused, match="about yourself"):
        granting.confirm(waiting, by=second.user)
    with pytest.raises(NotYours):
        granting.confirm(waiting, by=make_user("publisher"))


def test_what_was_answered_stays_so(first, second):
    waiting = AccessChange.objects.create(person=make_user("viewer"), by=first.user, roles=["publisher"])
    granting.decline(waiting, by=first.user)

    with pytest.raises(Refused, match="answered already"):
        granting.confirm(waiting, by=second.user)
    assert not waiting.person.groups.filter(name="publisher").exists()


def test_database_holds_that_another_confirms(first):
    waiting = AccessChange.objects.create(person=make_user("viewer"), by=first.user, roles=["publisher"])

    with pytest.raises(IntegrityError), transaction.atomic():
        AccessChange.objects.filter(pk=waiting.pk).update(answered_by=first.user, answered_at=timezone.now(), is_confirmed=True)


def test_changed_address_of_mail_is_told_to_the_old_one(first, django_capture_on_commit_callbacks):
    anna = make_user("publisher", email="old@example.org")
    with django_capture_on_commit_callbacks(execute=True):
        save(first, change(anna), email="new@example.org", groups=[group("publisher")])

    assert {one for sent in mail.outbox for one in sent.to} == {"old@example.org", "new@example.org"}


def test_who_may_work_no_more_is_signed_in_nowhere(first):
    anna = make_user("editor")
    browser = sign_in(anna)
    save(first, change(anna), is_active="", groups=[group("editor")])

    assert not Session.objects.filter(user=anna).exists()
    assert browser.get("/desk/").status_code == 302


# Rights that are taken away first


def told_by_mail(name: str) -> list[str]:
    return [one.subject for one in mail.outbox if one.to == [f"{name}@example.org"]]


@pytest.mark.parametrize("taken", [{"is_active": ""}, {"is_staff": ""}, {"groups": []}])
def test_who_takes_the_others_rights_first_still_waits_for_seven_days(first, taken, time_machine, django_capture_on_commit_callbacks):
    time_machine.move_to("2026-11-30T12:00:00Z", tick=False)
    other, paula = make_user(ADMINISTRATOR, email="other@example.org"), make_user("publisher", email="paula@example.org")
    with django_capture_on_commit_callbacks(execute=True):
        save(first, change(other), **({"is_active": "on", "is_staff": "on", "groups": [group(ADMINISTRATOR)]} | taken))
        set_password(first, paula)

    assert told_by_mail("other")
    assert Event.objects.filter(object_id=other.pk, detail__manages_no_more=True, by=first.user).exists()
    assert held(paula).check_password(PASSWORD)
    save(first, change(make_user("viewer", username="puppet")), groups=[group("publisher")])
    assert not User.objects.get(username="puppet").groups.exists()

    time_machine.shift(timedelta(days=7, minutes=1))
    first.force_login(first.user)
    set_password(first, paula)
    assert held(paula).check_password(NEW)


def test_the_only_other_administrator_is_no_name_to_sign_in_by(first, second):
    """A password set for the one who confirms would be the confirmation."""
    set_password(first, second.user)
    assert held(second.user).check_password(PASSWORD)

    save(first, change(second.user), is_active="", groups=[group(ADMINISTRATOR)])
    set_password(first, second.user)
    save(first, change(second.user), is_active="on", groups=[group(ADMINISTRATOR)])
    assert (held(second.user).check_password(PASSWORD), held(second.user).is_active) == (True, False)


def test_where_nobody_can_confirm_the_page_says_what_to_do(first, second):
    save(first, change(second.user), is_active="", groups=[group(ADMINISTRATOR)])

    told = save(first, change(make_user("editor")), groups=[group("publisher")])

    assert any("nobody is there now who could confirm it" in one for one in messages(told))


def test_other_administrators_hear_that_a_publisher_gets_in_no_more(first, django_capture_on_commit_callbacks):
    make_user(ADMINISTRATOR, email="other@example.org")
    paula = make_user("publisher", email="paula@example.org")
    with django_capture_on_commit_callbacks(execute=True):
        save(first, change(paula), is_active="", groups=[group("publisher")])

    assert "no longer sign in" in told_by_mail("paula")[0]
    assert [str(paula) in one for one in told_by_mail("other")] == [True]
