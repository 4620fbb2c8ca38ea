"""Propose links and reports of one occasion: what was found becomes rows, the same however often and in however many runs."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from archive import matching
from archive.linking import meanings
from archive.linking.closed_suggestions import hold, move_up, settle
from archive.linking.comparing import Compared, compare, engine
from archive.linking.waiting.occasion_groups import regroup
from archive.models import OccasionSuggestion, Passage, Statement, Suggestion
from archive.models.link import SuggestionStatus


def suggest(statements: Iterable[Statement]) -> int:
    """Propose links for these accepted statements, read for what they mean where they wait for that; the same rows when run again. Returns
    how many suggestions stand for them."""
    asked, total = list(statements), indexed()
    sum(meanings.make(meanings.awaited([statement.pk for statement in asked])))
    return keep([compare(statement, total) for statement in asked], total)


def indexed() -> int:
    """How many passages the index holds."""
    return max(Passage.objects.count(), 1)


def due(statements: QuerySet[Statement], total: int) -> QuerySet[Statement]:
    """Of these, the statements that were not compared yet as they stand, by this method and version, in an index half as large as now."""
    fresh = Q(compared__startswith=engine(), compared_lock=F("statement__lock_version"), compared_among__gt=total // 2)
    return statements.filter(Exists(Passage.objects.filter(~fresh, statement=OuterRef("pk"))))


@transaction.atomic
def keep(found: list[Compared], total: int) -> int:
    """Write what was found for some statements, in one transaction with the mark that they were compared."""
    rows, standing = _links_between_standing(found)
    regrouped = _keep_reports([one for one in found if one.is_new])
    asked = {*regrouped, *(one.statement for one in found)}
    hold(asked)
    Suggestion.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["passage", "other"],
        update_fields=["score", "band", "label", "reasons", "method", "version", "rank", "rests_on", "places"],
    )
    compared = [pk for one in found if one.is_new for pk in one.passages]
    gone = _drop_outdated(compared, rows)
    settle(asked)
    move_up(gone)
    for one in found:
        passages = standing.filter(pk__in=set(one.passages) - one.wait)
        passages.update(compared=one.read_as, compared_lock=one.lock_version, **({"compared_among": total} if one.is_new else {}))
    return len(rows)


def _links_between_standing(found: list[Compared]) -> tuple[list[Suggestion], QuerySet[Passage]]:
    """Passages that were indexed anew meanwhile are gone, and with them what was found for them."""
    links = {(row.passage_id, row.other_id): row for one in found for row in one.links}
    asked = {pk for one in found for pk in one.passages} | {pk for pair in links for pk in pair}
    held = Passage.objects.select_for_update(no_key=True).filter(pk__in=asked).order_by("pk")
    there = set(held.values_list("pk", flat=True))
    return [row for pair, row in links.items() if there.issuperset(pair)], Passage.objects.filter(pk__in=there)


def _drop_outdated(passages: list[int], rows: list[Suggestion]) -> list[tuple[str, int, int]]:
    """What another version proposed and this one doesn't goes; and, where a date put right changed which side is the later, the pair that
    has them the old way round. What a person answered stays. Returns what those asked that went, and of which
    passages."""
    kept = {(row.passage_id, row.other_id) for row in rows}
    touching = Suggestion.objects.filter(Q(passage__in=passages) | Q(other__in=passages)).exclude(status=SuggestionStatus.JUDGED)
    columns = ("pk", "question", "passage", "other", "method", "version")
    stale = {
        pk: (question, one, other)
        for pk, question, one, other, method, version in touching.values_list(*columns)
        if (one, other) not in kept and ((other, one) in kept or (method, version) != (matching.ENGINE_METHOD, matching.ENGINE_VERSION))
    }
    Suggestion.objects.filter(pk__in=stale).delete()
    return list(stale.values())


def _keep_reports(found: list[Compared]) -> set[int]:
    """Open questions as they are found now; an answered one stays as it was asked. Returns the statements that are in other groups now."""
    statements = [one.statement for one in found]
    reports = {(row.statement_id, row.other_id): row for one in found for row in one.reports}
    rows = OccasionSuggestion.objects.filter(Q(statement__in=statements) | Q(other__in=statements))
    known = {(one, other): (pk, answer) for pk, one, other, answer in rows.values_list("pk", "statement", "other", "answer")}
    gone = [pk for pair, (pk, answer) in known.items() if not answer and pair not in reports]
    OccasionSuggestion.objects.filter(pk__in=gone).delete()
    OccasionSuggestion.objects.bulk_create(
        [row for pair, row in reports.items() if not known.get(pair, (0, ""))[1]],
        update_conflicts=True,
        unique_fields=["statement", "other"],
        update_fields=["likeness", "reasons", "method", "version"],
    )
    return regroup({statement for pair in (*known, *reports) for statement in pair})
