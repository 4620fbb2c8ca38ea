"""The private index of linking: accepted statements cut into passages, and in which passages each stem stands.

Kept in the transaction that accepts or returns a statement, and rebuilt at will: nothing that a person decided hangs on it.
"""

from collections import Counter

from django.db.models import F

from archive import matching
from archive.extraction.sentences import sentences_of
from archive.models import Passage, Posting, Statement, Term

LEAST_STEMS = 2  # a passage of fewer distinct stems ("Yes, of course.") can't be found again by its words


def index(statement: Statement) -> list[Passage]:
    """Index a statement anew."""
    unindex(statement)
    passages = []
    for start, end in sentences_of(statement.text, 0, len(statement.text)):
        text = statement.text[start:end]
        stems = sorted(set(matching.stems(text)))
        if len(stems) >= LEAST_STEMS:
            passages.append(_index_passage(statement, start, text, stems))
    return passages


def _index_passage(statement: Statement, start: int, text: str, stems: list[str]) -> Passage:
    begins = statement.start + start
    passage = Passage.objects.create(statement=statement, start=begins, end=begins + len(text), text=text, engine=matching.ENGINE_VERSION)
    terms = _terms(stems)
    Term.objects.filter(pk__in=[term.pk for term in terms]).update(passages=F("passages") + 1)
    Posting.objects.bulk_create(Posting(term=term, passage=passage) for term in terms)
    return passage


def _terms(stems: list[str]) -> list[Term]:
    """The rows of these stems, made where they are new."""
    stems = [stem[:64] for stem in stems]
    Term.objects.bulk_create((Term(stem=stem) for stem in stems), ignore_conflicts=True)
    return list(Term.objects.filter(stem__in=stems))


def unindex(statement: Statement) -> None:
    """Take a statement out of the index, and with it the suggestions that nobody judged."""
    counts = Counter(Posting.objects.filter(passage__statement=statement).values_list("term_id", flat=True))
    for term_id, count in counts.items():
        Term.objects.filter(pk=term_id).update(passages=F("passages") - count)
    statement.passages.all().delete()


def rebuild() -> int:
    """Index every accepted statement anew; returns how many."""
    Passage.objects.all().delete()
    Term.objects.all().delete()
    count = 0
    for statement in Statement.objects.accepted().iterator(chunk_size=500):
        index(statement)
        count += 1
    return count
