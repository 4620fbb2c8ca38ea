"""Which words of its document name a speaker: found in the text, or left out. An editor's or a rule's own wording is not “as printed”."""

from collections.abc import Iterable
from dataclasses import dataclass

from archive.entries.rows import SpeakerRow
from archive.models import Document
from archive.models.fields import folded


@dataclass(frozen=True)
class Printed:
    name: str = ""
    role: str = ""


def texts_of(documents: Iterable[int]) -> dict[int, str]:
    """Each on one line, for a name may be broken between two."""
    rows = Document.objects.filter(pk__in=documents).order_by().values_list("pk", "text")
    return {pk: text.replace("\n", " ") for pk, text in rows}


def printed_in(text: str, one: SpeakerRow) -> Printed:
    """Its name and role as they stand in the text.

    Where the whole name does not stand there, the name is the mention beside the words, such as “the minister”.
    """
    mention = text[one.start : one.end] if one.start is not None and one.end is not None else ""
    name = one.name if one.name and one.name in text else " ".join(mention.split())
    return _printed(name, one.role if one.role in text else "")


def _printed(name: str, role: str) -> Printed:
    """A role that the name holds, as that of an unnamed source does, is not told twice."""
    return Printed(name, "" if folded(role) in folded(name) else role)
