"""Whether every Event is there as it was written, and the history of each row is whole."""

import hashlib
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from archive.log.faults import Fault
from archive.log.histories import LASTING, End, Kept, Key, digest_of, lasting_of, link_of
from archive.models import Event, EventLink
from archive.verification.lawful import left_of
from archive.verification.lots import LOT, lots
from archive.verification.naming import names_of


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
        left = left_of("eventlink", [one.link.pk for one in lot if one.link.salt is None])
        for one in lot:
            if one.key != before:
                before, end = one.key, End()
            taken = left.get(one.link.pk, {}).get("digest")
            yield from (Fault(names[one.key], told) for told in [*_of_place(one, end), *_of_event(one, lasting, taken)])
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


def _of_event(one: Linked, lasting: Kept, left: str | None) -> Iterator[str]:
    if one.event is None:
        yield f"event {one.link.nth} of its history is gone"
    elif (one.event.object_type, one.event.object_id) != one.key:
        yield f"event {one.link.nth} of its history says that it is of {one.event.object_type} {one.event.object_id}"
    elif not _is_as_written(one.link, one.event, lasting.get(one.key), left):
        what = ", or what was entered for ever," if one.link.object_type in LASTING else ""
        yield f"event {one.link.nth} of its history ({one.event.verb}){what} is not as it was written"


def _is_as_written(link: EventLink, event: Event, lasting: dict[str, Any] | None, left: str | None) -> bool:
    """Or, where the law had something of it taken out, or of the row that is hashed along with it, as the last such act left all of it."""
    if link.salt is not None:
        return digest_of(bytes(link.salt), event, lasting) == bytes(link.digest)
    return left == hashlib.sha256(digest_of(b"", event, lasting)).hexdigest()


def events_without_link() -> Iterator[Fault]:
    for events in lots(Event.objects.filter(history=None)):
        names = names_of(_keys(events))
        yield from (Fault(names[key], "an event of its history was entered past the program") for key in _keys(events))


def _keys(events: Sequence[Event]) -> list[Key]:
    return [(one.object_type, one.object_id) for one in events]
