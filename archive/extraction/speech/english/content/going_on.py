"""Who goes on behind the reported words of an English sentence: the speaker with a second predicate, or another with a verb of speech.

"… and left the room", "… and added that", "… and Y said".
"""

from __future__ import annotations

from archive.extraction.languages import words
from archive.extraction.languages.english import particles, speech_verbs
from archive.extraction.speech.colons import COLON
from archive.extraction.speech.english.predicates import has_predicate, is_adverb
from archive.extraction.speech.grammar import Cued
from archive.extraction.text.rules import Rules

PRONOUNS = words("he she they")
HELPING = words("did does do would could has have had didn't doesn't don't wouldn't couldn't hasn't haven't hadn't")
SUBORDINATE = words("after before when until once because who whose")

GOES_ON = Rules[[Cued, int, int], bool]("does the English speaker do or say something else behind “and”", otherwise=False)


@GOES_ON.when("says more", True, "Anna Holt said the road was shut and said it would open in May.")
def _says_more(cued: Cued, n: int, begin: int) -> bool:
    return cued.tokens[n + 1].lower in speech_verbs.PURE or cued.tokens[n + 1].lower in ("told", "added")


@GOES_ON.when("keeps silent", True, "Anna Holt said the road was shut and would not comment further.")
def _keeps_silent(cued: Cued, n: int, begin: int) -> bool:
    """ "but did not confirm that", "and would not elaborate": what the speaker kept back."""
    helping, ahead = cued.tokens[n + 1].lower, cued.tokens[n + 2 : n + 5]
    negated = helping.endswith("n't") or bool(ahead and ahead[0].lower == "not")
    verb = next((t.lower for t in ahead if t.lower != "not" and not is_adverb(t)), "")
    return helping in HELPING and negated and verb in speech_verbs.TELLING_BASES


@GOES_ON.when("does something", True, "Anna Holt said the road was shut and left the room.")
def _does_something(cued: Cued, n: int, begin: int) -> bool:
    tokens = cued.tokens
    action = tokens[n + 1].lower in speech_verbs.ACTIONS and tokens[n - 1].kind != "p"
    by_another = n + 2 < len(tokens) and tokens[n + 2].lower == "by"
    return action and not by_another and has_predicate(tokens[begin:n]) and not _is_in_subclause(cued, begin, n)


def _is_in_subclause(cued: Cued, begin: int, n: int) -> bool:
    """ "after she left the house and went": the verb goes on with the clause that "after" opens, not with the speaker's."""
    tokens = cued.tokens
    opened = next((m for m in range(n - 1, begin, -1) if tokens[m].lower in SUBORDINATE or tokens[m].kind == "p"), begin)
    return tokens[opened].lower in SUBORDINATE and has_predicate(tokens[opened + 1 : n])


@GOES_ON.when("a pronoun says more", True, "Anna Holt said the road was shut and she added that it would open in May.")
def _she_says_more(cued: Cued, n: int, begin: int) -> bool:
    return is_next_pronoun(cued, n + 1)


@GOES_ON.when("another says", True, "Anna Holt said the road was shut and Tom Arlow said it was open.")
def _another_says(cued: Cued, n: int, begin: int) -> bool:
    return is_next_source(cued, n + 1) and has_predicate(cued.tokens[begin:n])


def is_next_pronoun(cued: Cued, at: int) -> bool:
    """ "and he added": the speaker again, with a verb of speech of his own."""
    if cued.tokens[at].lower not in PRONOUNS:
        return False
    verb = next((t.lower for t in cued.tokens[at + 1 : at + 3] if t.lower not in particles.AUXILIARY), "")
    return verb in speech_verbs.SPEECH or verb in speech_verbs.ACTIONS


def is_next_source(cued: Cued, at: int) -> bool:
    """A person or body begins another reporting clause, and no "that" or "said" ties the clause to what was said before."""
    cue = cued.openings.get(at)
    if cue is None or cue.source is None:
        return False
    return (cue.word in speech_verbs.SPEECH or cue.word == COLON) and cue.source.kind in ("person", "body", "role")
