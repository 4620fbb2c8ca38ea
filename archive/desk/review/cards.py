"""A card: one statement with its form, what stands beside the fields, and what became of it since somebody accepted it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import chain
from typing import Any

from django.db.models import Prefetch, QuerySet, TextChoices
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from archive import edtf
from archive.desk.review.card_form import CardForm
from archive.desk.review.named import suggested
from archive.desk.review.notes import Note, notes_of
from archive.doubts import kept_with
from archive.doubts.beside import beside
from archive.doubts.statements import SURE, doubts_beside
from archive.enums import Force, StatementKind, StatementStatus, Verb
from archive.matching import Change, changed_words
from archive.models import Attribution, Document, Event, KeptInput, Remark, Statement
from archive.review.standing import standing_of


@dataclass
class Speaking:
    """One row of speakers as the card shows it."""

    place: int
    who: str
    printed: str
    role: str
    is_known: bool
    asked: dict[str, Any] = field(default_factory=dict)  # who may be meant, where what is typed does not tell

    @property
    def is_printed_otherwise(self) -> bool:
        return bool(self.printed) and self.printed != self.who


@dataclass
class Since:
    """What became of a statement after it was accepted, and what the last person said who returned it."""

    event: Event | None = None
    was: dict[str, Any] = field(default_factory=dict)
    words: list[Change] = field(default_factory=list)

    @property
    def stood(self) -> str:
        """What stood there when it was accepted, but for the words."""
        day, speakers = self.was.get("said_on"), self.was.get("speakers")
        told = [str(kinds(self.was[name]).label) for name, kinds in (("kind", StatementKind), ("force", Force)) if name in self.was]
        told += [edtf.parse(day).words if day else _("no date")] if day is not None else []
        told += [", ".join(name or role for _slug, name, role, *_place in speakers) or _("no speaker")] if speakers is not None else []
        return "; ".join(told)


@dataclass
class Card:
    """`asked`: somebody pressed Accept, and the doubts are put to them."""

    statement: Statement
    form: CardForm
    notes: dict[str, list[Note]]
    since: Since = field(default_factory=Since)
    asked: bool = False
    is_current: bool = False
    is_back: bool = False  # before the person, who looks at it once more
    goes_on_at: str = ""  # the card to which the person goes from here
    is_to_be_linked: bool = False  # just now accepted by somebody who may say which claim it is
    kept: KeptInput | None = None  # what this person typed and did not save
    remarks: Sequence[Remark] = ()

    @staticmethod
    def key_of(statement: Statement) -> str:
        """What is typed on its card is kept under that name."""
        return f"statement {statement.public_id}"

    @property
    def key(self) -> str:
        return self.key_of(self.statement)

    @property
    def offers_claims(self) -> bool:
        """Whether claims that it may say again are looked for behind it; who asks or supposes something says none."""
        return self.is_to_be_linked and self.statement.force in (Force.ASSERTED, Force.DENIED)

    @property
    def span(self) -> tuple[int, int]:
        return self.statement.start, self.statement.end

    @property
    def is_draft(self) -> bool:
        return self.statement.status == StatementStatus.DRAFT

    @property
    def seen(self) -> list[str]:
        """The doubts that stand here, for who confirms them."""
        return [note.seen for notes in self.notes.values() for note in notes if note.seen]

    @property
    def marks(self) -> str:
        return str(self.form.shown("read_values")) if self.form.is_bound else self.form.marks()

    @cached_property
    def value(self) -> dict[str, Any]:
        return {name: self.form.shown(name) for name in self.form.fields}

    @cached_property
    def words(self) -> str:
        """As selected on the left and not saved yet, or as they stand."""
        start, end = (str(self.form.shown(name)) for name in ("start", "end"))
        text = self.statement.document.text
        return text[int(start) : int(end)] if start.isdecimal() and end.isdecimal() else self.statement.text

    @cached_property
    def speaking(self) -> list[Speaking]:
        """The rows of speakers, an empty one last."""
        return [self._speaking(place) for place in self.form.places]

    def _speaking(self, place: int) -> Speaking:
        who, printed, role = (self.form.shown(f"{part}_{place}") or "" for part in ("who", "name", "role"))
        named = self.form.named[place] if place < len(self.form.named) else None
        asked = suggested(who, role, self.statement, place) if f"who_{place}" in self.form.errors else {}
        return Speaking(place, who, printed, role, bool(named and named.speaker and str(named.speaker) == who), asked)

    @property
    def how_sure(self) -> str:
        """How sure the reading was of what it proposed, in plain words."""
        sure = self.statement.confidence
        if sure is None:
            return _("Put right or entered by a person.")
        return _("Read as sure.") if sure >= SURE else _("Check the speaker: only %d %% sure.") % round(100 * sure)

    @property
    def days_inside(self) -> str:
        """The days that the words name, as printed and as read."""
        dates = self.statement.mentioned
        return "; ".join(f"“{one['text']}”" + (f" = {edtf.parse(one['edtf']).words}" if one["edtf"] else "") for one in dates)

    @property
    def occasion_as_read(self) -> str:
        return ", ".join(filter(None, [self.statement.occasion_proposed, self.statement.place_proposed]))

    @property
    def kinds(self) -> str:
        return _options(StatementKind, str(self.value["kind"]), get_language())

    @property
    def forces(self) -> str:
        return _options(Force, str(self.value["force"]), get_language())


@lru_cache
def _options(choices: type[TextChoices], chosen: str, _language: str) -> str:
    """Of a select in this language: the same on card after card."""
    rows = ((name, mark_safe(" selected") if name == chosen else "", label) for name, label in choices.choices)
    return format_html_join("", '<option value="{}"{}>{}</option>', rows)


def with_all_that_cards_show(statements: QuerySet[Statement]) -> QuerySet[Statement]:
    named = Prefetch("attributions", Attribution.objects.select_related("speaker"))
    return statements.select_related("occasion", "accepted_by").prefetch_related(named)


def cards_of(document: Document, statements: Sequence[Statement]) -> list[Card]:
    """In their order, with what is asked of the drafts among them."""
    for one in statements:
        one.document = document
    drafts = [one for one in statements if one.status == StatementStatus.DRAFT]
    today = timezone.now().date()
    told = zip(drafts, beside(drafts, [today] * len(drafts)), strict=True) if drafts else ()
    doubts = {one.pk: [doubt for doubt in doubts_beside(found) if doubt not in kept_with(one)] for one, found in told}
    since = since_acceptance(drafts)
    remarks = Remark.objects.by_row("statement", [one.pk for one in statements])
    return [
        Card(one, CardForm(one), notes_of(doubts.get(one.pk, ())), since[one.pk], remarks=remarks.get(one.pk, ())) for one in statements
    ]


def since_acceptance(drafts: Iterable[Statement]) -> dict[int, Since]:
    """Of drafts that were accepted once: what was changed and why they are drafts again."""
    found: dict[int, Since] = defaultdict(Since)
    by_key = {one.pk: one for one in drafts}
    accepted: set[int] = set()
    for event in chain.from_iterable(standing_of(by_key).values()):
        since = found[event.object_id]
        if event.verb == Verb.ACCEPTED:
            accepted.add(event.object_id)
            found[event.object_id] = Since()
        elif event.verb == Verb.RETURNED:
            since.event = event
        elif event.verb == Verb.EDITED and event.object_id in accepted:
            since.was = event.detail.get("was", {}) | since.was
    for pk, since in found.items():
        since.words = _changed(by_key[pk], since.was.get("span"))
    return found


def _changed(statement: Statement, span: list[int] | None) -> list[Change]:
    return changed_words(statement.document.text[span[0] : span[1]], statement.text) if span else []
