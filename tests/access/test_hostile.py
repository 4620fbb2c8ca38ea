"""Hostile requests of everybody to every address are answered, refused or lead nowhere, never with a failure of ours; and what they leave
behind spoils no list. The campaign `tests.campaigns.hostile_requests` sends a hundred thousand to each database."""

import logging
import os
from collections import Counter
from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import Client

from tests.access.addresses import ANYBODY, FORMS, Address
from tests.access.hostile import Enemy, Request, forms
from tests.access.people import browser_of

pytestmark = pytest.mark.django_db
MANY, SEED = int(os.environ.get("HOSTILE_REQUESTS", "100")), int(os.environ.get("HOSTILE_SEED", "16"))
ROUND = 500  # behind so many, all lists are looked at, and what was done is undone
KEPT = 0.3  # of what is done: the rest is undone at once, so that rows to do it with are left
SAYS_SO = {501, 503}  # oEmbed has no such format; the disk of a machine that is full


@pytest.fixture
def quiet() -> Iterator[None]:
    """Refusals are told in the log with the traces of what refused them, which takes longer than to refuse."""
    logging.disable(logging.ERROR)
    yield
    logging.disable(logging.NOTSET)


def test_no_request_makes_the_site_fail(everywhere, quiet):
    browsers = {who: browser_of(who) for who in sorted(ANYBODY)}
    enemy = Enemy(SEED, everywhere, forms(browsers["superuser"], _with_forms(everywhere)))
    failed, told = [], Counter[int]()
    for begun in range(0, MANY, ROUND):
        with transaction.atomic():
            for _ in range(min(ROUND, MANY - begun)):
                failed += sent(enemy, browsers, told)
            failed += [f"afterwards {path}" for path in fails_of_lists(browsers["superuser"], everywhere, all_of_them=MANY > ROUND)]
            transaction.set_rollback(True)
    print(dict(sorted(told.items())))

    assert failed == []


def _with_forms(everywhere: list[Address]) -> list[Address]:
    """All in a campaign; a few in a run of the suite, whose forms take a second to read."""
    return everywhere if MANY > ROUND else [one for one in everywhere if one.name in FORMS or one.name.endswith(("_add", "desk:add"))][:12]


def sent(enemy: Enemy, browsers: dict[str, Client], told: Counter[int]) -> list[str]:
    who, request = enemy.chance.choice(sorted(browsers)), enemy.request()
    client, is_kept = browsers[who], enemy.chance.random() < KEPT
    cookies = client.cookies.copy()
    try:
        with transaction.atomic():
            answer = request.send(client)
            b"".join(answer) if answer.streaming else answer.content
            transaction.set_rollback(not is_kept or answer.status_code >= 500)
    finally:
        client.cookies = cookies
    told[answer.status_code] += 1
    return [shown(who, request, answer)] if answer.status_code >= 500 and answer.status_code not in SAYS_SO else []


def shown(who: str, request: Request, answer) -> str:
    reason = getattr(answer, "exc_info", None)
    return f"{answer.status_code} {who}: {request!r:.900} {reason and reason[1]!r}"


def fails_of_lists(client: Client, everywhere: list[Address], *, all_of_them: bool) -> list[str]:
    lists = [one.path for one in everywhere if all_of_them or one.name.endswith("list")]
    with transaction.atomic():
        found = [path for path in lists if client.get(path).status_code >= 500]
        transaction.set_rollback(True)
    return found
