"""Where reported words begin behind an English verb of speech: at a quotation, behind "that", past "In addition,"."""

from __future__ import annotations

from collections.abc import Sequence

from archive.extraction.languages import words
from archive.extraction.languages.english import forces, nouns, particles
from archive.extraction.speech.english.content.adjuncts import is_time
from archive.extraction.speech.english.content.hearers import is_told
from archive.extraction.speech.english.predicates import is_adverb, is_finite
from archive.extraction.speech.grammar import Cued
from archive.extraction.speech.stretches import is_long_quote, past_links
from archive.extraction.text.tokens import Token

# "on the likelihood that": the clause belongs to the noun, not to the verb of speech before it.
TIED = words("likelihood possibility fact idea grounds notion prospect risk theory basis assumption condition")
# "… and that prices rose" goes on with a clause that began without "that".
TIED_BEFORE = TIED | words("and but or if when while because although unless until than")
ONLY = words("only simply merely just")
INSERTED = particles.CONNECTORS | words("though too rather quite very so as more somewhat aloud") | {","}
PHRASE_OPENS = particles.PREPOSITIONS | {"without"}
# "said “…” was how": what is told of the words themselves.
WAS = words("is was")
TELLING_OF_WORDS = particles.DETERMINERS | words("what how all not")
# "“steps have been taken” to | cut costs": what is no verb.
NO_VERB = nouns.OBJECTS | particles.DETERMINERS | particles.PRONOUNS
# A quotation behind a phrase, and "that", stand so near to the verb.
LONGEST_PHRASE = 25
THAT_REACH = 22
LONGEST_OPENER = 6
# "dismissed | as wholly unfounded the claim | by the mayor of the town | that".
CLAIM_REACH = 9
OF_CLAIM = words("by from in of on to")
OPENING_WORDS = particles.CONNECTORS - {"as"}


# ------------------------------------------------------------ a quotation


def quotation_at(cued: Cued, at: int) -> int | None:
    """A quotation right after the cue, or after a comma or colon with no more than a phrase between."""
    tokens = cued.tokens
    if _is_that(tokens, at) and at + 1 < len(tokens) and tokens[at + 1].kind == "q":
        return at + 1 if fills(tokens, at + 1) else None
    if at < len(tokens) and tokens[at].text in (",", ":"):
        at += 1
    if at < len(tokens) and tokens[at].kind == "q":
        return at if fills(tokens, at) else None
    return _behind_phrase(cued, at)


def _is_that(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].lower == "that"


def _behind_phrase(cued: Cued, at: int) -> int | None:
    tokens = cued.tokens
    quote = next((n for n in range(at + 1, min(len(tokens), at + LONGEST_PHRASE + 1)) if tokens[n].kind == "q"), None)
    if quote is None or tokens[quote - 1].text not in (",", ":") or not is_long_quote(tokens[quote]):
        return None
    return quote if _is_phrase(cued, at, quote - 1) else None


def fills(tokens: Sequence[Token], at: int) -> bool:
    """The quotation is the whole of what is said, not the first words of a clause."""
    if at + 1 >= len(tokens) or (is_long_quote(tokens[at]) and not _runs_on(tokens, at)):
        return True
    return tokens[at + 1].kind != "w"


def _runs_on(tokens: Sequence[Token], at: int) -> bool:
    """ "says “steps have been taken” to cut costs": the words behind the quotation go on with its clause."""
    after, last = tokens[at + 1 : at + 3], tokens[at].text[-2:-1]
    if len(after) < 2 or last in ".,!?…":
        return False
    if after[0].lower != "to":
        return is_finite(tokens, at + 1) and not (after[0].lower in WAS and after[1].lower in TELLING_OF_WORDS)
    return after[1].kind == "w" and not after[1].is_capital and after[1].lower not in NO_VERB


# ------------------------------------------------------------ a clause with "that"


