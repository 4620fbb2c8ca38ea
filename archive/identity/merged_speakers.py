"""Two speakers that turn out to be one: everything moves to the one that stays, and the old address leads there. Taken back, what moved
goes back, as far as it is still where the merge put it."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from archive import publication
from archive.acts import Signature, allow, expect_reason, held, held_by_number, record, save
from archive.enums import Verb
from archive.errors import Refused
from archive.identity.alike_speakers import settle
from archive.identity.redirects import lead_back, lead_on
from archive.identity.speaker_moves import SpeakerMoves, expect_seen, hand_over, kept_of, merge_of, moves_to_merge, moves_to_separate
from archive.models import ArchiveState, Speaker, SpeakerAlias, Statement, User
from archive.models.fields import folded
from archive.models.people.pair import PairAnswer


@transaction.atomic
def merge_speakers(keep: Speaker, gone: Speaker, *, by: User, reason: str, seen: str = "", at: datetime | None = None) -> Speaker:
    """`gone` becomes `keep`: names, roles and statements move, each public statement with a Revision and this reason. With `seen`,
    refuses when something else would move by now."""
    allow(by, "merge_speaker")
    signed = Signature(by, at or timezone.now(), expect_reason(reason))
    if keep.pk == gone.pk:
        raise Refused(gettext("These are the same speaker already."))
    ArchiveState.take_turn()
    both = held_by_number(Speaker, [keep.pk, gone.pk])
    keep, gone = both[keep.pk], both[gone.pk]
    if keep.merged_into_id or gone.merged_into_id:
        raise Refused(gettext("One of them was merged before. Choose the speaker that it was merged into."))
    moves = moves_to_merge(keep, gone)
    expect_seen(moves, seen)
    aliases = list(gone.aliases.values_list("name", flat=True))
    for name in moves.names:
        SpeakerAlias.objects.create(speaker=keep, name=name)
    gone.aliases.all().delete()
    hand_over(moves)
    _give_statements(moves, signed, renewed=keep)
    gone.merged_into = keep
    save(gone)
    save(keep)
    led = lead_on(keep, gone, signed.reason, signed.at)
    settle((keep, gone), PairAnswer.ONE, signed)
    record(Verb.MERGED, gone, by=by, at=signed.at, reason=signed.reason, into=keep.slug, kept=kept_of(moves, aliases) | {"led": led})
    return keep


@transaction.atomic
def separate_speakers(gone: Speaker, *, by: User, reason: str, seen: str = "", at: datetime | None = None) -> Speaker:
    """A merge is taken back: `gone` stands by itself again, with what moved and is still there, and under its old address."""
    allow(by, "merge_speaker")
    signed = Signature(by, at or timezone.now(), expect_reason(reason))
    ArchiveState.take_turn()
    gone = held(gone)
    moves = moves_to_separate(gone)
    expect_seen(moves, seen)
    keep, kept = held(moves.origin), merge_of(gone) or {}
    gone.merged_into = None
    save(gone)
    keep.aliases.filter(name_key__in=map(folded, moves.names)).delete()
    for name in kept["aliases"]:
        SpeakerAlias.objects.create(speaker=gone, name=name)
    hand_over(moves)
    _give_statements(moves, signed, renewed=keep)
    save(keep)
    lead_back(gone, keep, kept["led"])
    settle((keep, gone), PairAnswer.TWO, signed)
    moved = {"statements": moves.statements, "both": list(moves.both)}
    record(Verb.SPLIT, keep, by=by, at=signed.at, reason=signed.reason, into=gone.slug, **moved)
    return gone


def _give_statements(moves: SpeakerMoves, signed: Signature, renewed: Speaker) -> None:
    """From the one to the other. Where a statement names both, the name of the one who goes ends with it, and comes back with it."""
    sign: dict[str, Any] = {"by": signed.by, "reason": signed.reason, "at": signed.at}
    publication.renew_names(renewed, **sign)
    for statement in Statement.objects.filter(pk__in=moves.statements).order_by("pk"):
        publication.reattribute(held(statement), moves.origin, moves.target, **sign)
    for statement in Statement.objects.filter(pk__in=moves.both).order_by("pk"):
        if moves.target == renewed:
            publication.reattribute(held(statement), moves.origin, moves.target, **sign)
        else:
            publication.name_again(held(statement), moves.target, moves.both[statement.pk], **sign)
