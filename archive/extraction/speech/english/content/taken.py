"""The clause that an English cue reports, as it is taken: who can say so, and where it ends."""

from __future__ import annotations

from archive.extraction.languages.english.speech_verbs import PARTICIPLES
from archive.extraction.speech.english.content.ends import content_end
from archive.extraction.speech.english.content.speaking import may_speak, speaks
from archive.extraction.speech.english.predicates import past_predicate, relative_before
from archive.extraction.speech.grammar import NOTHING, Content, Reached

THAT = "clause after that"
CLAUSE = "clause after"
WHETHER = "clause after whether"
WHICH = ("which", "whom")


def clause_from(here: Reached, at: int, how: str) -> Content:
    """The clause that begins at the token, if the cue can report it."""
    tokens = here.tokens
    while at + 1 < len(tokens) and tokens[at].text == ",":
        at += 1
    end = end_of_clause(here, at)
    if sum(t.kind != "p" for t in tokens[at:end]) < 2:
        return NOTHING
    reports = speaks(here.cue) or (how in (THAT, WHETHER) and may_speak(here.cue))
    compared = here.cue.begin > 0 and tokens[here.cue.begin - 1].lower == "what"  # "less than what the firm said it would earn"
    return Content(at, end, how) if reports and not compared else NOTHING


def end_of_clause(here: Reached, at: int) -> int:
    """Where the clause ends that the cue reports and that begins at the token."""
    end = content_end(here.cued, at)
    if here.cue.word == "claim":
        end = past_predicate(here.tokens, at, end)
    return _end_of_inserted(here, at, end) if _is_relative(here) or _is_participle_of_subject(here) else end


def _is_relative(here: Reached) -> bool:
    """ "who has strenuously denied", "an address in which | he said"."""
    before = here.tokens[here.cue.begin - 1].lower if here.cue.begin else ""
    return before in WHICH or relative_before(here.tokens, here.cue.first - 1) is not None


def _is_participle_of_subject(here: Reached) -> bool:
    """ "The rebels, claiming victory, left": no verb stands between the subject and the participle."""
    cue = here.cue
    between = here.tokens[cue.source.last + 1 : cue.first] if cue.source and cue.word in PARTICIPLES else ()
    return [t.text for t in between] == [","]


def _end_of_inserted(here: Reached, begin: int, end: int) -> int:
    """ "Hill, who said she would go, resigned": the comma closes what she said; it may stand inside the marks of a quotation."""
    for n in range(begin, end):
        token = here.tokens[n]
        if token.text == ",":
            return n
        if token.kind == "q" and token.text[-2:-1] == ",":
            return n + 1
    return end
