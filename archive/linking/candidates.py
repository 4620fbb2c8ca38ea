"""Which passages are worth comparing with one: the only place that asks the index.

The rarest stems of a passage are looked up first, until a budget of postings is spent, so the cost does not grow with the archive.
The index is a table of (stem, passage) made by our own stemmer: the same rows, and so the same candidates, on SQLite and PostgreSQL,
in every language that `matching.stems` knows.
"""

from collections import defaultdict
from collections.abc import Iterable

from archive import matching
from archive.models import Passage, Posting, Term

POSTINGS_BUDGET = 30_000
LEAST_TERMS = 2  # looked up even where they cost more than the budget


def candidates(passage: Passage, limit: int = 100) -> list[Passage]:
    """The passages of other documents that share most with this one, best first, at most `limit`."""
    terms = affordable(Term.objects.filter(stem__in=set(matching.stems(passage.text)), passages__gt=1))
    weights = {term.pk: 1 / term.passages for term in terms}
    shared: dict[int, float] = defaultdict(float)
    postings = Posting.objects.filter(term_id__in=weights).exclude(passage__statement__document=passage.statement.document_id)
    for term_id, passage_id in postings.values_list("term_id", "passage_id"):
        shared[passage_id] += weights[term_id]
    best = sorted(shared, key=lambda passage_id: (-shared[passage_id], passage_id))[:limit]
    rows = Passage.objects.select_related("statement").in_bulk(best)
    return [rows[passage_id] for passage_id in best]


def affordable(terms: Iterable[Term]) -> list[Term]:
    """The rarest terms, as many as the budget of postings pays for."""
    chosen, spent = [], 0
    for term in sorted(terms, key=lambda term: (term.passages, term.stem)):
        spent += term.passages
        if spent > POSTINGS_BUDGET and len(chosen) >= LEAST_TERMS:
            break
        chosen.append(term)
    return chosen