def past_that(cued: Cued, at: int) -> int | None:
    """One past "that", right after the cue or after a phrase of time and place; after "told" also past the hearers."""
    tokens = cued.tokens
    told = is_told(cued, at)
    at += at < len(tokens) and tokens[at].lower in ONLY
    reach = range(at, min(len(tokens), at + THAT_REACH))
    that = next((n for n in reach if tokens[n].lower == "that" or _bars_that(cued, n, told) or (n > at and n in cued.verbs)), None)
    if that is None or tokens[that].lower != "that" or that + 1 >= len(tokens):
        return None
    return that + 1 if that == at or _may_stand_before_that(cued, at, that) else None


def _bars_that(cued: Cued, n: int, told: bool) -> bool:
    token = cued.tokens[n]
    return token.kind == "q" or token.text in (":", ";") or (told and token.lower in particles.FINITE)


def _may_stand_before_that(cued: Cued, begin: int, that: int) -> bool:
    """A phrase, or ", however,", from the cue to "that"."""
    tokens = cued.tokens
    inserted = tokens[begin].text == "," and tokens[that - 1].text == ","
    return tokens[that - 1].lower not in TIED_BEFORE and (_is_phrase(cued, begin, that) or inserted)


def _is_phrase(cued: Cued, begin: int, end: int) -> bool:
    if begin >= end or cued.tokens[begin].lower in PHRASE_OPENS or is_time(cued, begin) or is_told(cued, begin):
        return True
    return all(t.lower in INSERTED or is_adverb(t) for t in cued.tokens[begin:end])


# ------------------------------------------------------------ what is denied by its name


def past_claim(cued: Cued, at: int) -> int | None:
    """One past "that" behind "reports", "as false the claim by the mayor" or "saying": what somebody denies is the clause."""
    tokens = cued.tokens
    noun = next((n for n in range(at, min(len(tokens), at + CLAIM_REACH)) if _names_claim(tokens, n, at)), None)
    if noun is None or any(_bars_claim(t) for t in tokens[at:noun]):
        return None
    return noun + 1 if _opens_subject(tokens, noun + 1) else _past_that_of(tokens, noun)


def _past_that_of(tokens: Sequence[Token], noun: int) -> int | None:
    """ "the claim | that", "the claim | by the mayor of the town | that"."""
    reach = range(noun + 1, min(len(tokens) - 1, noun + CLAIM_REACH))
    that = next((n for n in reach if tokens[n].lower == "that" or _bars_claim(tokens[n])), None)
    if that is None or tokens[that].lower != "that":
        return None
    tied = that == noun + 1 or tokens[noun + 1].lower in OF_CLAIM
    return that + 1 if tied and not is_finite(tokens, that + 1) else None


def _opens_subject(tokens: Sequence[Token], at: int) -> bool:
    """ "denied reports | the man was ill": an article, and a verb behind it with nothing but words between."""
    if at >= len(tokens) or tokens[at].lower not in particles.DETERMINERS - {"that"}:
        return False
    ahead = next((n for n in range(at + 1, min(len(tokens), at + CLAIM_REACH)) if is_finite(tokens, n) or tokens[n].kind != "w"), None)
    return ahead is not None and is_finite(tokens, ahead)


def _names_claim(tokens: Sequence[Token], n: int, at: int) -> bool:
    return tokens[n].lower in forces.CLAIMS or (n == at and tokens[n].lower in forces.SAYING)


def _bars_claim(token: Token) -> bool:
    return token.kind != "w" or token.lower in particles.FINITE


# ------------------------------------------------------------ what joins a sentence to the one before


def past_opener(cued: Cued, begin: int, end: int) -> int:
    """Past "In addition," and the like, which are the reporter's."""
    tokens = cued.tokens
    begin = past_links(tokens, begin, end)
    begin += _length_of_opener(tokens[begin:end], tokens[begin : begin + LONGEST_OPENER])
    return begin + 1 if begin < end and tokens[begin].text == "," else begin


def _length_of_opener(inner: Sequence[Token], ahead: Sequence[Token]) -> int:
    """How many words are "in addition" or "but", and leave something behind them."""
    lower = tuple(t.lower for t in ahead)
    for opener in particles.OPENERS:
        length = len(opener)
        if lower[:length] == opener and lower[length : length + 1] not in (("to",), ("of",)) and length < len(inner):
            return length
    return int(len(inner) > 1 and lower[0] in OPENING_WORDS)
