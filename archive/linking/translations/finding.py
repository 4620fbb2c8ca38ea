"""The statements in other languages that share the rarest names and numbers with one.

The index holds these apart by language, so they are found in four queries, whatever the archive has in the statement's own language.
What has neither a name nor a number is not found.
"""

from collections import defaultdict
from collections.abc import Sequence
from math import log
from typing import NamedTuple

from archive.linking.candidates import LARGEST_ARCHIVE, affordable, by_terms, may_be_one_language
from archive.matching.translation.marks import LANGUAGES, Marks, language_code
from archive.matching.translation.pair import Rarity
from archive.models import Passage, Statement, Term

POSTINGS_BUDGET = 2_000
LOOKED_AT = 10  # passages that share the most, and no less than half of what the first of them does
MOST_OF_IT = 0.75  # of its rarity among the largest archive is what a term has in one of a million passages, at the most
READ = "document language force translation_of occasion said_earliest said_sort text".split()


class Found(NamedTuple):
    """`others` with how rare the terms are by which each was found, at the most."""

    others: list[tuple[Statement, float]]
    rarity: Rarity


def found_for(statement: Statement, marks: Marks, total: int) -> Found:
    """`total` is how many passages the index holds."""
    own, terms, counts = language_code(statement.language), [], defaultdict[str, int](int)
    stems = {language + mark: (language, mark) for language in LANGUAGES for mark in marks.terms} if own in LANGUAGES else {}
    for term in Term.objects.filter(stem__in=stems, passages__gt=0) if stems else ():
        language, mark = stems[term.stem]
        counts[mark] += term.passages
        terms += [term] if language != own else []
    return Found(_others(statement, affordable(terms, POSTINGS_BUDGET, least=0)), Rarity(counts, total))


def _others(statement: Statement, terms: Sequence[Term]) -> list[tuple[Statement, float]]:
    shares = by_terms(terms, LOOKED_AT) if terms else {}
    near = [key for key, share in shares.items() if 2 * share >= max(shares.values())]
    whole, shared = MOST_OF_IT * sum(log(LARGEST_ARCHIVE / term.passages) for term in terms), defaultdict[int, float](float)
    for key, other in Passage.objects.filter(pk__in=near).values_list("pk", "statement") if near else ():
        shared[other] = max(shared[other], whole * shares[key])
    others = Statement.objects.filter(pk__in=shared).only(*READ).order_by("pk") if shared else ()
    return [(other, shared[other.pk]) for other in others if _may_translate(statement, other)]


def _may_translate(one: Statement, other: Statement) -> bool:
    """Of two documents, in two languages, held in the same way, and not known as translations of each other."""
    is_apart = one.document_id != other.document_id and not may_be_one_language(one.language, other.language)
    return is_apart and one.force == other.force and (one.translation_of_id or one.pk) != (other.translation_of_id or other.pk)
