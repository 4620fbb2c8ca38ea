"""Whether rows are in the state that the last act on them left: statements, answers, links, and what was merged, with its old address."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any

from django.db.models import Exists, F, OuterRef, Q

from archive.enums import StatementStatus, Verb
from archive.log.faults import Fault
from archive.models import (
    ChangeProposal,
    Checkpoint,
    Claim,
    CopySuggestion,
    Event,
    Judgement,
    NoticeSuggestion,
    OccasionSuggestion,
    Occurrence,
    Redirect,
    Revision,
    Speaker,
    SpeakerPair,
    Statement,
)
from archive.models.history import type_of
from archive.verification.lawful import is_as_left, left_of
from archive.verification.lots import each, lots
from archive.verification.naming import named, own_name

QUESTIONS: tuple[Any, ...] = (ChangeProposal, CopySuggestion, NoticeSuggestion, OccasionSuggestion, SpeakerPair)
ANSWERING = (Verb.JUDGED, Verb.UNDONE)
WAS_ACCEPTED = (StatementStatus.ACCEPTED, StatementStatus.PUBLIC, StatementStatus.WITHDRAWN)
BEGINS = (Verb.ENTERED, Verb.DRAFTED)


def statements() -> Iterator[Fault]:
    yield from each(lots(Statement.objects.only("public_id", "status", "accepted_by", "drafted_by")), _of_statements)


def _of_statements(rows: list[Statement]) -> Iterator[Fault]:
    events = _events_of(rows)
    for row in rows:
        yield from (Fault(own_name(row), told) for told in _of_statement(row, events[row.pk]))


def _events_of(rows: Collection[Any]) -> dict[int, list[Event]]:
    found: dict[int, list[Event]] = defaultdict(list)
    of = {type_of(row) for row in rows}
    for event in Event.objects.filter(object_type__in=of, object_id__in=[row.pk for row in rows]).order_by("pk"):
        found[event.object_id].append(event)
    return found


def _of_statement(row: Statement, events: list[Event]) -> Iterator[str]:
    state = next((one.to_state for one in reversed(events) if one.to_state), StatementStatus.DRAFT)
    if row.status != state:
        yield f"it is {row.get_status_display()}, and the last act on it left it {StatementStatus(state).label}"
    accepted = next((one.by_id for one in reversed(events) if one.verb == Verb.ACCEPTED), row.accepted_by_id)
    if row.status in WAS_ACCEPTED and accepted != row.accepted_by_id:
        yield "somebody else accepted it than its history tells"
    begun = next((one for one in events if one.verb in BEGINS), None)
    if not (begun and "part_of" in begun.detail) and (begun and begun.by_id) != row.drafted_by_id:  # a part has the drafter of the whole
        yield "somebody else drafted it than its history tells"


def answers() -> Iterator[Fault]:
    """Each Judgement came by an act, and stands unless one took it back."""
    yield from each(lots(Judgement.objects.all()), _of_answers)


def _of_answers(rows: list[Judgement]) -> Iterator[Fault]:
    events = _events_of(rows)
    for row in rows:
        done = [one for one in events[row.pk] if one.verb in ANSWERING]
        if not done:
            yield Fault(f"judgement number {row.pk}", "no event tells who answered")
            continue
        undone = (done[-1].by_id, done[-1].at) if done[-1].verb == Verb.UNDONE else (None, None)
        if (row.undone_by_id, row.undone_at) != undone:
            yield Fault(f"judgement number {row.pk}", "whether it was taken back is not what its history tells")


def questions() -> Iterator[Fault]:
    """What was asked has the answer that was given last, or none."""
    for model in QUESTIONS:
        yield from each(lots(model.objects.all()), _of_questions)


def _of_questions(rows: list[Any]) -> Iterator[Fault]:
    events = _events_of(rows)
    for row in rows:
        done = next((one for one in reversed(events[row.pk]) if one.verb in ANSWERING), None)
        stands = done is not None and done.verb == Verb.JUDGED
        given = (done.to_state, done.by_id, done.at, done.reason) if done and stands else ("", None, None, "")
        if (row.answer, row.answered_by_id, row.answered_at, getattr(row, "answer_reason", given[3])) != given:
            yield Fault(f"{type_of(row)} number {row.pk}", "its answer is not the one that its history tells")


def checkpoints() -> Iterator[Fault]:
    """Each was entered by an act since events are linked; one of before has none."""
    first = Event.objects.filter(object_type="checkpoint").order_by("pk").values_list("object_id", flat=True).first()
    known = Event.objects.filter(object_type="checkpoint", object_id=OuterRef("pk"))
    rows = Checkpoint.objects.filter(~Exists(known), pk__gt=first) if first else Checkpoint.objects.none()
    yield from (Fault(f"checkpoint {row.pk} of {row.size} entries", "nothing tells that it was signed") for row in rows)


def links() -> Iterator[Fault]:
    """Each stands at the date of its statement."""
    for row in Occurrence.objects.exclude(said_sort=F("statement__said_sort")).select_related("statement"):
        yield Fault(named(row), "its place in the order of dates is not that of its statement")


def merged() -> Iterator[Fault]:
    """What was merged leads where the merge led it, and so does its old address."""
    known = set()
    for model in (Speaker, Claim):
        events = _merges(model)
        for row in model._base_manager.filter(Q(pk__in=events) | Q(merged_into__isnull=False)):
            yield from (Fault(own_name(row), told) for told in _of_merged(row, events.get(row.pk)))
            if row.merged_into_id:
                known.add(row.get_absolute_url())
    for one in Redirect.objects.iterator(1000):
        if one.old_path not in known:
            yield Fault(f"old address {one.old_path}", "it leads on, and nothing was merged that had it")


def _merges(model: Any) -> dict[int, Event]:
    """The last merge of each row, unless it was told apart again since."""
    table, found = type_of(model), dict[int, Event]()
    slugs = dict(model._base_manager.values_list("slug", "pk"))
    for event in Event.objects.filter(object_type=table, verb__in=[Verb.MERGED, Verb.SPLIT]).order_by("pk"):
        if event.verb == Verb.MERGED:
            found[event.object_id] = event
        else:
            found.pop(slugs.get(event.detail.get("into"), 0), None)
    return found


def _of_merged(row: Any, merge: Event | None) -> Iterator[str]:
    into = type(row)._base_manager.filter(slug=merge.detail["into"]).first() if merge else None
    stands = _standing(row)
    if (merge is None) != (row.merged_into_id is None) or (into and _standing(into) != stands):
        yield "what it was merged into is not what its history tells"
    elif merge and Revision.objects.of(row).exists():
        address = Redirect.objects.filter(old_path=row.get_absolute_url()).first()
        if address is None or address.new_path != stands.get_absolute_url():
            yield "its old address does not lead to what it was merged into"
        elif address.at != merge.at or not _has_reason(address, merge.reason[:300]):
            yield "its old address leads on with another reason or at another time than its history tells"


def _has_reason(address: Redirect, reason: str) -> bool:
    """Or what the law left of it."""
    left = {} if address.reason == reason else left_of("redirect", [address.pk]).get(address.pk)
    return left is not None and is_as_left(address, left)


def _standing(row: Any) -> Any:
    """The row that it became; a ring ends where it began."""
    seen = set()
    while row.merged_into_id and row.pk not in seen:
        seen.add(row.pk)
        row = type(row)._base_manager.filter(pk=row.merged_into_id).first() or row
    return row
