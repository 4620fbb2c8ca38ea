"""How many events were linked, and one hash of all their links, kept beside the key: the last event of a row that is taken away with its
link leaves no neighbour that would tell, and is missed here.

The hash goes on with the links that are new since, in the order of their numbers, so that keeping it costs what was done since.
"""

import hashlib
import json
import logging
import time
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.db import connection
from django.db.models import Max
from django.utils.translation import gettext

from archive.log import last_note
from archive.models import EventLink

logger = logging.getLogger(__name__)
NAME = "log_histories"  # of the file in var/
LOT = 2000
SETTLED = {"sqlite": 0, "postgresql": 6 * 3600}  # seconds until nobody writes below a number that was seen; SQLite has one writer at a time


class Mark(NamedTuple):
    """`number` links up to the event `last`; and up to which it will go on, seen when."""

    last: int = 0
    number: int = 0
    digest: str = ""
    following: int = 0
    seen: float = 0


def place() -> Path:
    return Path(settings.VAR_DIR) / NAME


def read() -> str:
    return last_note.text_of(place())


def mark_of(kept: str) -> Mark:
    return Mark(**json.loads(kept)) if kept else Mark()


def keep(*, settled: float | None = None, anew: bool = False) -> None:
    """Go on to what stands for good; `anew`: forget what was kept, as somebody said in public why."""
    wait = SETTLED[connection.vendor] if settled is None else settled
    try:
        kept = Mark() if anew else mark_of(read())
        mark = _gone_on(kept, wait)
    except (ValueError, TypeError) as error:
        logger.error("What is kept beside the key of histories can’t be read (see manage.py verify): %s", error)  # noqa: TRY400 - told there
        return
    if anew or mark != kept:
        last_note.write(place(), json.dumps(mark._asdict()))


def _gone_on(mark: Mark, wait: float) -> Mark:
    """The same where nothing is new, or where the database is an older one, which `verify` tells."""
    seen, now = EventLink.objects.aggregate(last=Max("pk"))["last"] or 0, time.time()
    if seen <= mark.last:
        return mark
    if not wait or seen < mark.following or now < mark.seen:  # of an older database, and of a clock that was set back, the wait begins anew
        mark = mark._replace(following=seen, seen=now)
    if now - mark.seen >= wait:
        mark = reckoned(mark, mark.following)._replace(following=seen, seen=now)
    return mark


def reckoned(mark: Mark, last: int) -> Mark:
    digest, number = bytes.fromhex(mark.digest), mark.number
    rows = EventLink.objects.filter(pk__gt=mark.last, pk__lte=last).order_by("pk").values_list("pk", "link")
    for pk, link in rows.iterator(LOT):
        digest, number = hashlib.sha256(digest + pk.to_bytes(8) + bytes(link)).digest(), number + 1
    return mark._replace(last=last, number=number, digest=digest.hex())


def unlike(words: str) -> str:
    """What the database has otherwise than is kept in these; empty where it has them all."""
    try:
        kept = mark_of(words)
        there = reckoned(Mark(), kept.last)
    except (ValueError, TypeError) as error:
        return gettext("what is kept beside the key of histories can’t be read: %(error)s") % {"error": error}
    if (there.number, there.digest) == (kept.number, kept.digest):
        return ""
    told = gettext("up to event %(last)s there were %(kept)s events with their links, and there are %(number)s, or others")
    return told % {"last": kept.last, "kept": kept.number, "number": there.number}
