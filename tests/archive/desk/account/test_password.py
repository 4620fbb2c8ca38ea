"""One's own password is changed with the old one, which is asked for as at the door."""

import pytest
from axes.models import AccessAttempt
from django.urls import reverse

from archive.models import User
from archive.signing_in import hashing
from tests.archive.signing_in.test_sessions import sign_in
from tests.factories import PASSWORD, make_user

pytestmark = pytest.mark.django_db
NEW = "another long password 2"


@pytest.fixture
def anna():
    return make_user("editor")


def change(client, old: str):
    return client.post(reverse("desk:password"), {"old_password": old, "new_password1": NEW, "new_password2": NEW})


def has(person: User, password: str) -> bool:
    return User.objects.get(pk=person.pk).check_password(password)


def test_wrong_old_passwords_count_as_at_the_door(anna):
    client = sign_in(anna)
    answers = [change(client, f"wrong {number}") for number in range(5)]

    assert [one.status_code for one in answers] == [200] * 4 + [429]
    assert "This is not your password." in answers[0].text
    assert change(client, PASSWORD).status_code == 429
    assert has(anna, PASSWORD)


def test_right_old_password_changes_it_and_counts_nothing(anna):
    client = sign_in(anna)

    assert change(client, PASSWORD).status_code == 302
    assert has(anna, NEW)
    assert client.get(reverse("desk:account")).status_code == 200
    assert not AccessAttempt.objects.exists()


def test_who_would_wait_too_long_is_told_so(anna):
    client = sign_in(anna)
    taken = [hashing._waiting.acquire(blocking=False) for _ in range(hashing.MOST_WAITING)]
    try:
        answer = change(client, PASSWORD)
    finally:
        hashing._waiting.release(len(taken))

    assert "Try again in a moment" in answer.text
    assert has(anna, PASSWORD)
