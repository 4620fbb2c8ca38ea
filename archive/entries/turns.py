"""When somebody who takes a side of a claim took the other the last time that he spoke of it: two queries for any number of occurrences."""

from collections.abc import Iterable
from itertools import groupby

from django.db.models import Q

from archive import edtf
from archive.entries.contraries import is_contrary
from archive.entries.whens import When, when_of
from archive.enums import Likeness, Stance
from archive.models import Occurrence


def turns_of(links: list[Occurrence]) -> dict[int, Occurrence]:
    """The occurrence in which the one who speaks here took the other side, by the number of his own; of links whose claims somebody denied.

    A source without a name is nobody who can be told to be the same."""
    known = {one.speaker_id for link in links for one in link.statement.attributions.all()} - {None}
    if not known:
        return {}
    takes_a_side = Q(stance=Stance.DENIES) | Q(stance=Stance.ASSERTS, likeness__in=Likeness.sayings())
    claims = {link.claim_id for link in links}
    rows = (
        Occurrence.objects.public().whose_source_stands().filter(takes_a_side, claim__in=claims, statement__attributions__speaker__in=known)
    )
    found = _sides_taken(rows.order_by("said_sort", "pk").values_list("pk", "claim", "stance", "statement__attributions__speaker"))
    asked = {link.pk: found[link.pk] for link in links if link.pk in found}
    others = Occurrence.objects.filter(pk__in=asked.values()).select_related("statement__occasion").in_bulk()
    return {pk: others[other] for pk, other in asked.items()}


def _sides_taken(rows: Iterable[tuple[int, int, str, int]]) -> dict[int, int]:
    """For each occurrence in which a speaker says the contrary of what he said last, in which one he did."""
    found: dict[int, int] = {}
    last: dict[tuple[int, int], tuple[int, int, str]] = {}
    for place, ((pk, claim, stance), group) in enumerate(groupby(rows, lambda row: row[:3])):
        ours = [(claim, row[3]) for row in group]
        _, since, stood = max((last[one] for one in ours if one in last), default=(0, 0, stance))
        if stood != stance:
            found[pk] = since
        last |= dict.fromkeys(ours, (place, pk, stance))
    return found


def turned(link: Occurrence, turns: dict[int, Occurrence]) -> When | None:
    """When its speaker said the contrary, where that was surely not after it, and is what these words contradict."""
    other, said = turns.get(link.pk), link.statement.said
    since = when_of(other.statement) if other else None
    if other is None or since is None or said is None or edtf.days_between(since.date, said)[0] < 0:
        return None
    return since if is_contrary(link.words, [other.words, link.claim.text]) else None
