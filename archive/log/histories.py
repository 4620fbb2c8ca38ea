"""Links each Event to the one before it of the same row, by a hash of both, in the transaction of the act: what was forged, changed or
taken away is found by what its neighbours say. Who writes about different rows never waits for each other.

What is linked with an Event of a row that never changes, such as an answer, are its columns, too.
"""

import hashlib
import json
import secrets
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.apps import apps
from django.db import connection, transaction

from archive import many_rows
from archive.log.writing import SALT, canonical, written_time
from archive.models import Event, EventLink

LOT = 2000
FEW = 50  # rows that an act may not hold itself; who writes about more holds them
BEGINS = b""  # what the first Event of a row is linked to
LOCK = "SELECT pg_advisory_xact_lock(%s, hashtext(%s))"
# Table -> columns that its rows keep for ever as they were entered.
LASTING = {
    "judgement": (
        "statement_id", "start", "end", "other_id", "other_start", "other_end", "claim_id", "answer", "score", "method", "version", "note",
        "judged_by_id", "judged_at",
    ),
    "document": (
        "public_id", "captured_at", "captured_by_id", "seen_on", "sha256", "raw_sha256", "encoding", "encoding_source", "form", "locators",
        "published_readings",
    ),
    "checkpoint": ("size", "note", "key", "at"),
    "changeproposal": ("object_type", "object_id", "about", "was", "becomes", "revision_class", "reason", "by_id", "at"),
}  # fmt: skip
Key = tuple[str, int]  # table and number of a row
Kept = dict[Key, dict[str, Any]]


class End(NamedTuple):
    """The last Event of a row: the how manieth it is, and the hash that all come to."""

    nth: int = 0
    link: bytes = BEGINS


def write(events: Sequence[Event]) -> None:
    """These new Events, each behind the last of its row."""
    if not events:
        return
    with transaction.atomic():
        link(Event.objects.bulk_create(events))


def link(events: Sequence[Event]) -> None:
    """Events that have their numbers, in their order, behind those of their rows that are linked already."""
    keys = sorted({(one.object_type, one.object_id) for one in events})
    if connection.vendor == "postgresql" and len(keys) <= FEW:
        with connection.cursor() as cursor:
            cursor.executemany(LOCK, [(number % 2**31, table) for table, number in keys])
    ends, lasting, rows = _ends(keys), lasting_of(keys), []
    for one in events:
        key, salt = (one.object_type, one.object_id), secrets.token_bytes(SALT)
        digest = digest_of(salt, one, lasting.get(key))
        end = ends.get(key, End())
        ends[key] = End(end.nth + 1, link_of(end.link, digest))
        rows.append((one.pk, *key, ends[key].nth, salt, digest, ends[key].link))
    many_rows.write(EventLink, ("event", "object_type", "object_id", "nth", "salt", "digest", "link"), rows)


def _ends(keys: Sequence[Key]) -> dict[Key, End]:
    found: dict[Key, End] = {}
    for table, numbers in _by_table(keys).items():
        links = EventLink.objects.filter(object_type=table, object_id__in=numbers).order_by("nth")
        found |= {(table, number): End(nth, bytes(last)) for number, nth, last in links.values_list("object_id", "nth", "link")}
    return found


def lasting_of(keys: Sequence[Key]) -> Kept:
    """What rows of `LASTING` keep for ever; of one that is gone nothing."""
    found: Kept = {}
    for table, numbers in _by_table(keys).items():
        if columns := LASTING.get(table):
            rows = apps.get_model("archive", table)._base_manager.filter(pk__in=numbers).values("pk", *columns)
            found |= {(table, row.pop("pk")): _plain(row) for row in rows}
    return found


def _by_table(keys: Sequence[Key]) -> dict[str, list[int]]:
    found = defaultdict(list)
    for table, number in keys:
        found[table].append(number)
    return found


def digest_of(salt: bytes, event: Event, lasting: dict[str, Any] | None) -> bytes:
    """Of all that it says. Without the salt nobody tells from it what he only guesses."""
    said = {
        "object": [event.object_type, event.object_id],
        "at": written_time(event.at),
        "by": event.by_id,
        "verb": str(event.verb),
        "from": str(event.from_state),
        "to": str(event.to_state),
        "reason": str(event.reason),
        "detail": event.detail,
        "lasting": lasting,
    }
    return hashlib.sha256(salt + canonical(_plain(said))).digest()


def link_of(before: bytes, digest: bytes) -> bytes:
    return hashlib.sha256(before + digest).digest()


def _plain(said: dict[str, Any]) -> dict[str, Any]:
    """As a database gives it back."""
    plain: dict[str, Any] = json.loads(json.dumps(said, default=_written))
    return plain


def _written(value: Any) -> str:
    return written_time(value) if isinstance(value, datetime) else str(value)


def fill() -> Iterator[int]:
    """Links what was written before Events were linked; tells how many, lot by lot. Killed, it goes on where it was. What was written by
    other means is linked with it: `verify` tells of that until then, so it is called first."""
    while done := _fill_lot():
        yield done


@transaction.atomic
def _fill_lot() -> int:
    events = list(Event.objects.filter(history=None).order_by("pk")[:LOT])
    link(events)
    return len(events)
