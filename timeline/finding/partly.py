"""A query that names somebody among other words: “Korzun reservoir” asks for the statements of Lev Korzun with “reservoir”."""

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from django.utils.http import urlencode

from archive.enums import TallyScope
from archive.matching.words import words
from archive.models.finding.names import Named, words_of
from archive.models.search import LONGEST_QUERY, Condition, cut
from timeline.finding.asked import Question, Words
from timeline.finding.told import Name, told
from timeline.lists.known import rows_of
from timeline.lists.paging import Count, count_up_to
from timeline.lists.walks import Walk

MOST_READ, MOST_OFFERED = 500, 3
NAMED = """
SELECT kind, row, word FROM archive_nameword WHERE kind IN ('speaker', 'outlet') AND word IN ({marks}) ORDER BY kind, word, row LIMIT %s
"""


class Partly(NamedTuple):
    """Whom a query names, what is left of it, and how many statements there are with that; `url` is the list of them."""

    kind: Named
    named: Name
    rest: str
    statements: Count
    url: str


def named_partly(query: str, question: Question) -> list[Partly]:
    """By family name, or by the whole name of an outlet; the best known first."""
    options = {word: frozenset([word, *one.same]) for word, one in question.readings.items()}
    if len(options) < 2:
        return []
    offered = []
    for kind, rows in _named(frozenset[str]().union(*options.values())).items():
        for name in told(kind, rows):
            rest = _without(query, options, rows[name.pk])
            if rest and len(offered) < MOST_OFFERED and _is_named(kind, name, rows[name.pk]):
                offered.append(_offer(kind, name, rest))
    return offered


def _offer(kind: Named, name: Name, rest: str) -> Partly:
    statements = Walk().under(TallyScope(kind.value), name.pk).holding(rest)
    return Partly(kind, name, rest, count_up_to(statements), f"{name.url}?{urlencode({'q': rest})}")


def _named(wanted: Words) -> dict[Named, dict[int, set[str]]]:
    """Speakers and outlets by number, with the words that their names have of these."""
    marks = ", ".join(["%s"] * len(wanted))
    found: dict[Named, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for kind, row, word in rows_of(Condition(NAMED.format(marks=marks), (*sorted(wanted), MOST_READ))):
        found[Named(kind)][row].add(word)
    return found


def _is_named(kind: Named, name: Name, there: set[str]) -> bool:
    own = list(words_of([name.name]))
    return own[-1] in there if kind == Named.SPEAKER else there.issuperset(own)


def _without(query: str, options: Mapping[str, Words], there: set[str]) -> str:
    """The query without the words that are of the name."""
    rest = query[:LONGEST_QUERY]
    for word in reversed(words(rest)):
        if any(not there.isdisjoint(options.get(stem, ())) for stem in cut(word.stem)):
            rest = rest[: word.start] + rest[word.end :]
    return " ".join(rest.split()) if any(stem in options for word in words(rest) for stem in cut(word.stem)) else ""
