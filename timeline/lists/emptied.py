"""Why a list of statements is empty: which words nobody said, or not there, and what would be left without each part of the filter.

why = emptied.why(listed)      # for a list of which a page is empty
"""

from dataclasses import dataclass
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from archive.models.finding.query import pieces_of
from archive.models.search import query_phrases
from timeline.filter_forms import Removal
from timeline.filters import StatementFilter
from timeline.lists.known import rows_of
from timeline.lists.listed import Listed
from timeline.lists.paging import Count, count_up_to
from timeline.lists.sources import counted_hits
from timeline.lists.walks import Walk

NONE = Count(0)
MOST_WORDS = 8  # of a query that are looked for one by one
NOWHERE = _("No statement contains “%(words)s”.")
NOT_IN_THIS_LIST = _("No statement under “%(name)s” has “%(words)s”.")
NOT_WITH_THE_FILTERS = _("No statement with the other filters has “%(words)s”.")
NOT_THERE = {
    "speaker": _("No statement of %(name)s has “%(words)s”."),
    "outlet": _("No statement in %(name)s has “%(words)s”."),
    "claim": _("No statement with the claim “%(name)s” has “%(words)s”."),
}


@dataclass(frozen=True)
class Emptied:
    """`missing`: a sentence about each word that is not there. `removals`: each part of the filter, and of its words, with what would be
    left without it. `elsewhere`: how much the filter leaves of the whole chronology, where the list is of less."""

    missing: list[str]
    removals: list[Removal]
    elsewhere: Count = NONE

    @property
    def ways_out(self) -> list[Removal]:
        """What may be removed so that something is left."""
        return [one for one in self.removals if one.count.number]


class Part(NamedTuple):
    """A word or a phrase of a query, and the query without it."""

    words: str
    rest: str


def why(listed: Listed) -> Emptied:
    chosen = listed.filter
    if not isinstance(chosen, StatementFilter) or not chosen.is_valid():
        return Emptied([], chosen.removals(listed.whole))
    parts = parts_of(chosen.given.get("q", ""))
    others = chosen.without("q").apply(listed.whole) if parts else listed.whole
    of_words = [_without(chosen, part, others) for part in parts] if len(parts) > 1 else []
    removals = chosen.removals(listed.whole, ["q"] if of_words else [])
    is_of_less = chosen.active() and listed.whole != Walk()
    elsewhere = count_up_to(chosen.apply(Walk())) if is_of_less else NONE
    return Emptied([sentence for part in parts if (sentence := _missing(listed, part.words, others))], of_words + removals, elsewhere)


def parts_of(query: str) -> list[Part]:
    """The words and phrases that a query looks for, as they were typed."""
    typed: list[tuple[str, str]] = []  # as it is told, and as it is asked for
    for piece in pieces_of(query):
        if piece.is_phrase:
            typed.append(("" if piece.is_out else piece.text.strip(), f'{"-" * piece.is_out}"{piece.text.strip()}"'))
        else:
            typed += [(word, word) for word in piece.text.split()]
    asked = [one for _words, one in typed]
    parts = [Part(words, " ".join(asked[:place] + asked[place + 1 :])) for place, (words, _one) in enumerate(typed) if query_phrases(words)]
    return parts[:MOST_WORDS]


def _without(chosen: StatementFilter, part: Part, others: Walk) -> Removal:
    """What would be left without one of several words. `others`: the statements that pass what else there is of the filter."""
    label, count = str(chosen.fields["q"].label), count_up_to(others.holding(part.rest))
    return Removal("q", label, part.words, f"?{chosen.query_with(q=part.rest)}", count)


def _missing(listed: Listed, words: str, others: Walk) -> str:
    """A sentence about a word that nobody said, or nobody whose statements pass the rest of the filter."""
    if not rows_of(counted_hits(words, 1))[0][0]:
        return NOWHERE % {"words": words}
    if others.holding(words).count_up_to(0).more:
        return ""
    sentence, name = _not_there(listed)
    return sentence % {"words": words, "name": name}


def _not_there(listed: Listed) -> tuple[Promise | str, str]:
    active = [one for one in listed.filter.active() if one.name != "q"]
    if not active:
        return NOT_IN_THIS_LIST, listed.title
    if len(active) == 1 and listed.whole == Walk():
        return NOT_THERE.get(active[0].name, NOT_WITH_THE_FILTERS), active[0].value
    return NOT_WITH_THE_FILTERS, ""
