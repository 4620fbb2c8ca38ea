"""What is promised on one side and done on the other: "will be built", "was built"; «построим», «построили»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from archive.matching.alike import abbreviates
from archive.matching.features import Features
from archive.matching.guards.difference import Difference, Placed, against, stretch
from archive.matching.prepared import Prepared
from archive.matching.words import Word, irregular

LIKENESS = 0.4  # the two forms of the verb may count as two words
FUTURE, PAST, FUTURE_FORM, PAST_FORM, PARTICIPLE = "future", "past", "future form", "past form", "participle"
ENGLISH_PAST = "was were has have had been did".split()
HELPERS = {
    **dict.fromkeys("will shall would going будет будут буду будем будете будзе будуць будзем буде будуть будемо".split(), FUTURE),
    **dict.fromkeys([*ENGLISH_PAST, *"был была было были быў былі був була було були".split()], PAST),
}
# No helpers: "has to build", "had a bridge", "would have built".
OTHERWISE = {("would", "have"), *product(ENGLISH_PAST, ("to", "a", "an", "the"))}
FARTHEST = 5  # words to the verb of a helper: "will at last also be"
ADVERBS = frozenset("soon later again finally скоро вскоре снова вновь наконец неўзабаве зноў незабаром знову нарешті".split())
NO_VERB_BEHIND = frozenset("a an the this that these those its his her their our my your is are be being get gets".split())
# Forms without a helper. The future of Slavic verbs looks like the present of others, which differs from the past as well.
FORMS = (
    (PAST_FORM, re.compile(r"[a-z]{2,}ed|[а-яіґў]{2,}(?:[аяыиеуіо]л[аои]?|[аяыіуео]лі|[аяие]в|[аяыіе]ў)(?:с[яь])?")),
    (PARTICIPLE, re.compile(r"[а-яіґў]{2,}(?:[аеяо]н[аоы]?|ыт|[аяиыу]т[аоы])")),
    (FUTURE_FORM, re.compile(r"[а-яієґў]{2,}(?:[еиюуая]т|ас[тц]ь?|[еи]м|[еи]те|ють|[еє]мо|имо|[уюаяи]є|юць|[ауыя]е|[іы]м)(?:с[яь]|ца)?")),
)  # fmt: skip
APART = {
    frozenset(pair) for pair in ((FUTURE, PAST), (FUTURE, PAST_FORM), (FUTURE, PARTICIPLE), (FUTURE_FORM, PAST_FORM), (FUTURE_FORM, PAST))
}


class Verb(NamedTuple):
    stem: str
    tense: str
    said: Placed


def differing_tense(query: Prepared, other: Prepared, features: Features) -> Iterator[Difference]:
    if features.with_synonyms < LIKENESS:
        return
    ours, theirs = verbs(query), verbs(other)
    for one in ours:
        for verb in theirs:
            if {one.tense, verb.tense} in APART and (one.stem == verb.stem or abbreviates(one.stem, verb.stem)):
                yield against("differs", one.said, verb.said)
                return


def verbs(side: Prepared) -> list[Verb]:
    """The words that a helper or their own form dates; a word of two tenses is left out."""
    found = [*_helped(side)]
    helped = {verb.said.end for verb in found}
    for before, word in zip((None, *side.words), side.words, strict=False):
        if word.end not in helped and word.stem in side.content and not word.is_name and (tense := _form(word, before)):
            found.append(Verb(word.stem, tense, word))
    tenses = {stem: {verb.tense for verb in found if verb.stem == stem} for stem in {verb.stem for verb in found}}
    return [verb for verb in found if len(tenses[verb.stem]) == 1]


def _helped(side: Prepared) -> Iterator[Verb]:
    """Each helper with the next word that tells something."""
    taken = 0
    for at, (helper, following) in enumerate(zip(side.words, side.words[1:], strict=False)):
        tense = HELPERS.get(helper.folded)
        if not tense or at < taken or (helper.folded, following.folded) in OTHERWISE:
            continue
        ahead = ((place, word) for place, word in enumerate(side.words[at + 1 : at + 1 + FARTHEST], at + 1))
        verb = next(((place, word) for place, word in ahead if word.stem in side.content and not _is_adverb(word)), None)
        if verb:
            taken = verb[0]
            yield Verb(verb[1].stem, tense, stretch(side, helper, verb[1]))


def _is_adverb(word: Word) -> bool:
    return word.folded in ADVERBS or word.folded.endswith("ly")


def _form(word: Word, before: Word | None) -> str:
    if before and before.folded in NO_VERB_BEHIND:
        return ""
    if word.folded in irregular() and not word.folded.endswith("s"):
        return PAST_FORM
    return next((tense for tense, form in FORMS if form.fullmatch(word.folded)), "")
