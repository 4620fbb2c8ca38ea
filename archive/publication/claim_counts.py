"""The counts of claims, kept by difference: what a link was counted as is taken off, what it counts as now is added. So an act costs the
same in a claim of ten links and of ten thousand.

Called in the transaction of the act, after it. `whole_claims` computes the same from all links of a claim.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from django.db.models import Exists, OuterRef, Q

from archive import edtf
from archive.enums import CountedAs
from archive.models import Claim, ClaimTally, CountedLink, CountedThing, Occurrence, SpokenClaim, Statement
from archive.publication import counted_links, trail_entries, whole_claims
from archive.publication.counted_links import NO_SILENCE, Link, Thing, silence_of, spoken_in, things_of, times_of
from archive.publication.whole_claims import by_claim

Figures = Counter[str]  # by how much the columns of a ClaimTally change


def recount(statements: Collection[int]) -> None:
    """After links of these statements changed, or what they are counted under. A translation is the same saying as its original."""
    both = {*statements, *Statement.objects.filter(translation_of__in=statements).order_by().values_list("pk", flat=True)}
    rows = list(Occurrence.objects.filter(statement__in=both).order_by().values_list("pk", "claim", "counted_link__claim"))
    links = [pk for pk, *_claims in rows]
    begin(claim for _pk, *claims in rows for claim in claims if claim)
    was = counted_links.as_counted(CountedLink.objects.filter(occurrence__in=links))
    _move(was, counted_links.in_record(Occurrence.objects.filter(pk__in=links)))


def begin(claims: Iterable[int]) -> None:
    """Before links of these claims move: those that were counted by an earlier version are counted as wholes once, since a link that moves
    would no longer lead to the claim that it leaves."""
    for claim in hold(claims):
        whole_claims.write_anew([claim], whole_claims.in_record([claim]))


def hold(claims: Iterable[int]) -> list[int]:
    """Two that change one claim count it one after the other.

    Returns those that an earlier version counted, which did not keep their links singly.
    """
    counted, kept = (Exists(table.objects.filter(claim=OuterRef("pk"))) for table in (ClaimTally, CountedLink))
    rows = Claim.objects.select_for_update(of=["self"], no_key=True).filter(pk__in=set(claims)).order_by("pk")
    return [pk for pk, is_counted, is_kept in rows.values_list("pk", counted, kept) if is_counted and not is_kept]


def _move(was: list[Link], now: list[Link]) -> None:
    gone, come = by_claim(_otherwise(was, now)), by_claim(_otherwise(now, was))
    CountedLink.objects.filter(occurrence__in={link.occurrence for link in was} - {link.occurrence for link in now}).delete()
    counted_links.write(link for links in come.values() for link in links)
    touched = {claim: [*gone[claim], *come[claim]] for claim in sorted(gone.keys() | come.keys())}
    trail_entries.renew({claim: {link.saying for link in links} for claim, links in touched.items()})
    for claim in touched:
        figures = _move_things(claim, things_of(gone[claim]), things_of(come[claim]))
        _move_spoken(claim, gone[claim], come[claim])
        if come[claim] or CountedLink.objects.filter(claim=claim).exists():
            _write(claim, figures)
        else:
            ClaimTally.objects.filter(claim=claim).delete()


def _otherwise(links: list[Link], others: list[Link]) -> Iterator[Link]:
    """Those that the others don't have, or have otherwise."""
    known = {link.occurrence: link for link in others}
    return (link for link in links if known.get(link.occurrence) != link)


def _move_things(claim: int, gone: Counter[Thing], come: Counter[Thing]) -> Figures:
    """In how many links each thing stands now; returns by how much that changes the figures that count the things."""
    changed = {thing: come[thing] - gone[thing] for thing in come | gone if come[thing] != gone[thing]}
    rows = CountedThing.objects.filter(claim=claim, figure__in={figure for figure, _ in changed}, thing__in={thing for _, thing in changed})
    kept = {(row.figure, row.thing): row for row in rows}
    figures: Figures = Counter()
    for (figure, thing), change in changed.items():
        row = kept.setdefault((figure, thing), CountedThing(claim_id=claim, figure=figure, thing=thing, links=0))
        figures[figure] += (row.links + change > 0) - (row.links > 0)
        row.links += change
    CountedThing.objects.filter(pk__in=[row.pk for row in kept.values() if row.pk and not row.links]).delete()
    whole_claims.write_things(row for row in kept.values() if row.links)
    return figures


def _move_spoken(claim: int, gone: list[Link], come: list[Link]) -> None:
    """On how many occasions each speaker said it, told by the links of the sayings that changed, before and now."""
    sayings = {link.saying for link in gone + come}
    now = counted_links.as_counted(CountedLink.objects.filter(claim=claim, figure=CountedAs.SAYINGS, saying__in=sayings))
    new = {link.occurrence for link in come}
    were = [*gone, *(link for link in now if link.occurrence not in new)]
    changes = spoken_in(now)
    changes.subtract(spoken_in(were))
    changed = {speaker: change for speaker, change in changes.items() if change}
    if changed:
        kept = dict(SpokenClaim.objects.filter(claim=claim, speaker__in=changed).values_list("speaker", "occasions"))
        whole_claims.write_spoken(claim, {speaker: kept.get(speaker, 0) + change for speaker, change in changed.items()})


def _write(claim: int, changes: Figures) -> None:
    tally = ClaimTally.objects.filter(claim=claim).first() or ClaimTally(claim_id=claim)
    figures = {figure: getattr(tally, figure) + change for figure, change in changes.items()}
    for name, value in (figures | _times(claim) | _silence(claim)).items():
        setattr(tally, name, value)
    tally.save()


def _times(claim: int) -> dict[str, Any]:
    """When the claim was said first and last; a later report of an occasion is not when it was said."""
    said = CountedLink.objects.filter(claim=claim, figure=CountedAs.SAYINGS, said_sort__lt=edtf.UNDATED_SORT)
    is_before = Q(said_sort__lt=OuterRef("said_sort")) | Q(said_sort=OuterRef("said_sort"), occurrence__lt=OuterRef("occurrence"))
    before = CountedLink.objects.filter(is_before, claim=claim, saying=OuterRef("saying"), figure=CountedAs.SAYINGS)
    first = counted_links.as_counted(said.order_by("said_sort", "occurrence")[:1])
    last = counted_links.as_counted(said.filter(~Exists(before)).order_by("-said_sort", "-occurrence")[:1])
    return times_of(*first, *last) if first else times_of(None, None)


def _silence(claim: int) -> dict[str, Any]:
    ends = trail_entries.longest_silence(claim)
    if ends is None:
        return NO_SILENCE
    keys = [step.occurrence for step in ends]
    links = {link.occurrence: link for link in counted_links.as_counted(CountedLink.objects.filter(pk__in=keys))}
    return silence_of(ends[1].days, *(links[key] for key in keys))
