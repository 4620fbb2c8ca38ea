"""A row of a sheet: the statement or the place in a document that it is about, and what it makes of it by calls of the stage."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from archive import review
from archive.admin.statements.places import places_of
from archive.desk.lists.bringing.columns import FIELDS
from archive.desk.lists.cells import roles_of, speakers_of
from archive.desk.lists.typed import day_shown, day_typed, speakers_typed
from archive.enums import Force, StatementKind, StatementStatus
from archive.errors import Refused
from archive.models import Article, Document, Outlet, Statement, User
from archive.models.lists.sheets import SheetOutcome

Cells = dict[str, str]  # by field; an empty one is not there, and changes nothing
BEFORE = 40  # characters of the text before new words, to tell where they stand


@dataclass(frozen=True)
class Came:
    """What became of a row."""

    outcome: SheetOutcome
    told: str
    statement: Statement | None = None


@dataclass(frozen=True)
class Spot:
    """Words of a document; `statement` where they are one."""

    document: Document
    span: tuple[int, int]
    statement: Statement | None = None

    @property
    def key(self) -> str:
        return f"statement {self.statement.pk}" if self.statement else f"{self.document.pk}:{self.span[0]}-{self.span[1]}"


# Where it is


def spot_of(cells: Cells) -> Spot:
    """Refuses what is not found, or more than once, with what to do."""
    if "id" in cells:
        return _known(cells)
    if not cells.get("words"):
        raise Refused(_("No words stand in this row."))
    document = _document_of(cells)
    return _among(document, _places(cells["words"], document))


def _known(cells: Cells) -> Spot:
    rows = Statement.objects.select_related("document__article__outlet").defer("document__raw")
    statement = rows.filter(public_id=cells["id"]).first()
    if statement is None:
        raise Refused(_("No statement has the id “%(id)s”. Empty that cell to enter a new one.") % cells)
    span = statement.start, statement.end
    if cells.get("words", statement.text) != statement.text:
        places = _places(cells["words"], statement.document)
        span = span if span in places else _the_only(places)
    return Spot(statement.document, span, statement)


def _places(words: str, document: Document) -> list[tuple[int, int]]:
    places = places_of(words, document.text)
    if not places:
        raise Refused(_("These words do not stand in “%(document)s”. Copy them from it, letter by letter.") % {"document": document})
    return places


def _the_only(places: Collection[tuple[int, int]]) -> tuple[int, int]:
    if len(places) > 1:
        told = _("These words stand there %(n)d times. Take more of the words around them, or select them on the page of the document.")
        raise Refused(told % {"n": len(places)})
    (span,) = places
    return span


def _among(document: Document, places: Collection[tuple[int, int]]) -> Spot:
    """The one of these places that is a statement, or the only place."""
    beginning_there = Statement.objects.filter(document=document, start__in=[start for start, _end in places])
    standing = {(one.start, one.end): one for one in beginning_there}
    known = [standing[span] for span in places if span in standing]
    if len(known) == 1:
        known[0].document = document
        return Spot(document, (known[0].start, known[0].end), known[0])
    return Spot(document, _the_only(places))


def _document_of(cells: Cells) -> Document:
    found = list(_documents(cells).select_related("article__outlet").defer("raw")[:2])
    if len(found) > 1:
        raise Refused(_("Several documents are called so. Write the id of the one that is meant into a column “document”."))
    if not found:
        raise Refused(_("Its document is not here: add the source first, then bring this row again."))
    return found[0]


def _documents(cells: Cells) -> Any:
    """By id, by address, or by title and outlet; of an article the newest text."""
    if "document" in cells:
        return Document.objects.filter(public_id=cells["document"])
    newest = Document.objects.newest()
    if "address" in cells:
        return newest.filter(article__in=list(Article.objects.at(cells["address"])[:2]))
    outlets = list(Outlet.objects.named(cells.get("outlet", ""))[:1])
    return newest.filter(article__outlet__in=outlets, title=cells.get("title", ""))


# What it makes of it


def carry_out(cells: Cells, spot: Spot, *, by: User, confirmed: Iterable[str]) -> Came:
    """Within a transaction. Refuses with `NeedsConfirmation` where a person has to look first."""
    changes = _changes(cells, spot)
    confirmed = list(confirmed)
    if spot.statement is None:
        entered = review.enter(spot.document, spot.span, changes, by=by, confirmed=confirmed)
        return Came(SheetOutcome.NEW, _where(spot), entered)
    if not changes:
        return Came(SheetOutcome.SAME, "", spot.statement)
    was, stood = _shown(spot.statement), spot.statement.status
    changed = Statement.objects.get(pk=review.change(spot.statement, changes, by=by, confirmed=confirmed).pk)
    told = [f"{label}: {old or '–'} → {new or '–'}" for label, old, new in _differing(was, _shown(changed))]
    if (stood, changed.status) == (StatementStatus.ACCEPTED, StatementStatus.DRAFT):
        told.append(_("It was accepted, so it is a draft again"))
    return Came(SheetOutcome.CHANGE, "; ".join(told), changed)


def _where(spot: Spot) -> str:
    before = " ".join(spot.document.text[max(0, spot.span[0] - BEFORE) : spot.span[0]].split())
    told = _("in “%(document)s”, behind “… %(before)s”") if before else _("in “%(document)s”, at its beginning")
    return told % {"document": spot.document, "before": before}


def _shown(statement: Statement) -> Cells:
    return {
        "words": statement.text,
        "speakers": speakers_of(statement),
        "roles": roles_of(statement),
        "said_on": day_shown(statement.said_on),
        "kind": statement.get_kind_display(),
        "force": statement.get_force_display(),
        "language": statement.language,
        "locator": statement.locator,
    }


def _differing(was: Cells, becomes: Cells) -> list[tuple[str, str, str]]:
    return [(str(FIELDS[name].label), was[name], becomes[name]) for name in was if was[name] != becomes[name]]


def _changes(cells: Cells, spot: Spot) -> dict[str, Any]:
    """What differs from what stands there, as the stage takes it; all of it where nothing stands there yet."""
    stands = _shown(spot.statement) if spot.statement else {}
    wanted = {name: cells[name] for name in cells if name in CHANGED_BY and cells[name] != stands.get(name)}
    changes: dict[str, Any] = {}
    try:
        for name in wanted:
            changes |= CHANGED_BY[name](cells, spot)
    except ValidationError as error:
        raise Refused(" ".join(error.messages)) from error
    if spot.statement and spot.span != (spot.statement.start, spot.statement.end):
        changes["span"] = spot.span
    if spot.statement and changes.get("said_on") == spot.statement.said_on:
        changes = {name: value for name, value in changes.items() if name not in OF_THE_DAY}
    return changes


OF_THE_DAY = ("said_on", "said_words", "said_rule", "undated")


def _speakers(cells: Cells, spot: Spot) -> dict[str, Any]:
    """Roles that are not told stay with the names that stand there already."""
    named = cells.get("speakers") or (speakers_of(spot.statement) if spot.statement else "")
    if "roles" in cells or not spot.statement:
        return {"speakers": speakers_typed(named, cells.get("roles", ""), spot.statement)}
    roles = {(one.speaker_id, one.name): one.role for one in spot.statement.attributions.all()}
    typed = speakers_typed(named, "", spot.statement)
    return {"speakers": [(speaker, name, roles.get((speaker and speaker.pk, name), "")) for speaker, name, _role in typed]}


def _one_of(choices: Any, cell: str) -> str:
    """A value by its word, or by its name in code."""
    for value, label in choices.choices:
        if cell.casefold() in (value, str(label).casefold()):
            return value
    labels = ", ".join(f"“{label}”" for label in choices.labels)
    raise ValidationError(_("“%(cell)s” is none of these: %(labels)s."), params={"cell": cell, "labels": labels})


CHANGED_BY = {
    "speakers": _speakers,
    "roles": _speakers,
    "said_on": lambda cells, spot: day_typed(cells["said_on"], spot.document),
    "kind": lambda cells, _spot: {"kind": _one_of(StatementKind, cells["kind"])},
    "force": lambda cells, _spot: {"force": _one_of(Force, cells["force"])},
    "language": lambda cells, _spot: {"language": cells["language"]},
    "locator": lambda cells, _spot: {"locator": cells["locator"]},
}
