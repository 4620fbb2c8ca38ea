"""How far the record has been read for alerts, and what came of it.

A part of the record is read for all who watch at once; what each is to be told is written with the place to which it was read, so that
a run that is killed is met again and tells nothing twice.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.db import models, transaction

from archive.models import AlertEntry, AlertMark, AlertWatch, ArchiveState, Check, Revision


class Read(NamedTuple):
    """A place in the record: the last Revision and the last Check that were read."""

    revision: int
    check: int


@transaction.atomic
def up_to() -> Read:
    """The place up to which everything stands that will ever stand there: who writes either has the turn, and now we have it."""
    ArchiveState.take_turn()
    return Read(_last(Revision.objects.all()), _last(Check.objects.told()))


def read_before() -> Read:
    """Up to where it was read; where it never was, up to now."""
    mark = AlertMark.objects.filter(pk=1).first()
    if mark is None:
        now = up_to()
        mark, _ = AlertMark.objects.get_or_create(pk=1, defaults={"revision": now.revision, "check_number": now.check})
    return Read(mark.revision, mark.check_number)


@transaction.atomic
def keep(entries: Sequence[AlertEntry], *, was: Read, now: Read) -> bool:
    """Let these wait for those who still watch. False where another process read this part first."""
    as_found = AlertMark.objects.filter(pk=1, revision=was.revision, check_number=was.check)
    if not as_found.update(revision=now.revision, check_number=now.check):
        return False
    watches = set(AlertWatch.objects.filter(pk__in={one.watch_id for one in entries}).values_list("pk", flat=True))
    going = [one for one in entries if one.watch_id in watches]
    AlertEntry.objects.bulk_create(going, batch_size=1_000, ignore_conflicts=True)
    return True


def _last(rows: models.QuerySet[Any]) -> int:
    return int(rows.aggregate(last=models.Max("pk"))["last"] or 0)
