"""What the pages show of a text that is brought: what was read and why, what was not understood, and what is near it, side by side."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from archive import edtf
from archive.capture.brought import VERSION, Said
from archive.enums import CopyAnswer, DocumentRelation
from archive.matching import Change
from archive.matching.captures import Lines, differences
from archive.models import BroughtText, Document, Outlet
from archive.models.fields import folded

MOST_BLOCKS = 200  # of differing lines


@dataclass(frozen=True)
class Side:
    """Words of one of two texts; `is_other` where they differ."""

    words: str
    is_other: bool


@dataclass(frozen=True)
class Block:
    """Lines in which two texts differ, or how many stayed between such."""

    kept: int
    old: list[Side]
    new: list[Side]


def blocks(old: str, new: str) -> list[Block]:
    return [_block(one) for one in differences(old, new)[:MOST_BLOCKS]]


def _block(one: Lines) -> Block:
    return Block(one.kept, list(_side(one.changes, "removed")), list(_side(one.changes, "added")))


def _side(changes: Iterable[Change], op: str) -> Iterator[Side]:
    return (Side(one.words, one.op == op) for one in changes if one.op in ("same", op))


@dataclass(frozen=True)
class Choice:
    """An answer on a text that is near."""

    answer: str
    words: str
    with_note: bool = False


@dataclass(frozen=True)
class Near:
    """A document beside the text that is brought, with what may be answered of it."""

    document: Document
    told: str
    blocks: list[Block]
    choices: list[Choice]
    answer: str = ""
    note: str = ""

    @property
    def takes_note(self) -> bool:
        return any(choice.with_note for choice in self.choices)


def near_of(row: BroughtText) -> list[Near]:
    """One query for all of them."""
    found = {one["document"]: one for one in row.found.get("near", ())}
    rows = Document.objects.select_related("article__outlet").defer("raw").in_bulk(found)
    return [_near(rows[pk], one, row) for pk, one in found.items() if pk in rows]


def _near(other: Document, one: dict, row: BroughtText) -> Near:
    answer, note = Said(**row.said).answers.get(other.public_id, ("", ""))
    told = one.get("reason") or _("%(share)d %% of the shorter text stands in both.") % {"share": one["share"]}
    choices = _choices(other, one.get("relation", ""), row.found.get("outlet", ""))
    return Near(other, told, blocks(other.text, row.read["text"]), choices, answer, note)


def _choices(other: Document, relation: str, outlet: str) -> list[Choice]:
    """What it may be to a text of its own outlet, or of another's."""
    own = Choice(CopyAnswer.OWN, _("a text of its own"))
    if other.outlet and outlet and other.outlet.name_key != folded(outlet):
        return [Choice(CopyAnswer.COPY, _("the same text, from an agency or another outlet")), own]
    notices = [
        Choice(DocumentRelation.CORRECTION, _("it corrects that one"), with_note=True),
        Choice(DocumentRelation.RETRACTION, _("it takes that one back"), with_note=True),
    ]
    return [*notices, own] if relation else [Choice(VERSION, _("a newer version of that page")), own, *notices]


def before_of(row: BroughtText) -> Near | None:
    """The capture of the same page that it supersedes."""
    pk = row.found.get("before")
    document = Document.objects.select_related("article__outlet").defer("raw").filter(pk=pk).first() if pk else None
    return Near(document, "", blocks(document.text, row.read["text"]), []) if document else None


def known_of(row: BroughtText) -> Document | None:
    """The document that has this text already, of this outlet or of another."""
    pk = row.found.get("here") or row.found.get("copied")
    return Document.objects.select_related("article__outlet").defer("raw", "text").filter(pk=pk).first() if pk else None


def why_published(row: BroughtText) -> str:
    """From what the day was read."""
    found, said = row.found, Said(**row.said)
    if said.published and said.published == found.get("published"):
        return _("as you say")
    if words := found.get("published_words"):
        return _("read from “%(words)s”") % {"words": words}
    return _("as the page tells") if found.get("published") else ""


def readings_of(row: BroughtText) -> list[tuple[str, str]]:
    """The days that may be that of publication, as dates and in words: all that the page tells, where they disagree; where none was found,
    the ways in which the first date can be read that has several."""
    told = [one for one, _place in row.found.get("readings", ())]
    doubtful = row.found.get("doubtful") if not row.found.get("published") else None
    return [(one, edtf.parse(one).words) for one in told or (doubtful[0]["readings"] if doubtful else [])]


def not_understood(row: BroughtText) -> list[str]:
    """A sentence for each thing that a person should look at."""
    found = row.found
    missing = (
        ("title", _("No title was found.")),
        ("published", _("No day of publication was found.")),
        ("language", _("The language is not known.")),
    )
    told = [words for name, words in missing if not found.get(name)]
    if not found.get("outlet"):
        told.append(_("No outlet was found: say who published it, or leave it for later."))
    if found.get("unnamed"):
        count = found["unnamed"]
        told.append(
            ngettext("%(count)d statement has no sure speaker.", "%(count)d statements have no sure speaker.", count) % {"count": count}
        )
    if found.get("unlabelled"):
        told.append(_("It reads like a transcript, but no names with a colon stand before the words: nobody can tell who speaks."))
    return told + [_doubtful(one) for one in found.get("doubtful", ())[:5]]


def _doubtful(one: dict) -> str:
    readings = _(" or ").join(edtf.parse(reading).words for reading in one["readings"])
    return _("“%(words)s” in the text may be %(readings)s.") % {"words": one["words"], "readings": readings}


@dataclass(frozen=True)
class Brought:
    """A line of the list of what waits."""

    row: BroughtText
    is_new_outlet: bool

    @property
    def published(self) -> str:
        return edtf.parse(day).words if (day := self.row.found.get("published")) else ""

    @property
    def troubles(self) -> list[str]:
        obstacle = self.row.found.get("obstacle")
        return [obstacle] if obstacle else not_understood(self.row)

    @property
    def questions(self) -> int:
        return len(self.row.found.get("near", ()))


def listed(rows: list[BroughtText]) -> list[Brought]:
    """One query for the outlets of all."""
    keys = {folded(row.found["outlet"]) for row in rows if row.found.get("outlet")}
    known = set(Outlet.objects.filter(name_key__in=keys).values_list("name_key", flat=True))
    return [Brought(row, bool(row.found.get("outlet")) and folded(row.found["outlet"]) not in known) for row in rows]
