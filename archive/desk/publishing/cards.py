"""What a publisher sees of one statement: words, speaker, date, source, what becomes public with it, and what still speaks against it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from django.db import models
from django.utils import timezone

from archive.admin.base.naming import field_named
from archive.desk.review.cards import with_all_that_cards_show
from archive.desk.review.notes import Note, notes_of
from archive.doubts import kept_with
from archive.doubts.beside import beside
from archive.doubts.statements import doubts_beside
from archive.edtf import parse
from archive.enums import Verb
from archive.errors import Refused
from archive.models import Event, Occurrence, Revision, Statement, User
from archive.models.history import type_of
from archive.models.statement import StatementQuerySet
from archive.publication.guards import expect_as_accepted, expect_complete
from archive.review.values import READ
from archive.working.two_people import links_answered_alone, told_alone

SHOWN_OF_AN_EDIT = 200  # characters
BY_IDS = ("occasion", "translation_of")
Links = dict[int, list[Occurrence]]


@dataclass(frozen=True)
class Edit:
    """A field that somebody changed after the statement was accepted; `was` and `becomes` where they are plain words."""

    label: str
    by: str
    was: str = ""
    becomes: str = ""


@dataclass
class Card:
    """`notes` are the doubts that nobody confirmed yet, by the field that they are about. `refusal` says why it can't go out as it is."""

    statement: Statement
    links: Sequence[Occurrence] = ()
    kept_back: Sequence[Occurrence] = ()  # links that this person answered, where two people are needed
    new: Sequence[models.Model] = ()  # what the public has never seen
    notes: dict[str, list[Note]] = field(default_factory=dict)
    edits: Sequence[Edit] = ()
    refusal: str = ""
    refused: str = ""  # what was said of the act that was tried just now, with the `ticked` doubts and the typed `reason`
    ticked: Collection[str] = ()
    reason: str = ""
    following: str = "card-end"  # where one goes on who leaves it

    @property
    def shown(self) -> str:
        """What a form says of it: its number, and the version that the page shows."""
        return f"{self.statement.pk}-{self.statement.lock_version}"

    @property
    def is_clear(self) -> bool:
        """Nothing is in doubt."""
        return not (self.notes or self.refusal)

    @property
    def published(self) -> str:
        document = self.statement.document
        return parse(document.published).words if document.published else ""


def read(statements: StatementQuerySet) -> StatementQuerySet:
    """With what the cards show."""
    rows = with_all_that_cards_show(statements).select_related("document__article__outlet", "occasion", "accepted_by", "drafted_by")
    return rows.defer("document__raw")


def cards_of(statements: Sequence[Statement], person: User) -> list[Card]:
    """In their order, read together: each kind of what stands beside them with one query."""
    links, kept_back = _links_of(statements, person)
    edits, alone = _edits_since_acceptance(statements), told_alone(statements, person)
    new = _never_public(statements, links)
    today = timezone.now().date()
    cards = []
    for found in beside(statements, [today] * len(statements)):
        one, known = found.statement, kept_with(found.statement)
        notes = dict(notes_of(doubt for doubt in doubts_beside(found) if doubt not in known))
        refusal = _refusal_of(one) or alone.get(one.pk, "")
        cards.append(Card(one, links[one.pk], kept_back[one.pk], new[one.pk], notes, edits[one.pk], refusal))
    for card, following in pairwise(cards):
        card.following = f"card-{following.statement.public_id}"
    return cards


def _refusal_of(statement: Statement) -> str:
    """What publication would refuse whatever is confirmed."""
    named = list(statement.attributions.all())
    try:
        expect_complete(statement, named)
        expect_as_accepted(statement, named)
    except Refused as refusal:
        return str(refusal)
    return ""


def _links_of(statements: Sequence[Statement], person: User) -> tuple[Links, Links]:
    """Those that go out with each statement, and those that stay back."""
    goes_out, stays_back = defaultdict[int, list[Occurrence]](list), defaultdict[int, list[Occurrence]](list)
    waiting = Occurrence.objects.judged().filter(statement__in=statements).select_related("claim")
    alone = links_answered_alone(waiting, person)
    for link in waiting:
        (stays_back if link in alone else goes_out)[link.statement_id].append(link)
    return goes_out, stays_back


def _never_public(statements: Sequence[Statement], links: Links) -> dict[int, list[models.Model]]:
    """Of the rows that go out with each, those of which the public has seen no version."""
    rows = {one.pk: [*_named_beside(one), *(link.claim for link in links[one.pk])] for one in statements}
    seen = Revision.objects.versions_of(row for beside_it in rows.values() for row in beside_it)
    return {pk: [row for row in beside_it if (type_of(row), row.pk) not in seen] for pk, beside_it in rows.items()}


def _named_beside(statement: Statement) -> Iterator[models.Model]:
    yield from (named.speaker for named in statement.attributions.all() if named.speaker)
    if statement.occasion:
        yield statement.occasion


def _edits_since_acceptance(statements: Iterable[Statement]) -> dict[int, list[Edit]]:
    """What was changed of each without its being a draft again: a publisher is told."""
    events = Event.objects.filter(object_type="statement", object_id__in=[one.pk for one in statements])
    found: dict[int, list[Edit]] = defaultdict(list)
    for event in events.filter(verb__in=[Verb.ACCEPTED, Verb.EDITED]).select_related("by").order_by("pk"):
        if event.verb == Verb.ACCEPTED:
            found[event.object_id] = []
        else:
            found[event.object_id] += _edits_of(event)
    return found


def _edits_of(event: Event) -> Iterator[Edit]:
    """As the desk keeps them (`was` and `becomes`), as the tables do (`changes`), or by their names alone."""
    detail, by = event.detail, str(event.by or "")
    changes = {name: (detail["was"].get(name), value) for name, value in detail.get("becomes", {}).items()} or detail.get("changes", {})
    for name in sorted((set(changes) | set(detail.get("fields", ()))).difference(READ)):
        yield Edit(field_named(Statement, name), by, *(_in_short(name, value) for value in changes.get(name, ())))


def _in_short(name: str, value: Any) -> str:
    """Nothing of what is no plain words, such as the id of another row."""
    return value[:SHOWN_OF_AN_EDIT] if isinstance(value, str) and name not in BY_IDS else ""
