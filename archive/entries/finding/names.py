"""Keeps by which words the names of what is public are found: in the transaction of the act that makes a row public, takes it back or
renames it, and all anew. What is not public has none, so that no draft is found by its name."""

from collections import defaultdict
from collections.abc import Callable, Collection
from typing import Any

import orjson
from django.db.models import Model, Q, QuerySet

from archive import many_rows
from archive.models import Claim, Document, DocumentEntry, NameWord, Occasion, Outlet, Speaker, SpeakerAlias, Spelling
from archive.models.finding.names import Named, keys_of, latin_of, words_of

Names = dict[int, list[str]]  # by the number of a row


def name_anew(row: Model) -> None:
    """For a row that an act changed; a document's title is seen to where it is kept as it may be shown."""
    if kind := KIND_OF.get(type(row)):
        renew(kind, [row.pk])


def renew(kind: Named, numbers: Collection[int]) -> int:
    """The words of these rows of a kind, as things stand now; returns of how many rows they became others."""
    found, kept = words_now(kind, numbers), words_kept(kind, numbers)
    wanted = {(row, word) for row, words in found.items() for word in words}
    came, gone = wanted - kept, kept - wanted
    many_rows.write(NameWord, ("kind", "word", "row"), [(kind.value, word, row) for row, word in sorted(came)])
    if came:
        _spell({word: found[row][word] for row, word in sorted(came)})
    if gone:
        _forget(kind, gone)
    return len({row for row, _word in came | gone})


def words_now(kind: Named, numbers: Collection[int]) -> dict[int, dict[str, str]]:
    """By which words these rows are to be found, each with how their names write it."""
    return {row: words_of(names) for row, names in NAMES_OF[kind](numbers).items()}


def words_kept(kind: Named, numbers: Collection[int]) -> set[tuple[int, str]]:
    return set(NameWord.objects.filter(kind=kind, row__in=numbers).values_list("row", "word"))


def _spell(written: dict[str, str]) -> None:
    """Keys of words that had none, so that whoever wrote a word first is how it is told."""
    known = set(Spelling.objects.filter(key__in=set(map(latin_of, written)), word__in=written).values_list("word", flat=True))
    rows = sorted((key, word, text) for word, text in written.items() if word not in known for key in keys_of(word, text))
    many_rows.write(Spelling, ("key", "word", "written"), rows, key=["key", "word"])


def _forget(kind: Named, gone: set[tuple[int, str]]) -> None:
    """With the keys of words that no name has any more."""
    by_row = defaultdict[int, list[str]](list)
    for row, word in gone:
        by_row[row].append(word)
    for row, of_row in sorted(by_row.items()):
        NameWord.objects.filter(kind=kind, row=row, word__in=of_row).delete()
    words = {word for _row, word in gone}
    unused = words - set(NameWord.objects.filter(kind__in=Named.values, word__in=words).values_list("word", flat=True).distinct())
    for word in sorted(unused):
        for written in list(Spelling.objects.filter(key=latin_of(word), word=word).values_list("written", flat=True)):
            Spelling.objects.filter(key__in=keys_of(word, written), word=word).delete()


# ---------------------------------------------------------------- the names of each kind


def _speakers(numbers: Collection[int]) -> Names:
    names: Names = {pk: [name] for pk, name in Speaker.objects.public().filter(pk__in=numbers).values_list("pk", "name")}
    for pk, name in SpeakerAlias.objects.filter(speaker__in=names).order_by("pk").values_list("speaker", "name"):
        names[pk].append(name)
    return names


def _titles(numbers: Collection[int]) -> Names:
    """As they may be shown: no word of one that repeats what was taken back."""
    rows = DocumentEntry.objects.filter(pk__in=numbers).exclude(shown="").values_list("pk", "shown")
    return {pk: [orjson.loads(shown)["title"]] for pk, shown in rows}


def _of(model: Any, *columns: str) -> Callable[[Collection[int]], Names]:
    def names(numbers: Collection[int]) -> Names:
        rows = model.objects.public().filter(pk__in=numbers).values_list("pk", *columns)
        return {pk: [name for name in told if name] for pk, *told in rows}

    return names


NAMES_OF: dict[Named, Callable[[Collection[int]], Names]] = {
    Named.SPEAKER: _speakers,
    Named.OUTLET: _of(Outlet, "name"),
    Named.CLAIM: _of(Claim, "text"),
    Named.OCCASION: _of(Occasion, "name", "place"),
    Named.DOCUMENT: _titles,
}
KIND_OF: dict[type[Model], Named] = {Speaker: Named.SPEAKER, Outlet: Named.OUTLET, Claim: Named.CLAIM, Occasion: Named.OCCASION}
MODELS: dict[Named, Any] = {kind: model for model, kind in KIND_OF.items()} | {Named.DOCUMENT: Document}


def of_kind(kind: Named) -> QuerySet[Any]:
    """The rows of a kind that are public, or have words and are no longer."""
    rows: Any = MODELS[kind].objects
    found: QuerySet[Any] = rows.filter(Q(pk__in=rows.public().values("pk")) | Q(pk__in=NameWord.objects.filter(kind=kind).values("row")))
    return found
