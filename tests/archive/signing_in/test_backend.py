"""Wrong passwords: five, and one waits; told in words, lifted by an administrator, and no lock for anybody else."""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from unittest import mock

import pytest
from axes.models import AccessAttempt
from django.contrib.auth import authenticate
from django.contrib.auth.backends import ModelBackend
from django.db import connection
from django.test import Client
from django.urls import reverse

from archive.models import Event
from archive.signing_in import hashing
from tests.archive.admin.conftest import signed_in
from tests.factories import PASSWORD, make_user

pytestmark = pytest.mark.django_db
DOOR = reverse("desk:sign-in")
ANNA, STRANGER = "203.0.113.7", "198.51.100.9"


def attempt(password: str, network: str = STRANGER, username: str = "anna", **more):
    sent = {"username": username, "password": password, **more}
    return Client().post(DOOR, sent, headers={"x-forwarded-for": network, "user-agent": more.get("agent", "")})


@pytest.fixture
def anna():
    return make_user("editor", username="anna")


def test_of_sixty_wrong_passwords_four_are_looked_at(anna):
    with mock.patch.object(ModelBackend, "authenticate", autospec=True, return_value=None) as looked:
        answers = [attempt(f"wrong {number}", agent=f"agent {number}") for number in range(60)]

    assert [one.status_code for one in answers] == [200] * 4 + [429] * 56
    assert looked.call_count == 5
    assert answers[-1]["Retry-After"] == "3600"
    assert "Nobody can try again there for an hour" in answers[-1].text
    assert attempt(PASSWORD).status_code == 429


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_of_twelve_wrong_passwords_at_once_five_are_looked_at():
    looked = []

    def slow(_backend, _request, password: str, **_more) -> None:
        looked.append(password)
        time.sleep(0.01)

    def post(number: int) -> int:
        try:
            return attempt(f"wrong {number}", agent=f"agent {number}").status_code
        finally:
            connection.close()

    with mock.patch.object(ModelBackend, "authenticate", slow), ThreadPoolExecutor(12) as many:
        statuses = sorted(many.map(post, range(12)))

    assert (statuses, len(looked)) == ([200] * 4 + [429] * 8, 5)
    assert sum(one.failures_since_start for one in AccessAttempt.objects.all()) == 5


def test_each_wrong_password_of_one_request_counts(anna, rf):
    request = rf.post(DOOR)

    assert [authenticate(request, username="anna", password="wrong") for _ in range(2)] == [None, None]
    assert AccessAttempt.objects.get().failures_since_start == 2


def test_stranger_who_knows_a_name_locks_nobody_out(anna):
    assert [attempt("wrong").status_code for _ in range(6)][-1] == 429

    assert attempt(PASSWORD, network=ANNA).status_code == 302


def test_name_that_nobody_has_is_answered_the_same(anna):
    known, unknown = ([attempt("wrong", username=name) for _ in range(5)] for name in ("anna", "nobody-of-this-name"))

    assert [one.status_code for one in known] == [one.status_code for one in unknown] == [200] * 4 + [429]
    assert all("Nobody can try again there for an hour" in one[-1].text for one in (known, unknown))


def test_one_password_tried_for_many_people_is_stopped_too():
    answers = [attempt("wrong", username=f"person-{number}").status_code for number in range(52)]

    assert (answers[:50], answers[50:]) == ([200] * 50, [429] * 2)


def test_door_of_the_tables_is_closed_and_opened_with_the_desks(client, anna):
    sent = {"username": "anna", "password": PASSWORD}
    for _ in range(5):
        attempt("wrong")

    assert client.post("/admin/login/", sent, headers={"x-forwarded-for": STRANGER}).status_code == 429
    assert client.post("/admin/login/", sent, headers={"x-forwarded-for": ANNA}).status_code == 302
    assert client.session["network"] == "203.0.113.0/24"


def test_lock_ends_after_an_hour_and_a_right_password_forgets_the_wrong_ones(anna, time_machine):
    time_machine.move_to("2026-11-30T12:00:00Z", tick=False)
    assert [attempt("wrong").status_code for _ in range(5)][-1] == 429

    time_machine.shift(timedelta(minutes=59))
    assert attempt(PASSWORD).status_code == 429
    time_machine.shift(timedelta(minutes=2))
    assert attempt(PASSWORD).status_code == 302
    assert not AccessAttempt.objects.exists()


def test_administrator_of_people_lets_in_again(anna):
    administrator = signed_in("administrator of people")
    for _ in range(5):
        attempt("wrong")

    answer = administrator.post(
        reverse("admin:archive_user_changelist"), {"action": "let_in_again", "_selected_action": [anna.pk]}, follow=True
    )

    assert "1 person may try again." in answer.text
    assert attempt(PASSWORD).status_code == 302
    assert Event.objects.get(object_type="user").detail == {"fields": ["lock"]}


def test_neither_password_nor_token_is_kept_of_a_failure(anna):
    attempt("a secret word", csrfmiddlewaretoken="token-of-a-form", next="/desk/")

    kept = AccessAttempt.objects.get()
    assert not any(one in f"{kept.post_data}{kept.get_data}" for one in ("a secret word", "token-of-a-form", "/desk/"))


def test_who_would_wait_too_long_is_told_so(anna):
    taken = [hashing._waiting.acquire(blocking=False) for _ in range(hashing.MOST_WAITING)]
    try:
        answer = attempt(PASSWORD)
    finally:
        hashing._waiting.release(len(taken))

    assert (answer.status_code, answer["Retry-After"]) == (503, "10")
    assert "Try again in a moment" in answer.text
