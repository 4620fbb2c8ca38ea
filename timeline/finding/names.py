"""People, outlets, claims, occasions and documents whose names a query finds: a fixed number of queries, whatever it asks and however many
there are.

    names_found("Korzun").groups    # in its own letters first, then in other spellings and what it begins
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from archive.entries.asking import asked, listed
from archive.models.finding.names import Named, latin_of
from timeline.finding import rows
from timeline.finding.asked import Asked, question_of
from timeline.finding.rows import Numbers
from timeline.finding.told import MOST_TOLD, Name, told
from timeline.printing.addresses import list_address

SHOWN = {Named.SPEAKER: 4, Named.OUTLET: 3, Named.CLAIM: 3, Named.OCCASION: 2, Named.DOCUMENT: 2}  # of each kind, beside others
INITIALS = "SELECT row, word FROM archive_nameword WHERE kind = 'speaker' AND row IN ({numbers})"
LABELS = {
    Named.SPEAKER: _("Speakers"),
    Named.OUTLET: _("Outlets"),
    Named.CLAIM: _("Claims"),
    Named.OCCASION: _("Occasions"),
    Named.DOCUMENT: _("Documents"),
}
LISTS = {Named.SPEAKER: "speakers", Named.OUTLET: "outlets", Named.CLAIM: "claims"}  # that a name narrows


class Group(NamedTuple):
    """Those of a kind; `more_url` leads to the others where there are any."""

    kind: Named
    label: str
    names: list[Name]
    more_url: str = ""


@dataclass(frozen=True)
class Found:
    """`is_mistyped`: these names are none of the query's, and only spelled like it."""

    groups: list[Group]
    is_mistyped: bool = False


def names_found(query: str, *, alone: str = "", also_mistyped: bool = False) -> Found:
    """The names that a query finds, and of one kind `alone` as many as are told at all. `also_mistyped`: where there are none, those in
    which a letter of a word is another."""
    question = question_of(query)
    kinds = [kind for kind in Named if kind == alone] or list(Named)
    exact = rows.found(question.as_typed, kinds)
    found = exact if question.spelled_otherwise == question.as_typed else rows.found(question.spelled_otherwise, kinds)
    if found or not also_mistyped or question.mistyped == question.spelled_otherwise:
        return Found(_groups(query, question.spelled_otherwise, found, exact, is_alone=bool(alone)))
    groups = _groups(query, question.mistyped, rows.found(question.mistyped, kinds), {}, is_alone=bool(alone))
    return Found(groups, is_mistyped=bool(groups))


def numbers_of(kind: Named, query: str) -> list[int]:
    """Of the rows of a kind whose names have all words of the query, in any spelling."""
    return rows.found(question_of(query).spelled_otherwise, [kind]).get(kind, [])


def _groups(query: str, wanted: Asked, found: Numbers, exact: Numbers, *, is_alone: bool) -> list[Group]:
    groups = []
    for kind, numbers in found.items():
        kept = _with_initials(numbers, wanted.initials) if kind == Named.SPEAKER and wanted.initials else numbers
        names = _exact_first(told(kind, kept), exact.get(kind, ()))
        most = MOST_TOLD if is_alone else SHOWN[kind]
        groups.append(group_of(kind, names[:most], _more_url(kind, query) if len(names) > most else ""))
    return sorted((group for group in groups if group.names), key=lambda group: list(Named).index(group.kind))


def group_of(kind: Named, names: list[Name], more_url: str = "") -> Group:
    return Group(kind, str(LABELS[kind]), names, more_url)


def _exact_first(names: list[Name], exact: Collection[int]) -> list[Name]:
    there = set(exact)
    return sorted(names, key=lambda name: name.pk not in there)


def _with_initials(speakers: list[int], initials: Collection[str]) -> list[int]:
    """Those of the speakers of whose names one begins with each of these letters."""
    begun: dict[int, set[str]] = {}
    for row, word in asked(INITIALS.format(numbers=listed(speakers))):
        begun.setdefault(row, set()).add(latin_of(word)[:1])
    return [row for row in speakers if begun.get(row, set()).issuperset(initials)]


def _more_url(kind: Named, query: str) -> str:
    if kind in LISTS:
        return f"{list_address(LISTS[kind])}?{urlencode({'q': query})}"
    return f"{list_address('search')}?{urlencode({'q': query, 'more': kind.value})}"
