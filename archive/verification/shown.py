"""Whether what lists show, and what names are found by, is what is public: worked out as `reindex` does, and nothing is written."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from django.db.models import Exists, OuterRef

from archive.entries import documents, sides
from archive.entries.finding import names
from archive.entries.values import shown_of
from archive.entries.writing import others
from archive.log.faults import Fault
from archive.models import Document, DocumentEntry, Entry, NameWord, Occurrence, SideTaken, Spelling, Statement
from archive.models.finding.names import Named, keys_of
from archive.verification.lots import each, lots
from archive.verification.naming import names_of

UNLIKE = "what lists show of it is not what is public of it"


def entries_of_statements() -> Iterator[Fault]:
    yield from _entries(Statement, Entry, shown_of)
    there = Statement.objects.filter(pk=OuterRef("occurrence__statement"))
    for (number,) in SideTaken.objects.filter(~Exists(there)).values_list("occurrence"):
        yield Fault(f"occurrence {number}", "a side of it is kept, and it is gone")


def entries_of_documents() -> Iterator[Fault]:
    yield from _entries(Document, DocumentEntry, documents.shown_of)


def _entries(model: Any, table: Any, work_out: Callable[..., Any]) -> Iterator[Fault]:
    def unlike(rows: list[Any]) -> Iterator[Fault]:
        public_ids = {row.pk: row.public_id for row in rows}
        numbers = list(public_ids)
        wrong = {pk for pk, *_ in others(table.objects, numbers, work_out)}
        if model is Statement:
            wrong |= _wrong_sides(numbers)
        yield from (Fault(f"{model._meta.model_name} {public_ids[pk]}", UNLIKE) for pk in sorted(wrong))

    yield from each(lots(model.objects.only("pk", "public_id")), unlike)


def _wrong_sides(numbers: list[int]) -> set[int]:
    wrong = {one.occurrence for one in sides.as_kept(numbers).keys() ^ sides.fresh(numbers)}
    return set(Occurrence.objects.filter(pk__in=wrong).values_list("statement", flat=True))


def words_of_names() -> Iterator[Fault]:
    for kind in Named:
        for rows in lots(names.of_kind(kind)):
            numbers = [row.pk for row in rows]
            wanted = {(row, word) for row, words in names.words_now(kind, numbers).items() for word in words}
            wrong = {row for row, _word in wanted ^ names.words_kept(kind, numbers)}
            called = names_of((kind.value, number) for number in wrong)
            yield from (
                Fault(called[kind.value, number], "the words that it is found by are not those of its name") for number in sorted(wrong)
            )
        gone = NameWord.objects.filter(~Exists(names.MODELS[kind].objects.filter(pk=OuterRef("row"))), kind=kind)
        yield from (
            Fault(f"{kind.value} number {row}", "words of its name are kept, and it is gone") for row in gone.values_list("row", flat=True)
        )
    strange = NameWord.objects.exclude(kind__in=Named.values).values_list("kind", "row")
    yield from (Fault(f"{kind} number {row}", "nothing of that kind is found by its name") for kind, row in strange)


def spellings() -> Iterator[Fault]:
    """Each word of a name is found by all of its keys, and no other word."""
    kept: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for key, word, written in Spelling.objects.values_list("key", "word", "written").iterator(2000):
        kept[word][written].add(key)
    used = set(NameWord.objects.values_list("word", flat=True).distinct().iterator(2000))
    for word in sorted(used | kept.keys()):
        told = kept.get(word, {})
        if word not in used:
            yield Fault(f"word {word}", "it is found in names, and no name has it")
        elif len(told) != 1 or any(keys != keys_of(word, written) for written, keys in told.items()):
            yield Fault(f"word {word}", "the keys that it is found by in names are not its own")
