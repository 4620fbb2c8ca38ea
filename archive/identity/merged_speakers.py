"""Two speakers that turn out to be one: everything moves to the one that stays, and the old address leads there."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from archive import publication
from archive.acts import allow, expect_reason, held, record, save
from archive.enums import Verb
from archive.errors import Refused
from archive.identity.redirects import lead_on
from archive.models import ArchiveState, Speaker, SpeakerAlias, Statement, User
from archive.models.fields import folded


@transaction.atomic
def merge_speakers(keep: Speaker, gone: Speaker, *, by: User, reason: str, at: datetime | None = None) -> Speaker:
    """`gone` becomes `keep`: names, roles and statements move, each public statement with a Revision and this reason."""
    allow(by, "merge_speaker")
    reason, at = expect_reason(reason), at or timezone.now()
    if keep.pk == gone.pk:
        raise Refused("These are the same speaker already.")
    ArchiveState.take_turn()
    keep, gone = held(keep), held(gone)
    if keep.merged_into_id or gone.merged_into_id:
        raise Refused("One of them was merged before. Choose the speaker that it was merged into.")
    _move_names(keep, gone)
    gone.roles.update(speaker=keep)
    publication.renew_names(keep, by=by, reason=reason, at=at)
    for statement in Statement.objects.filter(attributions__speaker=gone).distinct():
        publication.reattribute(held(statement), gone, keep, by=by, reason=reason, at=at)
    gone.merged_into = keep
    save(gone)
    save(keep)
    lead_on(keep, gone, reason, at)
    record(Verb.MERGED, gone, by=by, at=at, reason=reason, into=keep.slug)
    return keep


def _move_names(keep: Speaker, gone: Speaker) -> None:
    known = {folded(keep.name), *keep.aliases.values_list("name_key", flat=True)}
    for name in [gone.name, *gone.aliases.values_list("name", flat=True)]:
        if folded(name) not in known:
            SpeakerAlias.objects.create(speaker=keep, name=name)
            known.add(folded(name))
    gone.aliases.all().delete()
