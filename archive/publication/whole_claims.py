"""All counts of a claim from all its public links: what `claim_counts` keeps by difference, computed afresh, compared and written anew."""

from collections import Counter, defaultdict
from collections.abc import Collection
from typing import Any, NamedTuple

from archive import many_rows
from archive.enums import CountedAs
from archive.models import ClaimTally, CountedLink, CountedThing, Occurrence, SpokenClaim, TrailEntry
from archive.publication import counted_links, trail_entries
from archive.publication.counted_links import (
    NEVER_DATED,
    NO_SILENCE,
    Link,
    Spoken,
    Thing,
    by_claim,
    silence_of,
    spoken_in,
    things_of,
    times_of,
)
from archive.publication.trail_entries import STANDS, Entry, Step, steps_of

FIGURES = (*(figure.value for figure in CountedAs), "reports", "speakers", "outlets")
COLUMNS = (*FIGURES, *NEVER_DATED, *NO_SILENCE)  # of ClaimTally
THING, SPOKEN = ("claim", "figure", "thing", "links"), ("claim", "speaker", "occasions")


class Counts(NamedTuple):
    """The rows of one claim in CountedLink, CountedThing, SpokenClaim, TrailEntry and ClaimTally, in their order."""

    links: list[Link]
    things: dict[Thing, int]
    spoken: dict[Spoken, int]
    steps: list[Step]
    columns: dict[str, Any]


def in_record(claims: Collection[int]) -> dict[int, Counts]:
    """Of those of these claims that have public links."""
    found = by_claim(counted_links.in_record(Occurrence.objects.filter(claim__in=claims)))
    return {claim: _counts_of(sorted(links, key=lambda link: link.position)) for claim, links in found.items()}


def as_kept(claims: Collection[int]) -> dict[int, Counts]:
    """Of those of these claims that have a ClaimTally."""
    links = by_claim(counted_links.as_counted(CountedLink.objects.filter(claim__in=claims).order_by("said_sort", "occurrence")))
    steps = by_claim(trail_entries.read(TrailEntry.objects.filter(claim__in=claims).order_by("said_sort", "occurrence")))
    things: dict[int, dict[Thing, int]] = defaultdict(dict)
    for claim, figure, thing, number in CountedThing.objects.filter(claim__in=claims).values_list(*THING):
        things[claim][claim, figure, thing] = number
    spoken: dict[int, dict[Spoken, int]] = defaultdict(dict)
    for claim, speaker, number in SpokenClaim.objects.filter(claim__in=claims).values_list(*SPOKEN):
        spoken[claim][claim, speaker] = number
    tallies = ClaimTally.objects.filter(claim__in=claims).values_list("claim", *COLUMNS)
    return {
        claim: Counts(links[claim], things[claim], spoken[claim], steps[claim], dict(zip(COLUMNS, row, strict=True)))
        for claim, *row in tallies
    }


def wrong_among(claims: Collection[int]) -> dict[int, Counts | None]:
    """Those of these claims whose counts are kept otherwise than the record has them, which is given; None where they have none."""
    fresh, kept = in_record(claims), as_kept(claims)
    return {claim: fresh.get(claim) for claim in sorted(fresh.keys() | kept.keys()) if fresh.get(claim) != kept.get(claim)}


def write_anew(claims: Collection[int], counts: dict[int, Counts]) -> None:
    """In place of whatever was kept of these claims; of those without counts nothing is kept."""
    for table in (CountedLink, CountedThing, SpokenClaim, TrailEntry):
        table._default_manager.filter(claim__in=claims).delete()
    ClaimTally.objects.filter(claim__in=set(claims) - counts.keys()).delete()
    counted_links.write(link for one in counts.values() for link in one.links)
    trail_entries.write(step for one in counts.values() for step in one.steps)
    many_rows.write(CountedThing, THING, ((*thing, number) for one in counts.values() for thing, number in one.things.items()))
    many_rows.write(SpokenClaim, SPOKEN, ((*spoken, number) for one in counts.values() for spoken, number in one.spoken.items()))
    write_columns({claim: one.columns for claim, one in counts.items()})


def write_columns(figures: dict[int, dict[str, Any]]) -> None:
    """The rows of these claims in ClaimTally."""
    rows = ([claim, *(columns[name] for name in COLUMNS)] for claim, columns in figures.items())
    many_rows.write(ClaimTally, ("claim", *COLUMNS), rows, key=["claim"])


def _counts_of(links: list[Link]) -> Counts:
    """An occasion counts once in each figure that one of its reports counts in; its day is that of the first of them."""
    things, steps = things_of(links), list(steps_of(_firsts(links, STANDS)))
    numbers = Counter(figure for _claim, figure, _thing in things)
    sayings = {one.occurrence for one in _firsts(links, [CountedAs.SAYINGS])}
    dated = [one for one in links if one.occurrence in sayings]
    ends = times_of(dated[0], dated[-1]) if dated else NEVER_DATED
    columns = {figure: numbers[figure] for figure in FIGURES} | ends | _silence_of(links, steps)
    return Counts(links, dict(things), dict(spoken_in(links)), steps, columns)


def _firsts(links: list[Link], figures: Collection[str]) -> list[Entry]:
    """The first entry of each saying that has a day, of the links that count in these figures."""
    firsts: dict[int, Link] = {}
    for one in links:
        if one.figure in figures:
            firsts.setdefault(one.saying, one)
    return [Entry(one.occurrence, one.claim, one.saying, one.said_sort, one.said_latest) for one in firsts.values() if one.said_latest]


def _silence_of(links: list[Link], steps: list[Step]) -> dict[str, Any]:
    until = max(steps[1:], key=lambda step: (step.days, step.most_days), default=None)
    if until is None:
        return NO_SILENCE
    since = next(step for step in steps if (step.said_sort, step.said_latest) == (until.heard_sort, until.heard_latest))
    found = {one.occurrence: one for one in links if one.occurrence in (since.occurrence, until.occurrence)}
    return silence_of(until.days, found[since.occurrence], found[until.occurrence])
