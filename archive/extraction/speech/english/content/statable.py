"""Whether English words behind a verb of speech can be what is said: a clause, a forecast, a phrase with a clause behind it."""

from __future__ import annotations

from collections.abc import Sequence

from archive.extraction.languages import words
from archive.extraction.languages.english import nouns, particles, speech_verbs
from archive.extraction.languages.english.verbs import ALWAYS, THIRDS
from archive.extraction.speech.english.content.adjuncts import AUXILIARIES, LONGEST, ends_adjunct, is_time
from archive.extraction.speech.english.content.ends import content_end
from archive.extraction.speech.english.content.speaking import speaks
from archive.extraction.speech.english.predicates import has_predicate, is_finite
from archive.extraction.speech.grammar import Cued, Reached
from archive.extraction.text.tokens import Token

# A clause has so many tokens at least, and an object with a relative clause.
CLAUSE_WORDS = 3
OBJECT_WORDS = 5
LONGEST_PHRASE = 26
NO_SUBJECTS = words("who which whose to of so nothing yes little goodbye as whether how") | (
    particles.PREPOSITIONS - particles.OPENING_CLAUSES
)
SUBJECTS = particles.DETERMINERS | particles.PRONOUNS
BEHIND_NOUN = words("of for from in on to")
# ", but fell": what another does follows.
CONTRASTING = words("but and while though although")


def is_clause(cued: Cued, begin: int, end: int) -> bool:
    """Has a subject and a finite verb of its own."""
    inner = cued.tokens[begin:end]
    if len(inner) < 2 or inner[0].kind == "p" or _is_no_subject(cued, begin) or _is_doing(cued, begin):
        return False
    return has_predicate(inner)


def _is_no_subject(cued: Cued, at: int) -> bool:
    lower = cued.tokens[at].lower
    if lower == "at" and at + 1 < len(cued.tokens) and cued.tokens[at + 1].lower in ("least", "most"):
        return False
    return lower in NO_SUBJECTS


def _is_doing(cued: Cued, at: int) -> bool:
    """ "said using his account": what the speaker did meanwhile."""
    following = cued.tokens[at + 1].lower if at + 1 < len(cued.tokens) else ""
    return cued.tokens[at].lower.endswith("ing") and following in particles.DETERMINERS


def may_be_said(cued: Cued, begin: int, end: int) -> bool:
    """After "said" nearly anything is what was said: a phrase of some words that begins like a subject."""
    if end - begin < CLAUSE_WORDS or cued.tokens[begin].kind == "p" or cued.tokens[begin].lower in AUXILIARIES:
        return False
    return not (_is_no_subject(cued, begin) or _is_doing(cued, begin) or _is_told_before(cued, begin, end))


def _is_told_before(cued: Cued, begin: int, end: int) -> bool:
    """ "said it again in June": words that stand elsewhere."""
    return cued.tokens[begin].lower == "it" and not has_predicate(cued.tokens[begin:end])


def opens_with_phrase(cued: Cued, begin: int, end: int) -> bool:
    """ "said before now, such a finding was unlikely": a phrase that belongs to what is said, with a comma and the clause behind."""
    tokens = cued.tokens
    comma = next((n for n in range(begin + 1, min(end, begin + LONGEST)) if tokens[n].kind != "w"), end)
    if tokens[begin].lower not in particles.PREPOSITIONS or comma + 2 >= end or tokens[comma].text != ",":
        return False
    told = any(is_time(cued, n) or ends_adjunct(cued, n) for n in range(begin, comma))
    return not told and _is_subject(tokens[comma + 1]) and comma + 1 not in cued.openings and has_predicate(tokens[comma + 1 : end])


def _is_subject(token: Token) -> bool:
    return token.is_capital or token.lower in SUBJECTS or token.lower in ("there", "such")


def is_object(cued: Cued, at: int) -> bool:
    """ "denied the talks that were held in May": a noun with its article and a verb somewhere behind it."""
    if at >= len(cued.tokens) or cued.tokens[at].lower not in particles.DETERMINERS:
        return False
    end = content_end(cued, at)
    return end - at >= OBJECT_WORDS and any(t.lower in particles.FINITE for t in cued.tokens[at:end])


def is_plain(cued: Cued, start: int, end: int) -> bool:
    """ "determined the cuts would be necessary": a subject with its article, and an auxiliary behind it."""
    opens = cued.tokens[start].lower in SUBJECTS or cued.tokens[start].lower == "there" or cued.tokens[start].is_capital
    return opens and any(t.lower in ALWAYS for t in cued.tokens[start + 1 : end])


def is_presented(cued: Cued, start: int, end: int) -> bool:
    """ "reported a loss in May, blamed on fuel", "announced further targets for 2009": a thing, though a word looks like a verb."""
    tokens = cued.tokens
    comma = next((n for n in range(start, end) if tokens[n].text == ","), end)
    inner = tokens[start:comma]
    if comma + 1 < end and tokens[comma + 1].lower in CONTRASTING:
        end = comma
    if any(is_finite(inner, n) and not _is_noun_before(inner, n) for n in range(len(inner))):
        return False
    return not any(t.lower in ALWAYS for t in tokens[comma:end])


def _is_noun_before(tokens: Sequence[Token], at: int) -> bool:
    """ "targets for", "results of": a plural that looks like a verb, before a preposition."""
    following = tokens[at + 1].lower if at + 1 < len(tokens) else "of"
    return tokens[at].lower in THIRDS and following in BEHIND_NOUN


def is_future(here: Reached, start: int, end: int) -> bool:
    """ "expects sales to rise 5%"."""
    if here.cue.word not in speech_verbs.FORECASTING or here.tokens[start].kind == "q" or not _may_be_forecast(here.cued, start):
        return False
    return any(t.lower == "to" for t in here.tokens[start + 1 : min(end - 1, start + LONGEST_PHRASE)])


def is_forecast(here: Reached, start: int, end: int) -> bool:
    """ "analysts expected a loss of 6 cents a share": a figure or a change is what was said."""
    if here.cue.word not in speech_verbs.FORECASTING or not speaks(here.cue) or here.cue.inverted or end - start < CLAUSE_WORDS:
        return False
    figures = (t.text[-1].isdigit() or t.lower in nouns.CHANGES for t in here.tokens[start:end])
    return _may_be_forecast(here.cued, start) and any(figures)


def _may_be_forecast(cued: Cued, start: int) -> bool:
    return cued.tokens[start].kind != "p" and not cued.tokens[start].lower.endswith("ing") and not _is_no_subject(cued, start)
