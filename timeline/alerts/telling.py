"""What is told of entries, read when they are sent: of what was withdrawn meanwhile no word goes out, and it is told as that alone."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.enums import Force, SightingOutcome
from archive.models import AlertEntry, AlertWatch, Check, Revision, Sighting, Statement
from archive.models.alerts.kinds import AlertKind
from timeline import chronology
from timeline.alerts.watched import Understood, statement_names, understand
from timeline.corrections import log
from timeline.corrections.log import Change
from timeline.printing.addresses import address

SHOWS_STATEMENT = (AlertKind.SAYING, AlertKind.AGAIN, AlertKind.LINKED, AlertKind.PAGE)
ORDER = {kind: place for place, kind in enumerate(AlertKind)}
MOST_BENEATH = 10  # statements that are named beneath a report
SEEN = {
    SightingOutcome.CHANGED: gettext_lazy("The page had other words in their place."),
    SightingOutcome.GONE: gettext_lazy("The page no longer had these words."),
    SightingOutcome.PAGE_GONE: gettext_lazy("The page was gone."),
}


@dataclass(frozen=True)
class Link:
    name: str
    url: str


@dataclass(frozen=True)
class Said:
    """A public statement, as a line or two tell it. `mark`: that it was denied, asked or supposed; `notes`: what its source put right."""

    id: str
    url: str
    words: str
    language: str
    is_direct: bool
    who: str
    said_on: str
    said: str
    outlet: str
    claims: tuple[Link, ...]
    force: str
    mark: str
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Item:
    """One event as a reader is told of it. `id` is the same whenever it is told."""

    id: str
    kind: AlertKind
    at: datetime
    watch: Link
    record: Link | None = None
    said: Said | None = None
    note: str = ""
    changes: tuple[Change, ...] = ()
    beneath: tuple[Link, ...] = ()
    more: int = 0

    @property
    def label(self) -> str:
        return str(self.kind.label)


def absolute(path: str) -> str:
    return f"{settings.SITE_URL}{path}"


def told(entries: Sequence[AlertEntry]) -> list[Item]:
    """In the order of kinds, and of events. A fixed number of queries, and some for each list that was watched."""
    known, groups = _Known(entries), defaultdict[tuple[str, int], list[AlertEntry]](list)
    for entry in entries:
        groups[known.group_of(entry)].append(entry)
    items = filter(None, map(known.item, groups.values()))
    return sorted(items, key=lambda item: ORDER[item.kind])


class _Known:
    """What is read for all entries at once."""

    def __init__(self, entries: Sequence[AlertEntry]) -> None:
        numbers = {kind: {int(one.event[1:]) for one in entries if one.event[0] == kind} for kind in "rc"}
        statements = {one.statement for one in entries if one.statement}
        pages = {one.statement for one in entries if one.kind == AlertKind.PAGE}
        self.items = {item.revision.pk: item for item in log.items(Revision.objects.filter(pk__in=numbers["r"]).order_by("pk"))}
        self.checks = Check.objects.in_bulk(numbers["c"])
        self.public_ids = dict(Statement.objects.filter(pk__in=statements).values_list("pk", "public_id"))
        self.said = {one.shown["id"]: said_of(one) for one in chronology.entries(statements)}
        self.seen = dict(Sighting.objects.public().filter(statement__in=pages).values_list("statement", "outcome"))
        self.watches = watch_links(one.watch for one in entries)

    def group_of(self, entry: AlertEntry) -> tuple[str, int]:
        """What is told as one: what happened to a report, with all its statements."""
        return entry.event, entry.statement if self._is_of_statement(entry) else 0

    def item(self, group: list[AlertEntry]) -> Item | None:
        """None where it is not to be told any more."""
        entry, kind = group[0], AlertKind(group[0].kind)
        public_id = self.public_ids.get(entry.statement, "")
        name = f"{entry.event}-{public_id}" if public_id and self._is_of_statement(entry) else entry.event
        number, watch = int(entry.event[1:]), self.watches[entry.watch.path]
        if kind == AlertKind.PAGE:
            return self._of_page(entry, Item(name, kind, self.checks[number].at, watch, said=self.said.get(public_id)))
        item = self.items[number]
        begun = Item(name, kind, item.revision.at, watch, note=item.reason)
        if kind == AlertKind.WITHDRAWAL:
            return replace(begun, record=Link(_("A statement"), absolute(address("statement", public_id))))
        if kind in SHOWS_STATEMENT:
            return replace(begun, said=self.said[public_id]) if public_id in self.said else None
        return self._of_record(item, group, begun)

    def _of_record(self, item: log.Item, group: list[AlertEntry], begun: Item) -> Item | None:
        """A record that is public no more was told of as withdrawn, where it was."""
        if item.record is None or item.record.is_withdrawn:
            return None
        record = Link(item.record.name, absolute(item.record.url) if item.record.url else "")
        said = [self.said[public_id] for one in group if (public_id := self.public_ids.get(one.statement)) in self.said]
        beneath = [] if self._is_of_statement(group[0]) else [Link(f"{one.who}, {one.said}", one.url) for one in said]
        shown = {"beneath": tuple(beneath[:MOST_BENEATH]), "more": max(0, len(beneath) - MOST_BENEATH)}
        return replace(begun, record=record, changes=item.changes, **shown)

    def _of_page(self, entry: AlertEntry, begun: Item) -> Item | None:
        seen = self.seen.get(entry.statement)
        return replace(begun, note=str(SEEN[seen])) if begun.said and seen in SEEN else None

    def _is_of_statement(self, entry: AlertEntry) -> bool:
        item = self.items.get(int(entry.event[1:])) if entry.event[0] == "r" else None
        return item is None or item.revision.object_type == "statement"


def said_of(entry: chronology.Entry) -> Said:
    shown, who = entry.shown, ", ".join(voice.name for voice in entry.voices)
    claims = dict.fromkeys(Link(claim.text, absolute(address("claim", claim.slug))) for claim in entry.told.claims)
    return Said(
        shown["id"], absolute(address("statement", shown["id"])), shown["text"], shown["language"], shown["kind"] == "direct",
        who or _("No named speaker"), shown["said_on"], entry.said_in_words or _("no date"), entry.source.outlet, tuple(claims),
        shown["force"], str(Force(shown["force"]).mark), tuple(note.words for note in entry.source.notes),
    )  # fmt: skip


def watch_links(watches: Iterable[AlertWatch]) -> dict[str, Link]:
    """By their addresses, what is watched is called today; a statement that was withdrawn is called so."""
    paths = {watch.path: watch.number if watch.of == "statement" else 0 for watch in watches}
    names = {address("statement", public_id): name for public_id, name in statement_names(filter(None, paths.values())).items()}
    return {path: Link(names.get(path) or _called(path, number), absolute(path)) for path, number in paths.items()}


def _called(path: str, statement: int) -> str:
    if statement:
        return _("A statement that was withdrawn")
    read = understand(path)
    return read.name if isinstance(read, Understood) else path
