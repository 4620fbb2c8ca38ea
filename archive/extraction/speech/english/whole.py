"""All of a noun phrase beside an English verb of speech as it is printed, with what stands before its name and what explains it:
"[the head of the agency, General Ann Hill, who ran it,] said", "[fighters from the north] said".

Who is meant is told by the phrase without these; the whole is what a reader sees as the one who speaks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from archive.extraction.languages import words
from archive.extraction.languages.callings import is_calling
from archive.extraction.languages.english import nouns, particles
from archive.extraction.people.unit import Unit
from archive.extraction.speech.english.inserted import phrase_start
from archive.extraction.speech.english.noun_phrases import NOT_FIRST, WEEKDAYS
from archive.extraction.speech.english.predicates import is_adverb
from archive.extraction.speech.reports import Cue, Source
from archive.extraction.text.rules import Rules
from archive.extraction.text.tokens import Token

LONGEST = 30  # tokens of what explains a name
CLOSING = {",": ",", "(": ")", "—": "—", "–": "–"}
PLACED = words("of from")
RELATIVE = words("who whose which")
# No subject holds one of these before its name.
NOT_BEFORE = particles.STOPS - words("with at from") | particles.FINITE
INSIDE = words("in of the at for and")
TIMES = particles.TIMES | WEEKDAYS | particles.SPANS | words("last this")


def with_whole(unit: Unit, cue: Cue) -> Cue:
    """The cue with the whole phrase of its source; a pronoun has none."""
    source = cue.source
    if source is None or source.kind == "pronoun":
        return cue
    tokens, behind = unit.tokens, source.last > cue.last
    first = source.first if behind else _first(tokens, source)
    last = _last(tokens, source.last, len(tokens) if behind else cue.first)
    start = min(source.start, tokens[first].start) if first < source.first else source.start
    end = tokens[last].end if last > source.last else source.end
    return replace(cue, source=replace(source, whole=(start, end)))


# ------------------------------------------------------------ what stands before


def _first(tokens: Sequence[Token], source: Source) -> int:
    """The first token of a subject whose name or head stands further on."""
    first = _before_name(tokens, source.first)
    if first > 1 and tokens[first - 1].text == "," and tokens[source.last + 1].kind == "p":
        role = _before_name(tokens, first - 1)
        if role < first - 1 and any(is_calling(t.lower) for t in tokens[role : first - 1]):
            return role
    return first


def _before_name(tokens: Sequence[Token], at: int) -> int:
    """Where the words begin that belong to the name: "CFMEU Victorian | secretary Martin Kingham", "the head of the agency |,"."""
    begin = phrase_start(tokens, at)
    if begin < at and tokens[begin].lower in particles.PREPOSITIONS:
        return at
    while begin < at and _is_no_part(tokens[begin]):
        begin += 1
    return at if any(t.lower in NOT_BEFORE for t in tokens[begin:at]) else begin


def _is_no_part(token: Token) -> bool:
    return token.lower in NOT_FIRST or token.lower in TIMES or is_adverb(token)


# ------------------------------------------------------------ what stands behind


def _last(tokens: Sequence[Token], last: int, stop: int) -> int:
    """The last token of what explains the name, before token `stop`."""
    while last + 2 < stop:
        further = EXPLAINED(tokens, last + 1, stop)
        if further <= last:
            break
        last = further
    return last


EXPLAINED = Rules[[Sequence[Token], int, int], int]("up to which word does what stands behind an English name explain it", otherwise=-1)


@EXPLAINED.rule("place", "“The bridge is shut for now,” said a doctor from Looe.")
def _place(tokens: Sequence[Token], at: int, stop: int) -> int | None:
    """ "of Mackay in north Queensland", "from the harbour police"."""
    if tokens[at].lower not in PLACED:
        return None
    end = at + 1
    while end < stop and tokens[end].kind == "w" and (tokens[end].lower in INSIDE or _is_noun(tokens[end])):
        end += 1
    while end > at and tokens[end - 1].lower in INSIDE:
        end -= 1
    return end - 1 if end > at + 1 and not any(t.lower in nouns.OCCASIONS for t in tokens[at:end]) else -1


def _is_noun(token: Token) -> bool:
    """No verb, adverb, time or other preposition."""
    lower = token.lower
    return not (lower in NOT_BEFORE or lower in particles.PREPOSITIONS or lower in TIMES or is_adverb(token))


@EXPLAINED.rule("clause with who", "A man who saw the fire said the bridge was shut.")
def _relative(tokens: Sequence[Token], at: int, stop: int) -> int | None:
    """Without a comma, up to the verb of speech or a mark."""
    if tokens[at].lower not in RELATIVE:
        return None
    end = next((n for n in range(at, min(stop, at + LONGEST)) if tokens[n].kind != "w"), stop)
    return end - 1 if end - at > 1 else -1


@EXPLAINED.rule("between marks", "Anna Hill, the mayor of Looe, said the bridge was shut.")
def _inserted(tokens: Sequence[Token], at: int, stop: int) -> int | None:
    """ "|, 45, a nurse|,": what is inserted, without the mark that closes it."""
    closing = CLOSING.get(tokens[at].text)
    if closing is None or not _explains(tokens, at + 1):
        return None
    end = next((n for n in range(at + 1, min(stop, at + LONGEST)) if tokens[n].kind != "w"), None)
    if end is None or tokens[end].text not in (closing, ".") or _has_verb(tokens[at + 1 : end]):
        return -1
    return end if closing == ")" else end - 1


def _has_verb(inserted: Sequence[Token]) -> bool:
    """ "one man was arrested": a clause of its own, with no "who" before its verb."""
    relative = next((n for n, t in enumerate(inserted) if t.lower in RELATIVE), len(inserted))
    return any(t.lower in particles.FINITE for t in inserted[:relative])


def _explains(tokens: Sequence[Token], at: int) -> bool:
    """What somebody is begins there: an article, an age, a clause with "who", a capital or a calling."""
    token = tokens[at]
    opens = token.lower in particles.DETERMINERS or token.lower in RELATIVE or token.lower in PLACED or token.text[0].isdigit()
    return opens or token.is_capital or is_calling(token.lower)
