"""The private index of linking: accepted statements cut into passages, where each stem and number stands. What each means is awaited.

Kept in the transaction that accepts or returns a statement, and rebuilt at will: nothing that a person decided hangs on it.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from archive import matching
from archive.extraction.text.sentences import sentences_of
from archive.linking import postings, vectors
from archive.linking.closed_suggestions import move_up
from archive.matching.meaning.vectors import is_english
from archive.matching.numbers import quantities
from archive.matching.translation.marks import terms_of
from archive.matching.wording import FEWEST_WORDS_VERBATIM
from archive.matching.words import Word, words
from archive.models import Passage, Statement, Suggestion, Threshold

# A passage of fewer distinct stems ("Yes, of course.") can't be found again by its words, but where somebody says all of them again.
LEAST_STEMS = 2
BATCH = 500
Key = tuple[int, int, int, str]


class Cut(NamedTuple):
    """A passage as it is cut now, perhaps not saved, its words, and the language of its statement."""

    passage: Passage
    words: Sequence[Word]
    language: str

    @property
    def terms(self) -> frozenset[str]:
        """What it is found by: its stems and numbers; and by its translations, names and numbers in its language."""
        numbers = quantities(self.passage.text)
        return matching.content_of(self.passage.text, self.words, numbers) | terms_of(self.words, numbers, self.language)


def index(statement: Statement) -> list[Passage]:
    """Index a statement anew. A passage that reads as before stays the row it was, with its suggestions."""
    return index_all([statement])


@transaction.atomic
def index_all(statements: Collection[Statement]) -> list[Passage]:
    """The passages of these statements, in their order. Of those that stand already only what is read otherwise now is written."""
    there = {_key(passage): passage for passage in Passage.objects.filter(statement__in=statements)}
    wanted = {_key(one.passage): one for statement in statements for one in _cut(statement)}
    _take_out([passage.pk for key, passage in there.items() if key not in wanted])
    kept = _kept([(passage, wanted[key].passage.letters) for key, passage in there.items() if key in wanted])
    made = Passage.objects.bulk_create(one.passage for key, one in wanted.items() if key not in there)
    rows = {_key(passage): passage for passage in [*there.values(), *made]}
    standing = sorted((one._replace(passage=rows[key]) for key, one in wanted.items()), key=lambda one: one.passage.pk)
    postings.post({one.passage.pk: one.terms for one in standing}, kept)
    vectors.await_for({one.passage.pk for one in standing if is_english(one.words)}, kept)
    return [rows[key] for key in wanted]


def _key(passage: Passage) -> Key:
    return passage.statement_id, passage.start, passage.end, passage.text


def _cut(statement: Statement) -> Iterator[Cut]:
    for start, end in sentences_of(statement.text, 0, len(statement.text)):
        text = statement.text[start:end]
        read, begins = words(text), statement.start + start
        letters = letters_key(text)
        if letters or len({word.stem for word in read if not word.is_stop}) >= LEAST_STEMS:
            place = {"start": begins, "end": begins + len(text), "text": text, "letters": letters}
            yield Cut(Passage(statement=statement, engine=matching.ENGINE_VERSION, **place), read, statement.language)


def letters_key(text: str) -> str:
    """What texts of the same words have in common; nothing for a few words, which anybody says."""
    letters = matching.letters_of(text)
    return sha256(letters.encode()).hexdigest()[:16] if len(letters.split()) >= FEWEST_WORDS_VERBATIM else ""


def _kept(rows: Sequence[tuple[Passage, str]]) -> list[int]:
    """Keys of passages that read as before, with their letters, which an older index has not."""
    kept = [passage.pk for passage, _ in rows]
    Passage.objects.filter(pk__in=kept).update(engine=matching.ENGINE_VERSION, compared="")
    outdated = [(passage, letters) for passage, letters in rows if passage.letters != letters]
    for passage, letters in outdated:
        passage.letters = letters
    Passage.objects.bulk_update([passage for passage, _ in outdated], ["letters"])
    return kept


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
    """With what was proposed of them. They are held first, and the turn to say what waits before a proposal goes, as by whoever settles."""
    list(Passage.objects.select_for_update().filter(pk__in=keys).order_by("pk").values_list("pk", flat=True))
    proposed = Suggestion.objects.filter(Q(passage__in=keys) | Q(other__in=keys)).order_by()
    gone = list(proposed.values_list("question", "passage", "other")) if keys else []
    postings.unpost(keys)
    vectors.drop(keys)
    if gone:
        Threshold.take_turn()
    Passage.objects.filter(pk__in=keys).delete()
    move_up(gone)


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
            index_all(list(accepted.filter(pk__in=keys).select_for_update(no_key=True).order_by("pk").only("start", "text", "language")))
        yield len(keys)
    postings.recount()


def batches(keys: Iterable[int]) -> Iterator[list[int]]:
    """The keys are read first, for they change while they are worked on."""
    known = list(keys)
    for start in range(0, len(known), BATCH):
        yield known[start : start + BATCH]
