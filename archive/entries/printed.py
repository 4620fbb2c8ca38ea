"""Which words of its document name a speaker: found in the text, or left out. An editor's or a rule's own wording is not “as printed”."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F, Value
from django.db.models.functions import Coalesce, Replace, StrIndex, Substr

from archive.models import Attribution, Statement
from archive.models.fields import folded

TEXT = Replace(F("statement__document__text"), Value("\n"), Value(" "))  # a name may be broken between two lines
MENTION = Substr("statement__document__text", F("start") + 1, F("end") - F("start"))


@dataclass(frozen=True)
class Printed:
    name: str = ""
    role: str = ""


def printed_in(statements: Iterable[Statement]) -> dict[int, Printed]:
    """Attribution -> its name and role as they stand in the text, asked in one query and without reading a text.

    Where the whole name does not stand there, the name is the mention beside the words, such as “the minister”.
    """
    rows = Attribution.objects.filter(statement__in=[one.pk for one in statements]).order_by()
    found = rows.values_list("pk", "name", "role", StrIndex(TEXT, F("name")), StrIndex(TEXT, F("role")), Coalesce(MENTION, Value("")))
    return {
        pk: _printed(name if name and at else " ".join(mention.split()), role if role_at else "")
        for pk, name, role, at, role_at, mention in found
    }


def _printed(name: str, role: str) -> Printed:
    """A role that the name holds, as that of an unnamed source does, is not told twice."""
    return Printed(name, "" if folded(role) in folded(name) else role)


def cover(statements: Iterable[Statement]) -> None:
    """Give the attributions of these rows their `printed`. They were read with `.shown()`, for one answer."""
    statements = list(statements)
    found = printed_in(statements)
    for statement in statements:
        for one in statement.attributions.all():
            one.printed = found.get(one.pk, Printed())
