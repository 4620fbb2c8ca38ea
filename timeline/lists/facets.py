"""The rail beside a list of statements: what a reader may narrow it to, each with how many statements would be left.

Only what stands in the list is offered, so that no choice leads to nothing; what is chosen already stays, and can be taken away.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from archive.entries.asking import asked, listed
from archive.enums import Force, StatementKind, TallyScope
from archive.models.search import Condition
from timeline.filter_forms import Filter
from timeline.lists.found import Found
from timeline.lists.known import rows_of
from timeline.lists.paging import Count

LISTED = 8
STATEMENTS = "SELECT statements FROM archive_tally WHERE scope = %s AND key = %s"
NAMES: dict[str, str] = {
    TallyScope.SPEAKER: "SELECT 'speaker', id, slug, name FROM archive_speaker WHERE id IN",
    TallyScope.CLAIM: "SELECT 'claim', id, slug, text FROM archive_claim WHERE id IN",
    TallyScope.OUTLET: "SELECT 'outlet', id, slug, name FROM archive_outlet WHERE id IN",
}
WORDS: dict[str, dict[str, Promise | str]] = {TallyScope.KIND: dict(StatementKind.choices), TallyScope.FORCE: dict(Force.choices)}


class Kind(NamedTuple):
    """What a list is narrowed by: the address' parameter, and the scope in which its values are counted."""

    name: str
    scope: TallyScope
    all_words: Promise | str = ""  # of the link to all values


KINDS = (
    Kind("speaker", TallyScope.SPEAKER, _("All speakers")),
    Kind("jointly", TallyScope.SPEAKER, _("All who spoke jointly")),
    Kind("claim", TallyScope.CLAIM, _("All claims")),
    Kind("outlet", TallyScope.OUTLET, _("All outlets")),
    Kind("kind", TallyScope.KIND),
    Kind("force", TallyScope.FORCE),
)
KIND_OF = {kind.name: kind for kind in KINDS}


@dataclass(frozen=True)
class Choice:
    """One row of a facet: the address' query that chooses it, or takes it away where it is chosen, and how many statements it has here,
    if that is known."""

    name: str
    query: str
    count: Count | None
    is_chosen: bool = False


@dataclass(frozen=True)
class Facet:
    """`all_query` leads to all values, if these are not all."""

    name: str
    label: str
    choices: list[Choice]
    all_query: str = ""
    all_words: Promise | str = ""


class Facets(NamedTuple):
    """`is_cut`: some are counted in the newest statements alone."""

    shown: list[Facet]
    is_cut: bool


def facets(chosen: Filter, found: Found) -> Facets:
    """What is chosen, and what can still be, the most frequent first. A filter that can't be read leaves nothing to choose."""
    return _Rail(chosen, found).facets() if chosen.is_valid() else Facets([], is_cut=False)


class _Rail:
    def __init__(self, chosen: Filter, found: Found) -> None:
        self.chosen, self.found = chosen, found
        self.active = {one.name: one for one in chosen.active()}
        self.likely = {kind.name: self._likely(kind) for kind in KINDS if kind.name not in self.active}
        self.named = named(self.likely)

    def facets(self) -> Facets:
        shown = [facet for kind in KINDS if (facet := self._facet(kind)).choices]
        return Facets(shown, any(_may_be_more(choice) for facet in shown for choice in facet.choices if not choice.is_chosen))

    def _likely(self, kind: Kind) -> list[tuple[str, Count]]:
        """The most frequent values, and one more if there are more. Of one kind alone nobody has to choose; jointly speak some with one
        who is chosen."""
        speaker = self.chosen.cleaned_data["speaker"]
        if kind.name == "jointly" and not speaker:
            return []
        rows = self.found.most(kind.scope, LISTED + 1, besides=[str(speaker.pk)] if kind.name == "jointly" else ())
        return rows if kind.all_words or len(rows) > 1 else []

    def _facet(self, kind: Kind) -> Facet:
        label = str(self.chosen.fields[kind.name].label)
        if one := self.active.get(kind.name):
            return Facet(kind.name, label, [Choice(one.value, one.url_without[1:], self.found.count, is_chosen=True)])
        likely = self.likely[kind.name]
        begun = f"{self.chosen.query}&".removeprefix("&")
        values = [(*self.named[kind.scope, key], count) for key, count in likely[:LISTED] if (kind.scope, key) in self.named]
        choices = [Choice(name, f"{begun}{urlencode({kind.name: value})}", count) for value, name, count in values]
        has_more = kind.all_words and choices and (len(likely) > LISTED or any(map(_may_be_more, choices)))
        return Facet(kind.name, label, choices, f"{begun}all={kind.name}" if has_more else "", kind.all_words)


def _may_be_more(choice: Choice) -> bool:
    return choice.count is not None and choice.count.more


def named(likely: Mapping[str, list[tuple[str, Count]]]) -> dict[tuple[str, str], tuple[str, str]]:
    """What keys of scopes are called: the value of the address' parameter, and the name; in one query."""
    keys = {(KIND_OF[kind].scope, key) for kind, rows in likely.items() for key, _count in rows}
    found = {(scope, key): (key, str(words[key])) for scope, key in keys if (words := WORDS.get(scope))}
    numbers = {scope: [int(key) for of, key in keys if of == scope] for scope in NAMES}
    parts = [f"{NAMES[scope]} ({listed(some)})" for scope, some in numbers.items() if some]
    rows = asked(" UNION ALL ".join(parts)) if parts else ()
    return found | {(scope, str(pk)): (slug, name) for scope, pk, slug, name in rows}


def statements_of(scope: str, key: Any = "") -> int:
    rows = rows_of(Condition(STATEMENTS, (str(scope), str(key))))
    return rows[0][0] if rows else 0
