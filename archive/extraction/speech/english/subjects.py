"""The subject of a verb of speech that stands apart from it: of the clause before, or at the head of the sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive.extraction.languages import words
from archive.extraction.languages.english import nouns, particles, speech_verbs
from archive.extraction.people.unit import Unit
from archive.extraction.speech.english.left import left_of
from archive.extraction.speech.english.noun_phrases import kind_of
from archive.extraction.speech.english.predicates import has_predicate, is_finite
from archive.extraction.speech.english.right import right_of
from archive.extraction.speech.reports import Cue, Source
from archive.extraction.text.rules import Rules
from archive.extraction.text.tokens import Token

REACH = 12  # tokens from the head within which the subject begins
PERSONS = words("he she they")
CONTRASTING = words("but and yet still")
JOINING = words("and but while")
# These open a clause with a verb of its own.
SUBORDINATE = words("when while if since until after before as")
OF_ANY_NOUN = speech_verbs.HUMAN | speech_verbs.FORECASTING


def shared(unit: Unit, at: int, found: Sequence[Cue]) -> Source | None:
    """The source of the clause before, or the subject at the head of the sentence."""
    number = len(found) - 1
    while number > 0 and _is_inside(unit, found[number - 1], found[number]):
        number -= 1
    if number >= 0 and found[number].source:
        return found[number].source
    subject = subject_of(unit, at, any_noun=_takes_any_noun(unit.tokens, at))
    first = unit.tokens[0]
    if subject is None and first.lower == "it" and at > 1:  # "It debunked the reports, saying there was no truth in them"
        return Source("pronoun", "it", 0, 0, first.start, first.end)
    return subject


def _takes_any_noun(tokens: Sequence[Token], at: int) -> bool:
    """A verb that people use of people, or a participle with "that" behind it."""
    word, following = tokens[at].lower, tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return word in OF_ANY_NOUN or (word in speech_verbs.PARTICIPLES and following == "that")


def _is_inside(unit: Unit, outer: Cue, inner: Cue) -> bool:
    """The later verb belongs to what the earlier one reports: "Lind said she had asked", with no mark between."""
    between = unit.tokens[outer.stop : inner.begin]
    tied = inner.source is not None and outer.source is not None and outer.word in speech_verbs.SPEECH and inner.source != outer.source
    return tied and inner.begin >= outer.stop and all(t.kind == "w" and t.lower not in JOINING for t in between)


@dataclass(frozen=True, slots=True)
class SentenceOpening:
    """The words before token `before`; `head` is where the subject stands if nothing tells it; any noun may be it, or only who speaks."""

    unit: Unit
    before: int
    head: int
    any_noun: bool


def subject_of(unit: Unit, before: int, *, any_noun: bool = False) -> Source | None:
    """The person or pronoun that opens the sentence, or the last clause of it before token `before`."""
    opening = SentenceOpening(unit, before, _past_opening(unit.tokens, before), any_noun)
    verb = next((n for n in range(opening.head + 1, before) if is_finite(unit.tokens, n)), before)
    reach = range(opening.head, min(verb, opening.head + REACH))
    return next((found for at in reach if (found := SUBJECT(opening, at))), None) or _before_verb(opening, verb)


def _before_verb(opening: SentenceOpening, verb: int) -> Source | None:
    """ "Child advocates | have called on the mayor, saying": whatever stands before the first verb."""
    if not opening.head < verb < opening.before:
        return None
    source = left_of(opening.unit.tokens, opening.unit.mentions, verb - 1)
    if source is None or source.first != opening.head or source.kind == "person" or source.head in nouns.SILENT:
        return None
    return source if source.kind == "role" or opening.any_noun else None


SUBJECT = Rules[[SentenceOpening, int], Source | None]("is an English subject at this word", otherwise=None)


@SUBJECT.rule("pronoun", "In the spring he came to the town, took off his jacket and answered that the bridge was closed.")
def _pronoun(opening: SentenceOpening, at: int) -> Source | None:
    tokens = opening.unit.tokens
    return right_of(tokens, opening.unit.mentions, at) if tokens[at].lower in PERSONS else None


@SUBJECT.rule("name", "Ann Hill met the council and said that the bridge was closed.")
def _name(opening: SentenceOpening, at: int) -> Source | None:
    tokens, mentions = opening.unit.tokens, opening.unit.mentions
    named = next((m for m in mentions if m.first == at or (m.first == at + 1 and tokens[at].lower == "the")), None)
    return left_of(tokens, mentions, named.last) if named else None


@SUBJECT.rule("article or role at the head", "The agents met the council and said that the bridge was closed.")
def _described(opening: SentenceOpening, at: int) -> Source | None:
    tokens = opening.unit.tokens
    if at != opening.head or not (tokens[at].lower in particles.DETERMINERS or is_role(tokens[at])):
        return None
    if at + 1 >= len(tokens) or (tokens[at].lower in particles.DETERMINERS and tokens[at + 1].lower in particles.STOPS):
        return None
    source = right_of(tokens, opening.unit.mentions, at)
    fits = source is not None and (source.speaks or (opening.any_noun and source.head not in nouns.SILENT))
    return source if fits else None


def is_role(token: Token) -> bool:
    """ "Members of the board met and indicated that": people in the plural without an article."""
    return token.kind == "w" and token.lower.endswith("s") and kind_of(token, token.lower, opens=True) == "role"


def _past_opening(tokens: Sequence[Token], before: int) -> int:
    """Past "But" and "In its appeal,", behind which the subject stands."""
    if tokens[0].lower in CONTRASTING:
        return 1
    if tokens[0].lower not in particles.PREPOSITIONS:
        return 0
    comma = next((n for n in range(1, min(before, REACH)) if tokens[n].kind != "w"), 0)
    if not comma or tokens[comma].text != ",":
        return 0
    return comma + 1 if tokens[0].lower in SUBORDINATE or not has_predicate(tokens[:comma]) else 0
