"""An editor of a site that runs: accepts and publishes at the desk, through the server, and does the rest in this process."""

import http.client
import json
import time
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any
from urllib.parse import urlencode

from lxml import html

MOST_OF_ONE = 1_000_000
LOOKED_AT = ("/desk/", "/desk/statements/", "/desk/pairs/", "/desk/publish/", "/admin/archive/statement/")


class Desk:
    """A browser in which somebody is signed in."""

    def __init__(self, port: int, person: Any):
        from django.conf import settings  # noqa: PLC0415 - in a process where Django has been set up
        from django.test import Client  # noqa: PLC0415 - the same

        client = Client()
        client.force_login(person)
        self.port, self.cookies = port, {settings.SESSION_COOKIE_NAME: client.cookies[settings.SESSION_COOKIE_NAME].value}

    def open(self, path: str, fields: list[tuple[str, str]] | None = None) -> tuple[int, bytes]:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if fields is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        line.request("GET" if fields is None else "POST", path, None if fields is None else urlencode(fields), headers)
        answer = line.getresponse()
        body = answer.read()
        for one in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = one.partition(";")[0].partition("=")
            self.cookies[name] = value
        line.close()
        return answer.status, body

    def send(self, page: str, action: str, **more: str) -> None:
        """The form of a page, as it stands there, by the button that is named."""
        status, body = self.open(page)
        forms = [form for form in html.document_fromstring(body).forms if action in (form.action or "")] if status == 200 else []
        if not forms:
            raise Failed(f"{page} has no form {action}: {status}")
        fields = [(name, value) for name, value in forms[0].form_values() if name not in more]
        status, body = self.open(forms[0].action, [*fields, *more.items()])
        if status not in (200, 302):
            raise Failed(f"{forms[0].action}: {status} {body[:200]!r}")


class Failed(Exception):  # noqa: N818 - says what happened
    """The desk did not do what it was told."""


def works(port: int, number: int, seconds: float) -> None:
    """One statement's history after the other; prints how many acts there were of each, and how long the longest took."""
    from django.db import DatabaseError  # noqa: PLC0415 - in a process where Django has been set up

    from archive.errors import Refused  # noqa: PLC0415 - the same
    from tests import factories  # noqa: PLC0415 - the same

    factories.numbers = count(MOST_OF_ONE * (number + 1))  # no two of them make a row of one name
    desk = Desk(port, factories.make_user(*factories.CONTENT_ROLES))
    done, longest, until = Counter[str](), (0.0, ""), time.monotonic() + seconds
    while time.monotonic() < until:
        began = time.monotonic()
        try:
            for name, work in a_round(desk):
                began = time.monotonic()
                work()
                done[name] += 1
                longest = max(longest, (time.monotonic() - began, name))
        except (DatabaseError, OSError, http.client.HTTPException, Refused, Failed) as error:
            done[f"failed, after {time.monotonic() - began:.0f} s: {error}"] += 1
    print(json.dumps([done, longest]))


def a_round(desk: Desk) -> Iterator[tuple[str, Callable[[], object]]]:
    from archive.models import ClaimTally  # noqa: PLC0415 - in a process where Django has been set up
    from tests.benchmarks.acts import acts  # noqa: PLC0415 - the same

    yield from at_the_desk(desk)
    yield from acts(ClaimTally.objects.order_by("-sayings")[0].claim, "2011-08-17")


def at_the_desk(desk: Desk) -> Iterator[tuple[str, Callable[[], object]]]:
    """A draft is accepted and published there, and the lists of the desk are looked at."""
    from django.urls import reverse  # noqa: PLC0415 - in a process where Django has been set up

    from archive.models import Outlet  # noqa: PLC0415 - the same
    from tests import factories  # noqa: PLC0415 - the same

    draft = factories.make_statement(factories.make_document(outlet=Outlet.objects.order_by("pk")[0]))
    review, publish = (reverse(f"desk:{name}", args=[draft.document.public_id]) for name in ("document", "publish-document"))
    yield "accepted at the desk", lambda: desk.send(review, reverse("desk:judge", args=[draft.public_id]), act="accept")
    yield "published at the desk", lambda: desk.send(publish, publish, act="publish")
    yield "seen to be public", lambda: _expect_public(draft)
    for page in LOOKED_AT:
        yield "pages of the desk", lambda page=page: _expect(desk.open(page)[0], page)


def _expect(status: int, page: str) -> None:
    if status != 200:
        raise Failed(f"{page}: {status}")


def _expect_public(draft: Any) -> None:
    draft.refresh_from_db()
    if draft.status != "public":
        raise Failed(f"{draft} is {draft.status}")
