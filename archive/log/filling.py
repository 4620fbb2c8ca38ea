"""Enters what was published before there was a log, or was written by other means, in the order of its making; killed, it goes on where it
was."""

from collections.abc import Iterator, Sequence

from django.db import connection, transaction

from archive.log.writing import Logged, append
from archive.models import ArchiveState, Document, Revision

LOT = 2000
PLACES = "UPDATE archive_revision SET salt = %s, log_index = %s WHERE id = %s"


def fill() -> Iterator[int]:
    """How many were entered, lot by lot. Others may publish between two of them."""
    while done := _fill_lot():
        yield done


@transaction.atomic
def _fill_lot() -> int:
    """What people read of these rows names their places from now on, so it is told that it is another."""
    ArchiveState.take_turn()
    revisions = list(Revision.objects.not_logged()[:LOT])
    if revisions:
        append([Logged(*one) for one in zip(revisions, _sources_of(revisions), strict=True)])
        with connection.cursor() as cursor:
            cursor.executemany(PLACES, [(bytes(one.salt or b""), one.log_index, one.pk) for one in revisions])
        ArchiveState.raise_revision()
    return len(revisions)


def _sources_of(revisions: Sequence[Revision]) -> list[list[str]]:
    numbers = {one.object_id for one in revisions if one.object_type == "document"}
    known = {pk: sums for pk, *sums in Document.objects.filter(pk__in=numbers).values_list("pk", "sha256", "raw_sha256")}
    return [known.get(one.object_id, []) if one.object_type == "document" else _source_in(one) for one in revisions]


def _source_in(revision: Revision) -> list[str]:
    checksum = revision.content.get("document_sha256")
    return [checksum] if checksum else []
