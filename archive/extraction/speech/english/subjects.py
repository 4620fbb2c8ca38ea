"""The subject of a verb of speech that stands apart from it: of the clause before, or at the head of the sentence."""

from __future__ import annotations

from collections.abc import Sequence

from archive.extraction.languages.english import capitals
from archive.extraction.languages.english import words as en
from archive.extraction.people.unit import Unit
from archive.extraction.speech.english.left import left_of
from archive.extraction.speech.english.noun_phrases import kind_of
from archive.extraction.speech.english.right import right_of
from archive.extraction.speech.reports import Cue, Source
from archive.extraction.text.tokens import Token


def shared(unit: Unit, at: int, found: Sequence[Cue]) -> Source | None:
    """The source of the clause before, or the subject at the head of the sentence."""
    number = len(found) - 1
    while number > 0 and _is_inside(unit, found[number - 1], found[number]):
        number -= 1
    if number >= 0 and found[number].source:
        return found[number].source
    word, following = unit.tokens[at].lower, unit.tokens[at + 1].lower if at + 1 < len(unit.tokens) else ""
    subject = subject_of(unit, at, any_noun=word in en.HUMAN | en.FORECASTING or (word in en.PARTICIPLES and following == "that"))
    first = unit.tokens[0]
    if subject is None and first.lower == "it" and at > 1:  # "It debunked the reports, saying there was no truth in them"
        return Source("pronoun", "it", 0, 0, first.start, first.end)
    return subject


def _is_inside(unit: Unit, outer: Cue, inner: Cue) -> bool:
    """The later verb belongs to what the earlier one reports: "Lind said she had asked", with no mark between."""
    between = unit.tokens[outer.stop : inner.begin]
    tied = inner.source is not None and outer.source is not None and outer.word in en.SPEECH and inner.source != outer.source
    return tied and inner.begin >= outer.stop and all(t.kind == "w" and t.lower not in ("and", "but", "while") for t in between)


def subject_of(unit: Unit, before: int, *, any_noun: bool = False) -> Source | None:
    """The person or pronoun that opens the sentence, or the last clause of it before token `before`."""
    tokens, mentions = unit.tokens, unit.mentions
    head = _past_opening(tokens, before)
    for at in range(min(before, 12)):
        if tokens[at].lower in ("he", "she", "they"):
            return right_of(tokens, mentions, at)
        mention = next((m for m in mentions if m.first == at or (m.first == at + 1 and tokens[at].lower == "the")), None)
        if mention:
            return left_of(tokens, mentions, mention.last)
        if (
            at == head
            and (tokens[at].lower in en.DETERMINERS or is_role(tokens[at]))
            and at + 1 < len(tokens)
            and tokens[at + 1].lower not in en.STOPS
        ):
            source = right_of(tokens, mentions, at)
            if source and (source.speaks or (any_noun and source.head not in en.SILENT)):
                return source
        if at == 0 and any_noun and tokens[0].is_capital and tokens[0].text not in capitals.PLAIN_CAPITALS and before > 1:
            return Source("body", tokens[0].lower, 0, 0, tokens[0].start, tokens[0].end)
    return None


def is_role(token: Token) -> bool:
    """ "Members of the board met and indicated that": people in the plural without an article."""
    return token.kind == "w" and token.lower.endswith("s") and kind_of((), token, token.lower) == "role"


def _past_opening(tokens: Sequence[Token], before: int) -> int:
    """Past "But" and "In its appeal,", behind which the subject stands."""
    if tokens[0].lower in ("but", "and", "yet", "still"):
        return 1
    if tokens[0].lower not in en.PREPOSITIONS:
        return 0
    comma = next((n for n in range(1, min(before, 12)) if tokens[n].kind != "w"), 0)
    return comma + 1 if comma and tokens[comma].text == "," else 0
