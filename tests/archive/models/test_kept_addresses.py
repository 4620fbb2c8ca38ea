"""Wherever an address is kept: http or https of the public web. Names hold no signs that nobody sees."""

import pytest
from django.core.exceptions import ImproperlyConfigured, ValidationError

from archive import lookalikes
from archive.models import Article, Claim, FactCheck, Feed, Occasion, Outlet, Speaker, SpeakerAlias, SpeakerRole, User
from timeline.running.expected import expect_link

KEPT = [(Outlet, "homepage"), (Feed, "url"), (Article, "url"), (Article, "copy_url"), (FactCheck, "address")]
INWARD = [
    "javascript:alert(1)", "JavaScript://coastal.example/%0aalert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd",
    "ftp://coastal.example/",
    "//coastal.example/", "http://127.0.0.1/", "http://127.1/", "http://2130706433/", "http://0x7f.1/", "http://0177.0.0.1/",
    "http://10.0.0.1/",
    "http://172.16.0.1/", "http://192.168.1.1/", "http://169.254.169.254/latest/", "http://0.0.0.0/", "http://localhost/",
    "http://LOCALHOST.:8000/",
    "http://printer.local/", "http://db.internal/", "http://intranet/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://[fe80::1]/",
    "http://[fc00::1]/", "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/", "http://a@coastal.example/",
    "http://coastal.example@127.0.0.1/",
    "http://coastal.example\\@127.0.0.1/", "http://127.0.0.1%2f@coastal.example/", "http://１２７.０.０.１/", "http://coastal.example\n.local/",
    "http:///x",
]  # fmt: skip
PUBLIC = [
    "https://coastal.example/a?b=c#d", "http://coastal.example:8080/a", "https://газета.example/статья", "https://93.184.216.34/",
    "https://[2a00:1450:4001:81b::200e]/",
]  # fmt: skip
NAMES = [
    (Speaker, "name"), (SpeakerAlias, "name"), (SpeakerRole, "title"), (Outlet, "name"), (Claim, "text"), (Occasion, "name"),
    (User, "first_name"), (User, "last_name"), (User, "username"), (FactCheck, "publisher"),
]  # fmt: skip
UNSEEN = ["\u200e", "\u200f", "\u061c", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u202e", "\u2066", "\u00ad", "\u0000", "\u2028"]


def refused(model, field: str, value: str) -> bool:
    try:
        model._meta.get_field(field).run_validators(value)
    except ValidationError:
        return True
    return False


@pytest.mark.parametrize(("model", "field"), KEPT, ids=lambda one: getattr(one, "__name__", one))
def test_address_that_leads_inward_is_refused_and_one_of_the_web_is_not(model, field):
    assert [address for address in INWARD if not refused(model, field, address)] == []
    assert [address for address in PUBLIC if refused(model, field, address)] == []


@pytest.mark.parametrize(("model", "field"), NAMES, ids=lambda one: getattr(one, "__name__", one))
def test_name_with_signs_that_nobody_sees_is_refused(model, field):
    assert [sign for sign in UNSEEN if not refused(model, field, f"Anna{sign}Kovaleva")] == []
    assert not refused(model, field, "Anna-Kovaleva")


@pytest.mark.parametrize("name", ["می‌خواهم", "ශ්‍රී ලංකා", "Анна Ковалёва", "Zoë d’Arc", "김 민준", "two\nlines"])
def test_name_of_any_script_is_taken(name):
    assert not lookalikes.holds_unseen(name)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "javascript:alert(1)//a@b.example", "data:text/html,x", "coastal.example/a"])
def test_link_of_the_settings_leads_to_a_page(address):
    with pytest.raises(ImproperlyConfigured, match="CONTACT is shown as a link"):
        expect_link("CONTACT", address, or_mail=True)
    expect_link("CONTACT", "desk@coastal.example", or_mail=True)
    expect_link("LICENCE_URL", "https://coastal.example/licence")
