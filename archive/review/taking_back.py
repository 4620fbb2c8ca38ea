"""One act of one's own is taken back where nobody built on it: what stood before stands again, and another Event says so.

That Event names the one it takes back: `{"undoes": its key}`. An act counts as built on while a later one on the same row stands, so
several are taken back one after the other, the last first. What an act on many rows did goes with one call, all or none.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from archive.acts import Signature, allow, held_by_number
from archive.enums import Verb
from archive.errors import Refused
from archive.linking.closed_suggestions import hold
from archive.models import ArchiveState, Event, Judgement, Occurrence, Statement, User
from archive.review.editing import CHANGED
from archive.review.standing import is_last, standing_of
from archive.review.undoings import UNDOINGS, Undoing

LOOKED_AT = 500  # of a person's last Events, however many acts they are


@transaction.atomic
def take_back(event: Event, *, by: User, at: datetime | None = None) -> str:
    """Undo this act of one's own; with it all that was done in one go. Says what stands now.

    Refuses what somebody else did, what the public has seen, and what another act was built on: that is taken back first.
    """
    if event.by != by:
        raise Refused(_("%(who)s did this. Everybody takes back what is their own.") % {"who": event.by or _("The machine")})
    ArchiveState.take_turn()
    done_at_once = _of_one_act(event)
    _hold_all(done_at_once)
    told = [_undone(one, Signature(by, at or timezone.now())) for one in done_at_once]
    if len({one.object_id for one in done_at_once}) == 1:
        return told[-1]
    many = ngettext("%(n)d was taken back.", "%(n)d were taken back, all of what was done at once.", len(told))
    return many % {"n": len(told)}


def _undone(event: Event, signed: Signature) -> str:
    undoing = _undoing_of(event)
    if undoing is None:
        raise Refused(_("This can't be taken back from here. Its page in the tables has its history."))
    allow(signed.by, *undoing.permissions)
    return undoing.undo(event, signed)


def last_acts(by: User, limit: int = 10) -> list[Event]:
    """What this person did last and can take back, newest first; of what was done at once the last Event. Four queries at most."""
    newest = Event.objects.filter(by=by).order_by("-at", "-id")[:LOOKED_AT]
    known = [event for event in newest if _undoing_of(event)]
    free = _free(known)
    acts: dict[str, list[Event]] = defaultdict(list)
    for event in known:
        acts[event.detail.get("batch") or str(event.pk)].append(event)
    return [each[0] for each in acts.values() if free.issuperset(one.pk for one in each)][:limit]


def _free(events: Sequence[Event]) -> set[int]:
    """The keys of those on which nothing was built."""
    judged = [event for event in events if event.object_type == "judgement"]
    public = Occurrence.objects.public().filter(judgement=OuterRef("pk"))
    standing = Judgement.objects.standing().exclude(Exists(public)).filter(pk__in=[event.object_id for event in judged])
    answers = set(standing.values_list("pk", flat=True))
    others = [event for event in events if event.object_type == "statement"]
    done = standing_of({event.object_id for event in others})
    accepted = [event.object_id for event in others if event.verb == Verb.ACCEPTED]
    linked = set(Occurrence.objects.filter(statement__in=accepted).values_list("statement", flat=True))
    last = {event.pk for event in others if is_last(event, done[event.object_id])}
    bound = {event.pk for event in others if event.verb == Verb.ACCEPTED and event.object_id in linked}
    return last - bound | {event.pk for event in judged if event.object_id in answers}


def _undoing_of(event: Event) -> Undoing | None:
    """How it is taken back; nothing for what went with another act, or is kept without what stood there before."""
    is_part = "part_of" in event.detail or "undoes" in event.detail or event.reason == CHANGED
    is_blind = event.verb in (Verb.EDITED, Verb.SPLIT, Verb.MERGED) and "was" not in event.detail
    return None if is_part or is_blind else UNDOINGS.get((event.object_type, event.verb))


def _of_one_act(event: Event) -> list[Event]:
    """All that the person did with it at once, the last first."""
    if not (batch := event.detail.get("batch")):
        return [event]
    then = Event.objects.filter(by=event.by_id, at=event.at).order_by("-id")
    return [one for one in then if one.detail.get("batch") == batch]


def _hold_all(events: Sequence[Event]) -> None:
    """Their statements, in the order of their numbers; where there are many, their passages as well before any is changed."""
    numbers = [event.object_id for event in events]
    if events[0].object_type == "judgement":
        sides = Judgement.objects.filter(pk__in=numbers).values_list("statement", "other")
        numbers = [pk for both in sides for pk in both if pk]
    beside = [event.detail[name] for event in events for name in ("into", "following") if name in event.detail]
    wanted = Statement.objects.filter(Q(pk__in=numbers) | Q(public_id__in=beside))
    rows = held_by_number(Statement, wanted.values_list("pk", flat=True))
    if len(events) > 1:
        hold(rows)
