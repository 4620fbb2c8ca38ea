"""Propose links: for each passage of a statement its best candidates, with the score and the reasons in words."""

from collections.abc import Iterable
from functools import lru_cache

from django.db import transaction
from django.db.models import Q

from archive import matching
from archive.enums import Band
from archive.linking.candidates import candidates
from archive.models import Judgement, Occurrence, Passage, Statement, Suggestion, Term

ALWAYS_LISTED = 5
MOST_LISTED = 10


def suggest(statements: Iterable[Statement]) -> int:
    """Propose links for these accepted statements; the same rows when run again. Returns how many suggestions stand for them."""
    total = max(Passage.objects.count(), 1)
    return sum(suggest_for(statement, total) for statement in statements)


@transaction.atomic
def suggest_for(statement: Statement, total: int) -> int:
    """One statement's suggestions, in one transaction. `total` is how many passages the index holds."""
    rows = [row for passage in statement.passages.select_related("statement") for row in best(passage, total)]
    unique = list({(row.passage_id, row.other_id): row for row in rows}.values())
    Suggestion.objects.bulk_create(
        unique,
        update_conflicts=True,
        unique_fields=["passage", "other"],
        update_fields=["score", "band", "label", "reasons", "method", "version", "rank"],
    )
    _drop_turned(statement, unique)
    return len(unique)


def _drop_turned(statement: Statement, rows: list[Suggestion]) -> None:
    """A date put right can change which side is the later one: the proposal that has them the old way round goes."""
    turned = {(row.other_id, row.passage_id) for row in rows}
    touching = Suggestion.objects.filter(Q(passage__statement=statement) | Q(other__statement=statement))
    stale = [pk for pk, *pair in touching.values_list("pk", "passage", "other") if tuple(pair) in turned]
    Suggestion.objects.filter(pk__in=stale).delete()


def best(passage: Passage, total: int) -> list[Suggestion]:
    """The five best and whatever else is likely or possible, without what a person judged."""
    judged = _judged(passage)
    others = [other for other in candidates(passage) if not any(covers(other) for covers in judged)]
    idf = archive_idf([passage, *others], total)
    matches = [(matching.compare(prepared(passage.text), prepared(other.text), idf), other) for other in others]
    matches.sort(key=lambda pair: (-pair[0].order, pair[1].pk))
    listed = [pair for place, pair in enumerate(matches[:MOST_LISTED]) if place < ALWAYS_LISTED or pair[0].band != "none"]
    return [_row(passage, other, match, rank) for rank, (match, other) in enumerate(listed, 1)]


@lru_cache(maxsize=10_000)
def prepared(text: str) -> matching.Prepared:
    """A run compares the same passages again and again: each is taken apart once."""
    return matching.prepare(text)


@lru_cache(maxsize=10_000)
def stems_of(text: str) -> frozenset[str]:
    return frozenset(matching.stems(text))


def archive_idf(passages: Iterable[Passage], total: int) -> matching.Idf:
    """The archive's own counts of the stems in these passages."""
    stems = frozenset[str]().union(*(stems_of(passage.text) for passage in passages))
    return matching.Idf(dict(Term.objects.filter(stem__in=stems).values_list("stem", "passages")), total)


def _row(asked: Passage, found: Passage, match: matching.Match, rank: int) -> Suggestion:
    later, earlier = sorted([asked, found], key=lambda passage: (passage.statement.said_sort, passage.statement_id), reverse=True)
    return Suggestion(
        passage=later,
        other=earlier,
        score=round(match.probability, 4),
        band=Band.LISTED if match.band == "none" else Band(match.band),
        label=match.label,
        reasons=list(match.reasons),
        method=matching.ENGINE_METHOD,
        version=matching.ENGINE_VERSION,
        rank=rank,
    )


def _judged(passage: Passage) -> list:
    """Tests that tell whether a person has judged this passage against another, or against the claim that the other carries."""
    return [_by_claim(passage), _by_pair(passage)]


def _by_pair(passage: Passage):
    one = Q(statement=passage.statement_id, start__lt=passage.end, end__gt=passage.start)
    two = Q(other=passage.statement_id, other_start__lt=passage.end, other_end__gt=passage.start)
    spans = set()
    for judgement in Judgement.objects.decided().filter(one | two, other__isnull=False):
        if judgement.statement_id == passage.statement_id:
            spans.add((judgement.other_id, judgement.other_start, judgement.other_end))
        else:
            spans.add((judgement.statement_id, judgement.start, judgement.end))
    return lambda other: any(other.statement_id == pk and other.start < end and start < other.end for pk, start, end in spans)


def _by_claim(passage: Passage):
    """Seen from both sides: these words were judged against a claim that the others carry, or the others against one that these carry."""
    ours = Q(statement=passage.statement_id, start__lt=passage.end, end__gt=passage.start)
    judged = Judgement.objects.decided()
    carried = Occurrence.objects.standing()
    spans = [
        span
        for others in (
            carried.filter(claim__in=judged.filter(ours).values("about")),
            judged.filter(about__in=carried.filter(ours).values("claim")),
        )
        for span in others.values_list("statement_id", "start", "end")
    ]
    return lambda other: any(other.statement_id == pk and other.start < end and start < other.end for pk, start, end in spans)
