"""What stands above the statements of a search: the names that it finds, whose statements are meant where it names somebody among other
words, and which words stand in the place of those that nothing has."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from archive.models.finding.names import Named
from timeline.finding.asked import question_of
from timeline.finding.names import Group, group_of, names_found
from timeline.finding.partly import Partly, named_partly
from timeline.finding.spelled import is_found, spelled_like
from timeline.lists import listed
from timeline.lists.listed import Listed

BESIDE_NAMES = {"q", "order"}  # a filter of statements that says more is about these alone


@dataclass(frozen=True)
class Above:
    """`asked`: the query as it was typed, where others words stand in the place of some of it."""

    groups: list[Group] = field(default_factory=list)
    partly: list[Partly] = field(default_factory=list)
    is_mistyped: bool = False
    asked: str = ""


def searched(params: Mapping[str, str]) -> tuple[Listed, Above]:
    """The statements that a search lists, and what stands above them."""
    shown = listed.of("search", params)
    chosen = shown.filter
    query = chosen.given.get("q", "")
    if not query or not chosen.is_valid():
        return shown, Above()
    is_known = is_found(query)
    other = "" if is_known else spelled_like(query)
    if other:
        shown = listed.of("search", {**{name: params[name] for name in params}, "q": other})
    if set(chosen.given) - BESIDE_NAMES or params.get("cursor"):
        return shown, Above(asked=query if other else "")
    return shown, _above(query, other, params.get("more", ""), is_known=is_known)


def _above(query: str, other: str, alone: str, *, is_known: bool) -> Above:
    found = names_found(query, alone=alone, also_mistyped=not is_known)
    has_speakers = any(group.kind in (Named.SPEAKER, Named.OUTLET) for group in found.groups)
    partly = [] if has_speakers or alone else named_partly(query, question_of(query))
    named = [group_of(kind, names) for kind in Named if (names := [one.named for one in partly if one.kind == kind])]
    said = [one for one in partly if one.statements.number]
    return Above([*named, *found.groups], said, found.is_mistyped, query if other else "")
