"""Recomputes the log and names each fault by what it is about: entries, their tree, the Revisions behind them, what was signed."""

import hashlib
import json
from collections.abc import Iterator
from itertools import chain
from typing import Any, NamedTuple

from archive.enums import RevisionClass
from archive.errors import Refused
from archive.log import kept_histories, keys, last_note, merkle, notes, proofs
from archive.log.walking import Walked, walk
from archive.log.writing import canonical, salted_hash, written_time
from archive.models import Checkpoint, Document, LogEntry, Revision

LOT = 2000
LAWFUL = RevisionClass.LEGAL_REMOVAL


class Fault(NamedTuple):
    """What is not as it was: of which thing, by its public id, and what."""

    of: str
    told: str

    def __str__(self) -> str:
        return f"{self.of}: {self.told}"


def faults() -> Iterator[Fault]:
    """All of them, none twice; an empty log of an empty archive has none."""
    checked = Checked()
    for one in walk():
        yield from checked.against_its_revision(one)
    yield from checked.erased_unlawfully()
    yield from _unlike_their_last_entries(checked.sources)
    yield from _without_entry()
    yield from _of_checkpoints()


class Checked:
    """The entries that were walked so far, and what is known of them only when all were."""

    def __init__(self) -> None:
        self.erased: dict[tuple[str, str], str] = {}  # what has no words any more, until a later entry says that the law asked for it
        self.sources: dict[str, list[str]] = {}  # of documents: what the last entry of each says

    def against_its_revision(self, one: Walked) -> Iterator[Fault]:
        yield from (Fault(f"log entry {one.at}", told) for told in one.faults)
        if one.entry is None:
            return
        content = _read(one.entry)
        if content is None:
            yield Fault(f"log entry {one.at}", "its bytes are no entry as the log writes them")
        elif one.revision is None:
            yield Fault(named(content), f"log entry {one.at} names it, and there is no such revision")
        else:
            yield from (Fault(named(content), told) for told in _unlike(content, one.at, one.revision))
            self._remember(content, one.revision)

    def _remember(self, content: dict[str, Any], revision: Revision) -> None:
        thing = content["type"], content["object"]
        if content["class"] == LAWFUL:
            self.erased.pop(thing, None)
        if revision.salt is None:
            self.erased[thing] = named(content)
        if content["type"] == "document":
            self.sources[content["object"]] = content["sources"]

    def erased_unlawfully(self) -> Iterator[Fault]:
        yield from (Fault(one, "what it kept is gone, and no later entry says that the law asked for it") for one in self.erased.values())


def named(content: dict[str, Any]) -> str:
    return f"{content['type']} {content['object']}, version {content['version']}"


def _read(entry: bytes) -> dict[str, Any] | None:
    """What an entry says, if it is written in the one way in which the log writes."""
    try:
        content = json.loads(entry)
        is_whole = isinstance(content, dict) and canonical(content) == entry and content.keys() >= WRITTEN
    except ValueError:
        return None
    return content if is_whole else None


WRITTEN = {"index", "type", "object", "version", "hash", "sources", "time", "role", "class", "reason"}


def _unlike(content: dict[str, Any], index: int, revision: Revision) -> Iterator[str]:
    """What the Revision says otherwise than its entry. The words of one that the law had erased are not asked for."""
    columns = {
        "index": index, "type": revision.object_type, "version": revision.version, "time": written_time(revision.at),
        "class": str(revision.revision_class), "reason": revision.reason,
    }  # fmt: skip
    yield from (f"the log says otherwise of its {name}" for name, value in columns.items() if content[name] != value)
    if revision.sha256 != hashlib.sha256(bytes(revision.body)).hexdigest():
        yield "its fingerprint is not that of what it kept"
    if revision.salt is not None and content["hash"] != salted_hash(bytes(revision.salt), bytes(revision.body)):
        yield "what it kept is not what was published: its hash is not that of the log"


def _without_entry() -> Iterator[Fault]:
    size = LogEntry.objects.size()
    for one in chain(Revision.objects.not_logged().iterator(LOT), Revision.objects.filter(log_index__gte=size).iterator(LOT)):
        yield Fault(f"{one.object_type} {_id_in(one)}, version {one.version}", "it stands in no entry of the log")


def _id_in(revision: Revision) -> str:
    try:
        return str(revision.content["id"])
    except (ValueError, KeyError, TypeError):
        return f"number {revision.object_id}"


def _unlike_their_last_entries(sources: dict[str, list[str]]) -> Iterator[Fault]:
    """Documents whose checksums were changed along with their texts."""
    ids = list(sources)
    for at in range(0, len(ids), LOT):
        rows = Document.objects.filter(public_id__in=ids[at : at + LOT]).values_list("public_id", "sha256", "raw_sha256")
        now = {public_id: sums for public_id, *sums in rows}
        for public_id in ids[at : at + LOT]:
            if public_id not in now:
                yield Fault(f"document {public_id}", "the log names it, and it is gone")
            elif now[public_id] != sources[public_id]:
                yield Fault(f"document {public_id}", "its checksums are not those of the log")


def _of_checkpoints() -> Iterator[Fault]:
    kept = Checkpoint.objects.order_by("id")
    if not kept.exists():
        return
    try:
        known = keys.known()
    except Refused as refusal:
        yield Fault("log key", str(refusal))
        return
    for one in kept.iterator(LOT):
        yield from (Fault(f"checkpoint {one.pk} of {one.size} entries", told) for told in _faults_of(one, known))


def _faults_of(kept: Checkpoint, known: list[bytes]) -> Iterator[str]:
    try:
        head = notes.opened_by_any(kept.note, known)
    except notes.NoteError as error:
        yield str(error)
        return
    if head.size != kept.size:
        yield "its row says another size than what was signed"
    if head.size > LogEntry.objects.size():
        yield "the log has fewer entries than were signed"
    elif (proofs.root_or_none(head.size) or merkle.EMPTY) != head.root:  # where an entry is gone, that was told
        yield "the log has another root than what was signed"


class BesideTheKey(NamedTuple):
    """What is kept there, outside of this database. It is read before the moment that all else is looked at of, and is a beginning of that
    then: what is signed meanwhile would accuse an honest archive."""

    note: str
    histories: str

    @classmethod
    def read(cls) -> "BesideTheKey":
        return cls(last_note.read(), kept_histories.read())

    def of_last_note(self) -> Iterator[Fault]:
        try:
            told = last_note.unlike(self.note)
        except Refused as refusal:
            yield Fault("log key", str(refusal))
            return
        if told:
            yield Fault("log", f"it does not go on from what was signed last: {told}")
        elif not last_note.is_in_database(self.note):
            yield Fault("log", "the checkpoint that is kept beside its key is not kept here")

    def of_kept_histories(self) -> Iterator[Fault]:
        """The last event of a row, gone with its link, is told by nothing else."""
        if told := kept_histories.unlike(self.histories):
            yield Fault("histories", told)
