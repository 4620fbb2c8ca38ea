"""Which passwords one may have, and that they are taken as they were typed."""

import pytest
from django.contrib.auth.hashers import PBKDF2PasswordHasher, ScryptPasswordHasher
from django.contrib.auth.password_validation import get_default_password_validators, validate_password
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from archive.models import User
from tests.factories import make_user

WRITTEN_HASHERS = ["archive.signing_in.hashing.Scrypt", "django.contrib.auth.hashers.PBKDF2PasswordHasher"]
TYPED = "  Grüner Hafen, BLAUE Brücke? " + 50 * "x y" + "!"  # 180 signs: scrypt has no limit, bcrypt would cut at 72 bytes


@pytest.mark.parametrize(
    "password",
    [
        "482910573829",
        "kräuterbutter",
        "ALLESGROSSGESCHRIEBEN",
        "!?;:,._-#+*~",
        "зелёный мост",
        "michael-48291057382947",
        "x" + 63 * "ab c",
        TYPED,
    ],
)
def test_any_signs_of_any_kind_make_a_password(password):
    validate_password(password)


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("brücke2hafe", "too_short"),
        ("qwerty123456", "too_common"),
        ("password1234", "too_common"),
        ("!!Liverpool_2026", "too_common"),
        ("passwordpassword", "too_common"),
        ("12dragonDragon", "too_common"),
        ("482948294829", "too_common"),
        ("123456789012", "too_common"),
        ("michael-1984-12", "too_common"),
        ("michael1234567890", "too_common"),
        ("..........michael", "too_common"),
    ],
)
def test_what_is_short_or_guessed_first_is_none(password, why):
    with pytest.raises(ValidationError) as refused:
        validate_password(password)

    assert refused.value.error_list[0].code == f"password_{why}"


@pytest.mark.parametrize("password", ["martamustermann", "1-mustermann-1", "marta@example.org"])
def test_words_of_ones_own_are_none(password):
    person = User(username="marta", first_name="Marta", last_name="Mustermann", email="marta@example.org")

    with pytest.raises(ValidationError, match="too similar"):
        validate_password(password, person)


def test_thousands_of_the_commonest_are_known_when_figures_make_them_long_enough():
    """Of the list itself 190 are."""
    list_of_them = next(one for one in get_default_password_validators() if hasattr(one, "passwords"))
    long = [f"{one}123456" for one in list_of_them.passwords if one.isalpha() and len(one) >= 6]

    def passes(password: str) -> bool:
        try:
            list_of_them.validate(password)
        except ValidationError:
            return False
        return True

    assert len(long) > 3000
    assert not any(map(passes, long))


@pytest.mark.django_db
@pytest.mark.parametrize(
    "changed", [TYPED.strip(), TYPED.lower(), TYPED.swapcase(), TYPED[:-1], TYPED[:72], TYPED.replace("ü", "u"), TYPED + " "]
)
def test_password_is_compared_as_it_was_typed(changed):
    person = make_user("editor", username="marta")
    person.set_password(TYPED)
    person.save()

    def lets_in(password: str) -> bool:
        return Client().post(reverse("desk:sign-in"), {"username": "marta", "password": password}).status_code == 302

    assert (lets_in(changed), lets_in(TYPED)) == (False, True)


@pytest.mark.django_db
def test_field_of_the_password_is_masked_and_open_to_what_fills_it_in(client):
    page = client.get(reverse("desk:sign-in")).text

    assert '<input type="password" name="password" autocomplete="current-password" required id="id_password">' in page


@pytest.mark.django_db
@pytest.mark.parametrize("earlier", [PBKDF2PasswordHasher, ScryptPasswordHasher])
def test_hash_of_an_earlier_kind_is_renewed_at_the_next_signing_in(settings, earlier):
    settings.PASSWORD_HASHERS = WRITTEN_HASHERS
    person = make_user("editor", username="marta")
    person.password = earlier().encode(TYPED, "a-salt-of-twenty-two-signs")
    person.save()

    Client().post(reverse("desk:sign-in"), {"username": "marta", "password": TYPED})

    person.refresh_from_db()
    assert person.password.startswith("scrypt$32768$")
    assert person.check_password(TYPED)
