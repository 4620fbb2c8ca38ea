"""What nobody outside sees yet of a speaker or a claim changes at once; and a speaker's first year, which is never public."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, TypeVar

from django.db import transaction
from django.utils.translation import gettext

from archive.acts import allow, held, record
from archive.enums import Verb
from archive.errors import OVERTAKEN, Refused, Stale
from archive.identity.alike_speakers import look_for_others
from archive.models import ArchiveState, Claim, Speaker, User
from archive.models.history import type_of
from archive.publication.correcting import value_now
from archive.publication.naming import rename, reword
from archive.publication.proposing import written

NEVER_PUBLIC = "since"  # the one column that changes without a public reason
Named = TypeVar("Named", Speaker, Claim)


@transaction.atomic
def change_unseen(
    row: Named, changes: dict[str, Any], *, by: User, read_version: int, confirmed: Collection[str] = (), at: datetime | None = None
) -> Named:
    """Change fields of a speaker or a claim, in the form that `publication.correct` takes. Refuses what the public sees, and what another
    changed since it was read."""
    allow(by, f"change_{type_of(row)}")
    ArchiveState.take_turn()
    row = held(row)
    if row.merged_into_id:
        raise Refused(gettext("%(row)s was merged into %(merged_into)s. Change that one.") % {"row": row, "merged_into": row.merged_into})
    if row.is_public and set(changes) != {NEVER_PUBLIC}:
        raise Refused(gettext("It became public while you were editing. Nothing was saved; change it by a correction."))
    if row.lock_version != read_version:
        raise Stale(OVERTAKEN)
    was = {name: written(value_now(row, name)) for name in changes}
    told = _changed(row, changes, confirmed)
    becomes = {name: written(value_now(row, name)) for name in changes}
    record(Verb.EDITED, row, by=by, at=at, fields=sorted(changes), was=was, becomes=becomes, **told)
    return row


def _changed(row: Speaker | Claim, changes: dict[str, Any], confirmed: Collection[str]) -> dict[str, list[str]]:
    if isinstance(row, Claim):
        reword(row, changes)
        return {}
    told = rename(row, changes, confirmed)
    look_for_others(row)
    return told
