"""Which case the words before a Russian, Belarusian or Ukrainian name ask for: a preposition, "по словам", the office that stands there."""

from __future__ import annotations

from collections.abc import Sequence

from archive.extraction.languages import words
from archive.extraction.languages.slavic import words as slavic
from archive.extraction.languages.slavic.callings import PLURALS, lemma_of
from archive.extraction.languages.slavic.morphology import cases_of, forms, holds_all
from archive.extraction.languages.slavic.nominatives import CASES, NOMINATIVE, OBLIQUE

GENITIVE, DATIVE, INSTRUMENTAL = frozenset({"gent"}), frozenset({"datv"}), frozenset({"ablt"})
PREPOSITIONS = {
    **dict.fromkeys(words("от до из без для против кроме вокруг около после ад да супраць пасля від проти після крім"), GENITIVE),
    **dict.fromkeys(words("к ко благодаря вопреки дзякуючы завдяки"), DATIVE),
    **dict.fromkeys(words("между перед над паміж перад між"), INSTRUMENTAL),
    **dict.fromkeys(words("с со з із зі у ў о об обо при на в во пра про аб под за"), OBLIQUE),
}
# Phrases that ask for another case than "по словам" does.
PHRASES = {"согласно": DATIVE, "згодна з": INSTRUMENTAL, "згідно з": INSTRUMENTAL}
LONGEST_PHRASE = 2


def asked_by(before: Sequence[str]) -> frozenset[str]:
    """What the words before a name, in small letters, ask for; any case where they ask for none."""
    for length in range(LONGEST_PHRASE, 0, -1):
        phrase = tuple(before[-length:])
        if len(phrase) == length and phrase in slavic.ACCORDING:
            return PHRASES.get(" ".join(phrase), GENITIVE)
    return PREPOSITIONS.get(before[-1], CASES) if before else CASES


def cases_of_office(word: str) -> frozenset[str]:
    """The cases in which the word for an office stands, and the name behind it with it; none where it is of several."""
    found = cases_of(word)
    if found or word in PLURALS or holds_all(word) or (forms(word) and word not in slavic.ROLES):
        return found & CASES
    lemma = lemma_of(word)
    return CASES if lemma is None else frozenset({NOMINATIVE}) if lemma == word else OBLIQUE
