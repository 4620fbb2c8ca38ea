"""Which passages are worth comparing with one: the only place that asks the index, by words and by meaning.

The rarest stems of a passage are looked up first, until a budget of postings is spent, so the cost does not grow with the archive.
The index is a table of (stem, passage) made by our own stemmer: the same rows, and so the same candidates, on SQLite and PostgreSQL,
in every language that `matching.stems` knows. What an English passage is about is in `vectors`. What may be a translation is found by other
terms of the same index: see `translations`.
"""

from collections.abc import Collection, Iterable, Mapping
from math import log

from archive import matching
from archive.linking import vectors
from archive.linking.lookup.database import ask
from archive.linking.lookup.questions import Ask, Sharing
from archive.models import Passage, Term

POSTINGS_BUDGET = 30_000
LEAST_TERMS = 2  # looked up even where they cost more than the budget
FROM_EACH = 100  # by words, and by meaning
VERBATIM = 2.0  # what it is worth that all words are the same: more than any share with any likeness
LARGEST_ARCHIVE = 10_000_000  # the rarity of a stem is told against it, and so doesn't change with each statement that is accepted

# Columns of a statement that a comparison never looks at; half of what fifty rows cost.
UNREAD = [
    f"statement__{name}"
    for name in "prefix suffix duplicates mentioned relayed said_words said_rule occasion_proposed speakers_proposed place_proposed "
    "locator confidence method recorded_at withdrawn_at withdrawn_class withdrawn_reason".split()
]


def candidates(passage: Passage, limit: int = 50, ask: Ask = ask) -> list[Passage]:
    """The passages of other documents that share most with this one, in words and in meaning together, best first, at most `limit`."""
    beside = set(Passage.objects.filter(statement__document=passage.statement.document_id).values_list("pk", flat=True))
    count = max(limit, FROM_EACH) + len(beside)
    shares = by_words(passage.text, count, ask)
    near = vectors.nearest(passage, count, shares, ask)
    return _in_its_language(passage, _best_first(verbatim(passage.letters, count), shares, near, beside), limit)


def candidates_for(text: str, letters: str, numbers: bytes | None, count: int) -> list[int]:
    """Keys of the passages that share most with a sentence which stands in no document, best first: up to `count` by words, and as many by
    meaning. `letters` and `numbers` are what the index would keep of it; without a vector it is looked for by its words alone."""
    shares = by_words(text, count, least=1)
    near = vectors.nearest_to(numbers, count, shares) if numbers else {}
    return _best_first(verbatim(letters, count), shares, near)


def _best_first(
    again: Iterable[int], shares: Mapping[int, float], near: Mapping[int, float], but: Collection[int] = frozenset()
) -> list[int]:
    same = dict.fromkeys(again, VERBATIM)
    keys = {*shares, *near, *same}.difference(but)
    worth = {key: round(same.get(key, 0.0) + shares.get(key, 0.0) + near.get(key, 0.0), 6) for key in keys}
    return sorted(worth, key=lambda key: (-worth[key], key))


def verbatim(letters: str, count: int) -> list[int]:
    """Keys of the passages that say the same words, however common these are; the earliest first. SQLite reads the whole table where it is
    not told that the index, which holds no empty ones, will do."""
    said = Passage.objects.filter(letters=letters).exclude(letters="") if letters else Passage.objects.none()
    return list(said.order_by("pk").values_list("pk", flat=True)[:count])


def by_words(text: str, count: int, ask: Ask = ask, *, least: int = 2) -> dict[int, float]:
    """Keys of passages, and which share of the rarity that was looked up each has. `least`: in how many passages a stem stands that is
    worth a look; of a text that is in the index itself in two."""
    return by_terms(affordable(Term.objects.filter(stem__in=matching.content_of(text), passages__gte=least)), count, ask)


def by_terms(terms: Iterable[Term], count: int, ask: Ask = ask) -> dict[int, float]:
    """Keys of the passages that share most of these terms, and which share of their rarity each has."""
    rarity = tuple((term.pk, log(LARGEST_ARCHIVE / term.passages)) for term in terms)
    found, whole = ask(Sharing(rarity, count)), sum(rare for _, rare in rarity)
    return {key: shared / whole for key, shared in zip(found.keys.tolist(), found.by.tolist(), strict=True)}


def affordable(terms: Iterable[Term], budget: int = POSTINGS_BUDGET, least: int = LEAST_TERMS) -> list[Term]:
    """The rarest terms, as many as the budget of postings pays for, and `least` whatever they cost."""
    chosen: list[Term] = []
    spent = 0
    for term in sorted(terms, key=lambda term: (term.passages, term.stem)):
        spent += term.passages
        if spent > budget and len(chosen) >= least:
            break
        chosen.append(term)
    return chosen


def _in_its_language(passage: Passage, keys: list[int], limit: int) -> list[Passage]:
    """Read as many rows as are wanted; more only where some were of another language."""
    found: list[Passage] = []
    for start in range(0, len(keys), limit):
        rows = Passage.objects.select_related("statement").defer(*UNREAD).in_bulk(keys[start : start + limit])
        there = (rows[key] for key in keys[start : start + limit] if key in rows)
        found += [row for row in there if may_be_one_language(passage.statement.language, row.statement.language)]
        if len(found) >= limit:
            break
    return found[:limit]


def may_be_one_language(one: str, other: str) -> bool:
    """ "en" and "en-GB" are; an unknown language may be any."""
    languages = {language.partition("-")[0].lower() for language in (one, other)} - {"", "und"}
    return len(languages) < 2
