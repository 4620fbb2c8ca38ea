"""The counts of claims, kept by difference: what a link was counted as is taken off, what it counts as now is added. So an act costs the
same in a claim of ten links and of ten thousand.

Called in the transaction of the act, after it. `whole_claims` computes the same from all links of a claim.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any, TypeVar

from django.db.models import Exists, OuterRef

from archive import edtf, many_rows
from archive.entries.asking import asked_of
from archive.models import Claim, ClaimTally, CountedLink, CountedThing, Occurrence, SpokenClaim, Statement
from archive.publication import counted_links, trail_entries, whole_claims
from archive.publication.counted_links import NO_SILENCE, Link, Spoken, Thing, counted_of, silence_of, spoken_in, things_of, times_of
from archive.publication.whole_claims import FIGURES, SPOKEN, THING

Figures = Counter[str]  # by how much the columns of a ClaimTally change
Counted = TypeVar("Counted", Thing, Spoken)
THINGS = f"""
SELECT c.id, c.claim_id, c.figure, c.thing, c.links FROM wanted JOIN archive_countedthing c ON c.claim_id = wanted.claim
AND c.figure = CASE wanted.figure {" ".join(f"WHEN {number} THEN '{figure}'" for number, figure in enumerate(FIGURES))} END
AND c.thing = wanted.thing
"""  # noqa: S608 - names of our own
SPOKEN_BY = """
SELECT c.id, c.claim_id, c.speaker_id, c.occasions FROM wanted
JOIN archive_spokenclaim c ON c.claim_id = wanted.claim AND c.speaker_id = wanted.speaker
"""
# When a claim was said first and last, of those that have links; a later report of an occasion is not when it was said. Every
# article is above 0: that is asked since no index has it, or SQLite takes the one that has all the rest and goes through the claim.
SAYING = f"""
SELECT c.occurrence_id FROM archive_countedlink c
WHERE c.claim_id = wanted.claim AND c.figure = 'sayings' AND c.said_sort < {edtf.UNDATED_SORT}
"""  # noqa: S608
ENDS = f"""
SELECT wanted.claim, ({SAYING} ORDER BY c.said_sort, c.occurrence_id LIMIT 1), ({SAYING} AND NOT EXISTS (
    SELECT 1 FROM archive_countedlink b WHERE b.claim_id = c.claim_id AND b.saying = c.saying AND b.figure = c.figure
    AND b.article > 0 AND (b.said_sort, b.occurrence_id) < (c.said_sort, c.occurrence_id)
) ORDER BY c.said_sort DESC, c.occurrence_id DESC LIMIT 1)
FROM wanted WHERE EXISTS (SELECT 1 FROM archive_countedlink c WHERE c.claim_id = wanted.claim)
"""  # noqa: S608


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
    """All claims of an act at once, whatever their number."""
    gone, come = list(_otherwise(was, now)), list(_otherwise(now, was))
    CountedLink.objects.filter(occurrence__in={link.occurrence for link in was} - {link.occurrence for link in now}).delete()
    counted_links.write(come)
    sayings = {(link.claim, link.saying) for link in (*gone, *come)}
    touched = defaultdict[int, set[int]](set)
    for claim, saying in sayings:
        touched[claim].add(saying)
    trail_entries.renew(touched)
    changes = _move_things(gone, come)
    _move_spoken(gone, come, counted_of(sayings))
    _write({claim: changes[claim] for claim in sorted(touched)})


def _otherwise(links: list[Link], others: list[Link]) -> Iterator[Link]:
    """Those that the others don't have, or have otherwise."""
    known = {link.occurrence: link for link in others}
    return (link for link in links if known.get(link.occurrence) != link)


def _move_things(gone: list[Link], come: list[Link]) -> defaultdict[int, Figures]:
    """In how many links each thing stands now; returns by how much that changes the figures that count the things."""
    changes = _changes(things_of(gone), things_of(come))
    rows = asked_of(THINGS, THING[:-1], [(claim, FIGURES.index(figure), thing) for claim, figure, thing in changes])
    kept = {(claim, figure, thing): (pk, links) for pk, claim, figure, thing, links in rows}
    now = {thing: kept.get(thing, (0, 0))[1] + change for thing, change in changes.items()}
    figures = defaultdict[int, Figures](Counter)
    for thing, links in now.items():
        claim, figure, _number = thing
        figures[claim][figure] += (links > 0) - (thing in kept)
    CountedThing.objects.filter(pk__in=[pk for thing, (pk, _links) in kept.items() if not now[thing]]).delete()
    many_rows.write(CountedThing, THING, ((*thing, links) for thing, links in now.items() if links), key=THING[:-1])
    return figures


def _move_spoken(gone: list[Link], come: list[Link], now: list[Link]) -> None:
    """On how many occasions each speaker said it, told by the links of the sayings that changed, before and now."""
    new = {link.occurrence for link in come}
    changes = _changes(spoken_in([*gone, *(link for link in now if link.occurrence not in new)]), spoken_in(now))
    kept = {(claim, speaker): (pk, number) for pk, claim, speaker, number in asked_of(SPOKEN_BY, SPOKEN[:-1], changes)}
    occasions = {one: kept.get(one, (0, 0))[1] + change for one, change in changes.items()}
    SpokenClaim.objects.filter(pk__in=[pk for one, (pk, _number) in kept.items() if not occasions[one]]).delete()
    many_rows.write(SpokenClaim, SPOKEN, ((*one, number) for one, number in occasions.items() if number), key=SPOKEN[:-1])


def _changes(were: Counter[Counted], are: Counter[Counted]) -> dict[Counted, int]:
    return {one: are[one] - were[one] for one in sorted(were | are) if are[one] != were[one]}


def _write(changes: dict[int, Figures]) -> None:
    ends = {claim: tuple(row) for claim, *row in asked_of(ENDS, ("claim",), [(claim,) for claim in changes])}
    silences = trail_entries.longest_silences(ends)
    keys = {pk for pair in (*ends.values(), *silences.values()) for pk in pair[:2]}
    links = {link.occurrence: link for link in counted_links.as_counted(CountedLink.objects.filter(pk__in=keys))}
    kept = {
        claim: dict(zip(FIGURES, row, strict=True))
        for claim, *row in ClaimTally.objects.filter(claim__in=ends).values_list("claim", *FIGURES)
    }
    columns = {}
    for claim, (first, last) in ends.items():
        figures = {figure: kept.get(claim, {}).get(figure, 0) + changes[claim][figure] for figure in FIGURES}
        columns[claim] = figures | times_of(links.get(first), links.get(last)) | _silence(silences.get(claim), links)
    ClaimTally.objects.filter(claim__in=changes.keys() - ends.keys()).delete()
    whole_claims.write_columns(columns)


def _silence(ends: tuple[int, int, int] | None, links: dict[int, Link]) -> dict[str, Any]:
    if ends is None:
        return NO_SILENCE
    since, until, days = ends
    return silence_of(days, links[since], links[until])
