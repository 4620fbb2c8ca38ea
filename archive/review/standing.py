"""Which acts on statements still stand, and whether something was done since: what is built on is not taken back."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from django.utils.translation import gettext as _

from archive.errors import Refused
from archive.models import Event, Statement
from archive.review.editing import CHANGED


def standing_of(statements: Collection[int]) -> dict[int, list[Event]]:
    """By statement, what was done with it and not taken back."""
    events = Event.objects.filter(object_type="statement", object_id__in=statements).select_related("by").order_by("id")
    found: dict[int, list[Event]] = defaultdict(list)
    undone = {event.detail.get("undoes") for event in events}
    for event in events:
        if event.pk not in undone and "undoes" not in event.detail:
            found[event.object_id].append(event)
    return found


def later_than(event: Event, standing: Iterable[Event]) -> list[Event]:
    """What was done since by another act; not that an accepted statement is a draft again by this very change."""
    return [one for one in standing if one.pk > event.pk and not _is_part_of(one, event)]


def _is_part_of(one: Event, event: Event) -> bool:
    batch = event.detail.get("batch")
    is_returned_by_it = one.reason == CHANGED and (one.by_id, one.at) == (event.by_id, event.at)
    return is_returned_by_it or bool(batch and one.detail.get("batch") == batch)


def is_last(event: Event, standing: Collection[Event]) -> bool:
    return event.pk in {one.pk for one in standing} and not later_than(event, standing)


def _as_left_by(event: Event, statement: Statement | None) -> Statement:
    """The statement, held, as the act left it. Refuses where it is public or gone, or something was done with it since."""
    if statement is None:
        raise Refused(_("It was removed since."))
    if statement.version:
        raise Refused(_("The public has seen it since. A publisher corrects or withdraws it, with a reason."))
    standing = standing_of([statement.pk])[statement.pk]
    if since := later_than(event, standing):
        told = {"done": since[-1].get_verb_display(), "who": since[-1].by or _("the machine"), "words": str(statement)}
        raise Refused(_("“%(words)s”: %(done)s since, by %(who)s. That is taken back first.") % told)
    if not is_last(event, standing):
        raise Refused(_("This was taken back already."))
    return statement


def row_left_by(event: Event) -> Statement:
    return _as_left_by(event, Statement.objects.select_for_update().filter(pk=event.object_id).first())
