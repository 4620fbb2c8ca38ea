"""The private index of linking: accepted statements cut into passages, where each stem and number stands, and what each is about.

Kept in the transaction that accepts or returns a statement, and rebuilt at will: nothing that a person decided hangs on it.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from archive import matching
from archive.extraction.text.sentences import sentences_of
from archive.linking import vectors
from archive.models import Passage, Posting, Statement, Term

LEAST_STEMS = 2  # a passage of fewer distinct stems ("Yes, of course.") can't be found again by its words
LONGEST_STEM = 64
BATCH = 200


def index(statement: Statement) -> list[Passage]:
    """Index a statement anew. A passage that reads as before stays the row it was, with its suggestions."""
    return index_all([statement])


@transaction.atomic
def index_all(statements: Collection[Statement]) -> list[Passage]:
    """The passages of these statements, in their order."""
    there = {_key(passage): passage for passage in Passage.objects.filter(statement__in=statements)}
    wanted = {_key(passage): passage for statement in statements for passage in _cut(statement)}
    _take_out([passage.pk for key, passage in there.items() if key not in wanted])
    kept = [passage for key, passage in there.items() if key in wanted]
    _unpost([passage.pk for passage in kept])
    vectors.drop([passage.pk for passage in kept])
    Passage.objects.filter(pk__in=[passage.pk for passage in kept]).update(engine=matching.ENGINE_VERSION, compared="")
    made = Passage.objects.bulk_create(passage for key, passage in wanted.items() if key not in there)
    standing = sorted([*kept, *made], key=lambda passage: passage.pk)
    _post(standing)
    vectors.add(standing)
    rows = {_key(passage): passage for passage in standing}
    return [rows[key] for key in wanted]


def _key(passage: Passage) -> tuple[int, int, int, str]:
    return passage.statement_id, passage.start, passage.end, passage.text


def _cut(statement: Statement) -> Iterator[Passage]:
    for start, end in sentences_of(statement.text, 0, len(statement.text)):
        text = statement.text[start:end]
        if len(set(matching.stems(text))) >= LEAST_STEMS:
            begins = statement.start + start
            yield Passage(statement=statement, start=begins, end=begins + len(text), text=text, engine=matching.ENGINE_VERSION)


def _post(passages: Collection[Passage]) -> None:
    """In which passages each stem stands, and in how many."""
    contents = {passage.pk: {stem[:LONGEST_STEM] for stem in matching.content_of(passage.text)} for passage in passages}
    counts = Counter(stem for content in contents.values() for stem in content)
    Term.objects.bulk_create((Term(stem=stem) for stem in sorted(counts)), ignore_conflicts=True)
    terms = dict(Term.objects.filter(stem__in=counts).values_list("stem", "pk"))
    _count({terms[stem]: count for stem, count in counts.items()})
    postings = sorted((terms[stem], key) for key, content in contents.items() for stem in content)
    Posting.objects.bulk_create((Posting(term_id=term, passage_id=key) for term, key in postings), batch_size=5000)


def _unpost(keys: Collection[int]) -> None:
    postings = Posting.objects.filter(passage__in=keys)
    _count({term: -count for term, count in Counter(postings.values_list("term_id", flat=True)).items()})
    postings.delete()


def _count(changes: dict[int, int]) -> None:
    """The rows are locked in their order, so that two who accept at once don't wait for each other in a ring."""
    list(Term.objects.select_for_update(no_key=True).filter(pk__in=changes).order_by("pk").values_list("pk", flat=True))
    by_change = defaultdict(list)
    for term, change in changes.items():
        by_change[change].append(term)
    for change, terms in sorted(by_change.items()):
        Term.objects.filter(pk__in=terms).update(passages=F("passages") + change)


def index_anew(statement: Statement) -> None:
    """Out and in again, so that what was proposed of it goes until it is compared again: for words that are held otherwise now."""
    with transaction.atomic():
        unindex(statement)
        index(statement)


def unindex(statement: Statement) -> None:
    """Take a statement out of the index, and with it the suggestions that nobody judged."""
    with transaction.atomic():
        _take_out(list(statement.passages.values_list("pk", flat=True)))


def _take_out(keys: list[int]) -> None:
    _unpost(keys)
    vectors.drop(keys)
    Passage.objects.filter(pk__in=keys).delete()


def outdated() -> QuerySet[Statement]:
    """Accepted statements that this version of the engine has not indexed. Those too short for a passage are always among them."""
    indexed = Passage.objects.filter(statement=OuterRef("pk"), engine=matching.ENGINE_VERSION)
    return Statement.objects.accepted().filter(~Exists(indexed)).order_by("pk")


def outdate() -> None:
    """So that a rebuilding that is killed is known to be unfinished."""
    Passage.objects.update(engine="")


def rebuild(statements: QuerySet[Statement]) -> Iterator[int]:
    """Index these accepted statements anew in batches; says after each how many were done. Before that, whatever is no longer accepted is
    taken out. May be killed after any batch: `outdated` tells what is left."""
    accepted = Statement.objects.accepted()
    for keys in batches(Passage.objects.exclude(statement__in=accepted).order_by("pk").values_list("pk", flat=True)):
        with transaction.atomic():
            _take_out(keys)
    for keys in batches(statements.values_list("pk", flat=True)):
        with transaction.atomic():
            index_all(list(accepted.filter(pk__in=keys).select_for_update(no_key=True).order_by("pk")))
        yield len(keys)
    Term.objects.filter(Q(passages=0), ~Exists(Posting.objects.filter(term=OuterRef("pk")))).delete()


def batches(keys: Iterable[int]) -> Iterator[list[int]]:
    """The keys are read first, for they change while they are worked on."""
    known = list(keys)
    for start in range(0, len(known), BATCH):
        yield known[start : start + BATCH]
