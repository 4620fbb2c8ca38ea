"""Everybody who comes to the site, each in a browser of their own, and what becomes of what they ask."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from django.db import connection, transaction
from django.test import Client
from django_otp.plugins.otp_totp.models import TOTPDevice

from archive.models import User
from tests.access.addresses import Address
from tests.factories import CONTENT_ROLES, make_user

DOORS, CODE = ("/desk/sign-in/?", "/admin/login/"), "/desk/sign-in/code/"
WRITES = re.compile(r"\s*(INSERT INTO|UPDATE|DELETE FROM|REPLACE INTO)\s+\"?(\w+)", re.IGNORECASE)
OF_A_SESSION = {"archive_session", "axes_accessattempt", "axes_accessfailurelog"}  # what is noted of who came, and nothing of the record


class Outcome(NamedTuple):
    how: str  # in, nothing, door, code, no, method; or failed
    written: frozenset[str]  # tables


def browser_of(who: str, *, strict: bool = False) -> Client:
    client = Client(raise_request_exception=False, enforce_csrf_checks=strict)
    if who == "superuser":
        client.force_login(User.objects.create_superuser("root"))
    elif who == "owes a code":
        person = make_user(*CONTENT_ROLES)
        TOTPDevice.objects.create(user=person, confirmed=True, name="telephone")
        client.force_login(person)
    elif who == "without a role":
        client.force_login(make_user())
    elif who != "nobody":
        client.force_login(make_user(who))
    return client


def asked(client: Client, method: str, address: Address) -> Outcome:
    """What was done is undone, a sign-out among it."""
    cookies = client.cookies.copy()
    with transaction.atomic(), writes() as written:
        answer = client.generic(method, address.path)
        transaction.set_rollback(True)
    client.cookies = cookies
    return Outcome(_how(answer), frozenset(written - OF_A_SESSION))


def _how(answer) -> str:
    if answer.status_code >= 500:
        return f"failed with {answer.status_code}"
    if answer.status_code == 302 and answer.url.startswith(DOORS):
        return "door"
    if answer.status_code == 302 and answer.url.startswith(CODE):
        return "code"
    return {401: "door", 403: "no", 404: "nothing", 405: "method"}.get(answer.status_code, "in")


@contextmanager
def writes() -> Iterator[set[str]]:
    """The tables that something is written to meanwhile, whether or not it stays."""
    tables = set[str]()

    def note(execute, sql, params, many, context):
        if found := WRITES.match(sql):
            tables.add(found[2])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield tables
