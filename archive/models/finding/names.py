"""The words of names, by which speakers, outlets, claims, occasions and documents of the public are found in any script and spelling.

A NameWord says that a public row has a word in one of its names. A Spelling says under which keys that word is looked up: its Latin
letters, its consonants, how it begins, and its letters without one of them, so that two words have a key in common if one letter is
wrong, missing or too many, or two stand the wrong way round. `read` tells which words of the names a word of a query may be.

Whoever changes `words_of` or `keys_of` empties both tables in a migration: `reindex` fills them.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from django.db import models
from django.utils.translation import gettext_lazy as _
from rapidfuzz.distance import OSA

from archive.matching.words import STOP_WORDS, fold, stem, words
from archive.models.search import cut, indexed
from archive.romanised import latin, sound_of, sounds_alike

LONGEST_WORD, MOST_WORDS = 60, 60  # characters; of one row
LEAST_BEGUN, MOST_BEGUN = 3, 8  # letters by which a longer word is found
LEAST_MISTYPED = 5  # letters of a word in which one may be wrong
LEAST_SOUNDED, ALIKE = 4, 0.75  # letters of a word that others may be spellings of, and how much of it they have in common
MOST_READ = 100  # words that one of a query may be the beginning of, or have a letter wrong in
NO_NAMES = frozenset(map(stem, STOP_WORDS))


class Named(models.TextChoices):
    """What has a name that readers find it by."""

    SPEAKER = "speaker", _("speaker")
    OUTLET = "outlet", _("outlet")
    CLAIM = "claim", _("claim")
    OCCASION = "occasion", _("occasion")
    DOCUMENT = "document", _("document")


class NameWord(models.Model):
    """One row is a word of a name of a public row: by its kind and number. `entries.finding.names` keeps it."""

    pk = models.CompositePrimaryKey("kind", "word", "row")
    kind = models.CharField(max_length=16, choices=Named)
    word = models.CharField(max_length=LONGEST_WORD)
    row = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["kind", "row"], name="name_words_of_a_row")]

    def __str__(self) -> str:
        return f"{self.kind} {self.row}: {self.word}"


class Spelling(models.Model):
    """One row is a key under which a word of names is looked up; `written` is how a name writes it."""

    pk = models.CompositePrimaryKey("key", "word")
    key = models.CharField(max_length=LONGEST_WORD + 1)
    word = models.CharField(max_length=LONGEST_WORD)
    written = models.CharField(max_length=LONGEST_WORD)

    def __str__(self) -> str:
        return f"{self.key}: {self.written}"


def words_of(names: Iterable[str]) -> dict[str, str]:
    """The words that names are found by, each with how it is written there; without those that every text has."""
    names = list(names)
    written = {one: word.text for name in names for word in words(name) for one in cut(word.stem)}
    found = {word: written.get(word, word) for name in names for word in indexed(name).split()}
    telling = {word: text for word, text in found.items() if word not in NO_NAMES} or found
    return {word[:LONGEST_WORD]: text[:LONGEST_WORD] for word, text in list(telling.items())[:MOST_WORDS]}


def keys_of(word: str, written: str) -> set[str]:
    """Under what a word of names is looked up: its stem, which is the word, and its whole form."""
    return {key for form in (word, fold(written)) for key in _keys_of(latin_of(form))}


def _keys_of(letters: str) -> set[str]:
    begun = {f"^{letters[:length]}" for length in range(LEAST_BEGUN, min(len(letters) - 1, MOST_BEGUN) + 1)}
    mistyped = {f"~{one}" for one in _without_one(letters)} if len(letters) >= LEAST_MISTYPED else set()
    return {letters, *_sound(letters), *begun, *mistyped}


@lru_cache(maxsize=10_000)
def latin_of(word: str) -> str:
    """A word in Latin letters; a number as it stands."""
    return (latin(word) if word.isalpha() else "") or word


def _sound(letters: str) -> list[str]:
    sound = sound_of(letters) if len(letters) >= LEAST_SOUNDED else ""
    return [f"={sound}"] if len(sound) > 1 else []


def _without_one(letters: str) -> set[str]:
    return {letters[:place] + letters[place + 1 :] for place in range(len(letters))}


@dataclass(frozen=True)
class Reading:
    """The words of names that one of a query may be: written otherwise, or begun by it; or else those in which one letter is another.

    Each with how it is written in a name.
    """

    same: dict[str, str] = field(default_factory=dict)
    begun: dict[str, str] = field(default_factory=dict)
    mistyped: dict[str, str] = field(default_factory=dict)


def read(asked: Mapping[str, Collection[str]]) -> dict[str, Reading]:
    """Of words by their stems, each with the forms in which they stand in the query. Two queries for any number of words."""
    letters = {word: {latin_of(form) for form in (word, *forms)} for word, forms in asked.items()}
    known = _known({word: {key for one in forms for key in (one, *_sound(one))} for word, forms in letters.items()})
    same = {word: {one: text for one, text in known[word].items() if is_same(forms, one, text)} for word, forms in letters.items()}
    unknown = {word: letters[word] for word in asked if not same[word]}
    others = _known({word: set().union(*map(_keys_of_others, forms)) for word, forms in unknown.items()}) if unknown else {}
    return {word: Reading(same[word], *_begun_and_mistyped(letters[word], others.get(word, {}))) for word in asked}


def is_same(letters: Collection[str], word: str, written: str) -> bool:
    """Whether a word of names may be one of these in another spelling: in the same Latin letters, or with the same consonants and nearly
    the same vowels; short words with the very same."""
    return any(_sound_alike(one, latin_of(form)) for one in letters for form in (word, fold(written)))


def _sound_alike(one: str, other: str) -> bool:
    shorter = min(len(one), len(other))
    least = ALIKE if shorter >= LEAST_MISTYPED else 1.0
    return one == other or (shorter >= LEAST_SOUNDED and _sound(one) == _sound(other) and sounds_alike(one, other, least=least))


def _keys_of_others(letters: str) -> set[str]:
    begun = {f"^{letters[:MOST_BEGUN]}"} if len(letters) >= LEAST_BEGUN else set()
    shorter = _without_one(letters) if len(letters) >= LEAST_MISTYPED - 1 and letters.isalpha() else set()
    return {*begun, *shorter, *(f"~{one}" for one in (letters, *shorter))}


def _begun_and_mistyped(letters: Collection[str], known: dict[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    forms = {word: {latin_of(word), latin_of(fold(text))} for word, text in known.items()}
    begun = {word: text for word, text in known.items() if any(form.startswith(one) for form in forms[word] for one in letters)}
    near = {word for word in known.keys() - begun if any(OSA.distance(form, one) == 1 for form in forms[word] for one in letters)}
    return begun, {word: text for word, text in known.items() if word in near}


def _known(keys: dict[str, set[str]]) -> dict[str, dict[str, str]]:
    """For each of these words those of the names that one of its keys leads to."""
    wanted = {key[: LONGEST_WORD + 1] for of_word in keys.values() for key in of_word}
    found = Spelling.objects.filter(key__in=wanted).order_by("key", "word").values_list("key", "word", "written")
    rows = list(found[: MOST_READ * len(keys)])
    return {asked: {word: written for key, word, written in rows if key in of_word} for asked, of_word in keys.items()}
