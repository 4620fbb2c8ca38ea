"""A speaker's names, roles and the like, while nobody outside sees them; and the first year, which is never public."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import transaction

from archive.acts import allow, held, record
from archive.enums import Verb
from archive.errors import OVERTAKEN, Refused, Stale
from archive.identity.alike_speakers import look_for_others
from archive.models import ArchiveState, Speaker, User
from archive.publication.correcting import value_now
from archive.publication.naming import rename
from archive.publication.proposing import written

NOT_PUBLIC = "since"  # the one column that changes without a public reason


@transaction.atomic
def change_speaker(
    speaker: Speaker, changes: dict[str, Any], *, by: User, read_version: int, confirmed: Collection[str] = (), at: datetime | None = None
) -> Speaker:
    """Change fields of a speaker, in the form that `publication.correct` takes. Refuses what the public sees, and what another changed
    since it was read."""
    allow(by, "change_speaker")
    ArchiveState.take_turn()
    speaker = held(speaker)
    if speaker.merged_into_id:
        raise Refused(f"{speaker} was merged into {speaker.merged_into}. Change that one.")
    if speaker.is_public and set(changes) != {NOT_PUBLIC}:
        raise Refused("It became public while you were editing. Nothing was saved; change it by a correction.")
    if speaker.lock_version != read_version:
        raise Stale(OVERTAKEN)
    was = {name: written(value_now(speaker, name)) for name in changes}
    told = rename(speaker, changes, confirmed)
    becomes = {name: written(value_now(speaker, name)) for name in changes}
    look_for_others(speaker)
    record(Verb.EDITED, speaker, by=by, at=at, fields=sorted(changes), was=was, becomes=becomes, **told)
    return speaker
