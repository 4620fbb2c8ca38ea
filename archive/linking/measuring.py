"""What the engine makes, today, of what people answered: judged pairs compared anew, and claims looked for among what was said before.

Reads no more than the sample needs: pairs in batches, and for words that repeat a claim the same look-ups as `suggest`.
"""

from collections import defaultdict
from collections.abc import Iterator

from django.db.models import QuerySet

from archive import matching
from archive.evaluation.thresholds import Pair
from archive.linking.candidates import candidates, may_be_one_language
from archive.linking.circumstances import circumstances_of
from archive.linking.comparing import archive_idf, in_order, weigh
from archive.linking.forces import told_apart
from archive.linking.side import Side
from archive.linking.suggestions import indexed
from archive.matching.score import coefficients
from archive.models import Judgement, Occurrence, Passage, Statement

BATCH = 100


def judged(sample: int | None) -> tuple[list[int], int]:
    """The newest judgements on pairs in one language, by key, and how many beside them are on two: the machine links none across
    languages. Those on a claim alone compare nothing."""
    newest = Judgement.objects.decided().filter(other__isnull=False).order_by("-pk")
    rows = list(newest.values_list("pk", "statement__language", "other__language")[:sample])
    keys = [pk for pk, language, other in rows if may_be_one_language(language, other)]
    return keys, len(rows) - len(keys)


def pairs_of(keys: list[int]) -> Iterator[Pair]:
    """Each judged pair as the engine sees it now."""
    total = indexed()
    for at in range(0, len(keys), BATCH):
        rows = list(Judgement.objects.filter(pk__in=keys[at : at + BATCH]).select_related("statement", "other").order_by("-pk"))
        sides = [(_side(row.statement, row.start, row.end), _side(row.other, *row.other_span[1:])) for row in rows if row.other]
        all_sides = [side for pair in sides for side in pair]
        read = {text: matching.prepare(text) for text in {side.text for side in all_sides}}
        idf, around = archive_idf(read.values(), total), circumstances_of(all_sides)
        for row, pair in zip(rows, sides, strict=True):
            later, earlier = in_order(*pair)
            match = matching.compare(read[later.text], read[earlier.text], idf, around(later, earlier))
            match = told_apart(match, later, earlier)
            yield Pair(row.answer, match.probability, match.same, match.label, match.is_telling)


def _side(statement: Statement, start: int, end: int) -> Passage:
    """The words judged, as the engine takes words; never saved."""
    return Passage(statement=statement, start=start, end=end, text=Side(statement, start, end).words)


def repeats(sample: int | None) -> list[tuple[Occurrence, set[int]]]:
    """The newest words that say a claim again, each with the statements that said it before: of other documents, in one language."""
    newest = list(_sayings().order_by("-pk")[:sample])
    carriers = defaultdict(list)
    for row in _sayings().filter(claim__in={one.claim_id for one in newest}):
        carriers[row.claim_id].append(row)
    asked = ((one, {other.statement_id for other in carriers[one.claim_id] if _is_before(other, one)}) for one in newest)
    return [(one, right) for one, right in asked if right]


def _sayings() -> QuerySet[Occurrence]:
    columns = ("claim_id", "start", "end", "said_sort", "statement__said_sort", "statement__document_id", "statement__language")
    return Occurrence.objects.standing().sayings().select_related("statement").only(*columns)


def _is_before(other: Occurrence, one: Occurrence) -> bool:
    there, here = other.statement, one.statement
    if not _moment(there) < _moment(here) or there.document_id == here.document_id:
        return False
    return may_be_one_language(there.language, here.language)


def _moment(statement: Statement) -> tuple[int, int]:
    return statement.said_sort, statement.pk


def ranking_for(words: Occurrence, total: int) -> list[int]:
    """The earlier statements that the engine lists for these words, best first, whether judged or not."""
    best: dict[int, float] = {}
    touching = Passage.objects.filter(statement=words.statement_id, start__lt=words.end, end__gt=words.start)
    for passage in touching.select_related("statement"):
        earlier = [one for one in candidates(passage) if _moment(one.statement) < _moment(passage.statement)]
        weighed, idf = weigh(passage, earlier, total)
        for pair, other in weighed:
            score = matching.explained(pair, idf).probability
            best[other.statement_id] = max(score, best.get(other.statement_id, score))
    return sorted(best, key=lambda pk: (-best[pk], pk))


def thresholds() -> tuple[float, float]:
    """From which scores on the engine calls a pair the same claim, and possible."""
    fitted = coefficients()
    return fitted.same, fitted.possible
