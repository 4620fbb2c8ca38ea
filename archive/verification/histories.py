"""Whether every Event is there as it was written, and the history of each row is whole."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from archive.log.faults import Fault
from archive.log.histories import LASTING, End, Kept, Key, digest_of, lasting_of, link_of
from archive.models import Event, EventLink
from archive.verification.lawful import is_as_left, left_of
from archive.verification.lots import LOT, lots
from archive.verification.naming import names_of, table_of


class Linked(NamedTuple):
    """A link, with the Event that it is of if that is there."""

    link: EventLink
    event: Event | None

    @property
    def key(self) -> Key:
        return self.link.object_type, self.link.object_id


def events_and_their_links() -> Iterator[Fault]:
    """Each history from its first Event on: links follow from each other, and say what their Events say."""
    before, end = None, End()
    for lot in _in_order():
        names, lasting = names_of(one.key for one in lot), lasting_of(sorted({one.key for one in lot}))
        for one in lot:
            if one.key != before:
                before, end = one.key, End()
            yield from (Fault(names[one.key], told) for told in [*_of_place(one, end), *_of_event(one, lasting)])
            end = End(one.link.nth, bytes(one.link.link))


def _in_order() -> Iterator[list[Linked]]:
    links = EventLink.objects.order_by("object_type", "object_id", "nth").iterator(LOT)
    while lot := list(islice(links, LOT)):
        events = Event.objects.in_bulk([one.pk for one in lot])
        yield [Linked(one, events.get(one.pk)) for one in lot]


def _of_place(one: Linked, end: End) -> Iterator[str]:
    nth = one.link.nth
    if nth != end.nth + 1:
        yield f"of its history what stood before event {nth} is gone: the one before that is event {end.nth}"
    elif bytes(one.link.link) != link_of(end.link, bytes(one.link.digest)):
        yield f"event {nth} of its history does not follow from the one before it"


def _of_event(one: Linked, lasting: Kept) -> Iterator[str]:
    if one.event is None:
        yield f"event {one.link.nth} of its history is gone"
    elif (one.event.object_type, one.event.object_id) != one.key:
        yield f"event {one.link.nth} of its history says that it is of {one.event.object_type} {one.event.object_id}"
    elif digest_of(bytes(one.link.salt or b""), one.event, lasting.get(one.key)) != bytes(one.link.digest) and not _is_taken_out(one):
        what = ", or what was entered for ever," if one.link.object_type in LASTING else ""
        yield f"event {one.link.nth} of its history ({one.event.verb}){what} is not as it was written"


def _is_taken_out(one: Linked) -> bool:
    """Whether the law had something of it taken out, or of the row that is hashed along with it; as the act left it."""
    said = [(one.event, "event", one.link.pk)]
    if one.link.object_type in LASTING:
        said.append((table_of(one.link.object_type)._base_manager.filter(pk=one.link.object_id).first(), *one.key))
    left = [(row, left_of(table, [number]).get(number)) for row, table, number in said]
    return one.link.salt is None and any(columns and is_as_left(row, columns) for row, columns in left)


def events_without_link() -> Iterator[Fault]:
    for events in lots(Event.objects.filter(history=None)):
        names = names_of(_keys(events))
        yield from (Fault(names[key], "an event of its history was entered past the program") for key in _keys(events))


def _keys(events: Sequence[Event]) -> list[Key]:
    return [(one.object_type, one.object_id) for one in events]
