"""A record of everything that the public sees, and all that stands on its pages and in its JSON."""

from datetime import UTC, datetime

import pytest
from django.core.cache import cache
from django.test import Client

from archive.enums import CheckOutcome, TextPolicy
from archive.models import Check, Sighting, User
from tests import factories as make
from tests.timeline.pages import Record, make_record

OTHERS = ("viewer", "editor", "reviewer", "administrator of people", "nobody")  # who may not publish
# The editor may most of them; the others have their turn with --full.
OTHERS_IN_TURN = [pytest.param(role, marks=() if role == "editor" else pytest.mark.full) for role in OTHERS]
LOOKED = datetime(2024, 9, 3, 12, tzinfo=UTC)
SHELVES = ("statements", "claims", "speakers", "outlets", "documents", "occasions", "occurrences", "corrections")
THIEF = "THE CONVICTED THIEF"


def seen_record() -> Record:
    """Something of everything that is public, seen once more by a look of our own."""
    record = make_record(policy=TextPolicy.FULL)
    Check.objects.create(article=record.document.article, at=LOOKED, outcome=CheckOutcome.SAME, document=record.document)
    Sighting.objects.create(
        statement=record.statement, outcome="there", document=record.document, start=record.statement.start, end=record.statement.end,
        seen_at=LOOKED, looked_at=LOOKED,
    )  # fmt: skip
    return record


def signed_in(role: str) -> tuple[Client, User]:
    user, client = make.make_user(*([] if role == "nobody" else [role])), Client()
    client.force_login(user)
    return client, user


def seen(record: Record) -> dict[str, bytes]:
    """All that stands on the public's pages and in the API."""
    cache.clear()
    one_by_one = [f"documents/{record.document.public_id}", f"speakers/{record.speaker.slug}", f"claims/{record.claim.slug}/trail"]
    asked = [*record.addresses(), *(f"/api/v1/{one}/" for one in (*SHELVES, *one_by_one))]
    return {one: Client().get(one).content for one in asked}


def changed(record: Record, before: dict[str, bytes]) -> list[str]:
    return [one for one, content in seen(record).items() if content != before[one]]
