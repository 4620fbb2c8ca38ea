"""An English reporting clause between two parts of what is said: "His client, he said, had never been told".

Such words are one statement with the reporter's inside, for neither half says anything alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive.extraction.languages import words
from archive.extraction.languages.english import nouns, particles, speech_verbs
from archive.extraction.languages.english.verbs import ALWAYS
from archive.extraction.speech.english.content.adjuncts import past_adjunct, past_adjuncts
from archive.extraction.speech.english.content.begins import past_opener
from archive.extraction.speech.english.content.ends import content_end, ends_at
from archive.extraction.speech.english.content.speaking import speaks
from archive.extraction.speech.english.content.statable import CLAUSE_WORDS
from archive.extraction.speech.english.content.taken import CLAUSE, clause_from
from archive.extraction.speech.english.predicates import has_predicate
from archive.extraction.speech.grammar import NOTHING, Content, Reached
from archive.extraction.speech.reports import ACCORDING, LINKS
from archive.extraction.speech.stretches import is_long_quote
from archive.extraction.text.rules import Rules
from archive.extraction.text.tokens import Token

# A clause that begins with one of these, after the reporting clause, is still reported.
CONTINUING = words("and but because since although though so if unless while whereas nor or")
CONTRASTING = words("although though while whereas but")
# These stand before the clause that is reported, not in it.
JOINING = words("and but so")
# Alone before the reporting clause: "Now, they say, …".
ALONE = particles.TIMES | particles.AUXILIARY
OF_OCCASION = particles.ADJUNCT_HEADS | words("asked speaking writing")
OCCASIONS = nouns.OCCASIONS | nouns.CHANNELS | {"statement"}
CLOSING = (",", "—", "–")


@dataclass(frozen=True, slots=True)
class Middle:
    """A reporting clause with words before it, tokens `begin` to `end`, and the mark there; `second` opens the words behind it."""

    here: Reached
    begin: int
    end: int
    second: int

    @property
    def first(self) -> Sequence[Token]:
        return self.here.tokens[self.begin : self.end]


AROUND = Rules[[Middle], Content]("what stands around an English reporting clause", otherwise=NOTHING)


def around(here: Reached) -> Content:
    """What the cue reports on both of its sides, or behind it where the reporter's words alone stand before it."""
    second = _past_comma(here)
    if second is None or not (here.cue.word in speech_verbs.SPEECH or here.cue.word == ACCORDING):
        return NOTHING
    return AROUND(Middle(here, past_opener(here.cued, here.at, here.cue.begin), here.cue.begin - 1, second))


@AROUND.rule("opener", "In addition, he said, the vaccine did not elicit a strong response.")
def _behind_opener(middle: Middle) -> Content | None:
    """ "In addition, he said, …"."""
    opened = middle.here.at < middle.end <= middle.begin
    says = speaks(middle.here.cue) and middle.here.cue.word in speech_verbs.SPEECH
    return clause_from(middle.here, middle.second, CLAUSE) if opened and says else None


@AROUND.when("nothing before", NOTHING, "Anna Holt said, and poured a glass of water, that the road was shut.")
def _begins_sentence(middle: Middle) -> bool:
    return middle.end <= middle.begin or middle.here.tokens[middle.end].text not in LINKS


@AROUND.when("source beside that can't speak", NOTHING, "The road, the sign says, is shut.")
def _is_silent(middle: Middle) -> bool:
    return not speaks(middle.here.cue)


@AROUND.when("quotation before", NOTHING, "“The road is shut for now”, Anna Holt said, and will open in May.")
def _is_quoted(middle: Middle) -> bool:
    return any(is_long_quote(token) for token in middle.first)


@AROUND.when("whole clause before", NOTHING, "Output fell in May, the group said, as two fields were closed for repairs.")
def _is_whole(middle: Middle) -> bool:
    """Half of a clause has its verb as the last word: "There is, he says, no reason"."""
    return has_predicate(middle.first) and middle.first[-1].text not in ALWAYS


@AROUND.rule("time before", "Now, they project, on average, the rate will fall to 2.1% by May.")
def _behind_time(middle: Middle) -> Content | None:
    if len(middle.first) > 1 or middle.first[0].lower not in ALONE:
        return None
    return clause_from(middle.here, max(middle.second, past_adjuncts(middle.here.cued, middle.here.cue.stop)), CLAUSE)


@AROUND.rule("occasion before", "In an interview, she said, the road was shut.")
def _behind_occasion(middle: Middle) -> Content | None:
    """ "In an interview, he said, …": the phrase before is the reporter's."""
    told = middle.first[0].lower in OF_OCCASION and any(t.lower in OCCASIONS for t in middle.first)
    return clause_from(middle.here, middle.second, CLAUSE) if told else None


@AROUND.rule("one clause", "There is, Mr. Vane says, no reason to panic.")
def _one_clause(middle: Middle) -> Content | None:
    stop = content_end(middle.here.cued, middle.second)
    whole = stop - middle.second > 1 and has_predicate([*middle.first, *middle.here.tokens[middle.second : stop]])
    return Content(middle.begin, stop, "clause around") if whole else None


def _past_comma(here: Reached) -> int | None:
    """The token after the comma that closes the reporting clause."""
    tokens, at = here.tokens, here.cue.stop
    while at < len(tokens) and tokens[at].text not in CLOSING:
        past = past_adjunct(here.cued, at)
        if past == at:
            return None
        at = past
    return at + 1 if at + 1 < len(tokens) and not ends_at(here.cued, at, here.at) else None


def continuation(here: Reached) -> Content:
    """ "Revenue would be flat, the company warned, and margins could shrink": what follows with a conjunction is said too."""
    tokens, at = here.tokens, _past_comma(here)
    if at is None or tokens[at].lower not in CONTINUING or at + 1 in here.cued.openings:
        return NOTHING
    begin = at + (tokens[at].lower in JOINING)
    end = content_end(here.cued, begin)
    if tokens[at].lower in CONTRASTING and any(t.lower in speech_verbs.REFUSING for t in tokens[at:end]):
        return NOTHING
    said = end - begin > CLAUSE_WORDS and has_predicate(tokens[at + 1 : end]) and all(t.kind != "q" for t in tokens[at:end])
    return clause_from(here, begin, CLAUSE) if said else NOTHING
