"""Whether the English clause before a verb of speech is what it reports: "The border will stay open, X said on Monday"."""

from __future__ import annotations

from archive.extraction.languages import words
from archive.extraction.languages.english import forces, particles
from archive.extraction.speech.english.content.adjuncts import is_time, past_adjunct
from archive.extraction.speech.english.content.begins import past_opener, past_that, quotation_at
from archive.extraction.speech.english.content.behind import is_bound
from archive.extraction.speech.english.content.ends import content_end
from archive.extraction.speech.english.content.hearers import past_hearers
from archive.extraction.speech.english.content.speaking import BEHIND_ALONE, QUOTED_ONLY, speaks
from archive.extraction.speech.english.content.statable import CLAUSE_WORDS, is_clause
from archive.extraction.speech.english.left import left_of
from archive.extraction.speech.english.predicates import has_predicate, relative_before
from archive.extraction.speech.grammar import Reached
from archive.extraction.speech.reports import LINKS
from archive.extraction.text.rules import Rules

# A phrase with so many words may hold a clause of its own: "With the vote over and the count done, parliament will meet, he said."
LONG_ENOUGH = 8
# What opens a phrase or clause that depends on another, beside participles.
DEPENDENT = particles.PREPOSITIONS | words("asked speaking because although where given")
# Behind "but" and the like these still open such a clause.
STILL_DEPENDENT = words("as when while after before if although")
# What the reporter tells of the occasion, however long.
OF_OCCASION = words("asked speaking according as when while after given")

TRAILS = Rules[[Reached, int], bool]("is the English clause before the verb what it reports", otherwise=True)
INTRODUCES = Rules[[Reached], bool]("does reported speech follow an English verb", otherwise=False)


def opening(here: Reached) -> int:
    """Where the sources begin of which the cue names the last: ", | officials and the energy minister said"."""
    at = here.cue.begin
    if at - 2 <= here.at or here.tokens[at - 1].lower != "and":
        return at
    other = left_of(here.tokens, here.cued.unit.mentions, at - 2)
    joint = other and other.speaks and other.first > here.at and here.tokens[other.first - 1].text in LINKS
    return other.first if other and joint else at


def trails(here: Reached, end: int) -> bool:
    """The words from where the walk stands to the token are what the cue behind them reports."""
    return TRAILS(here, end)


@TRAILS.when("according to another", False, "According to the wire, prices fell, Anna Holt said.")
def _is_according(here: Reached, end: int) -> bool:
    return any(t.lower == "according" for t in here.tokens[here.at : here.at + 2])


@TRAILS.when("too few words", False, "In March, Anna Holt said the road was shut.")
def _is_few(here: Reached, end: int) -> bool:
    return _words(here, end) < CLAUSE_WORDS


def _words(here: Reached, end: int) -> int:
    return sum(t.kind == "w" for t in here.tokens[here.at : end])


@TRAILS.when(
    "clause with which", False, "Doubts were raised in the press by the builders' guild, the BGL, which warns of a lack of bricks."
)
def _is_relative(here: Reached, end: int) -> bool:
    return relative_before(here.tokens, here.cue.first - 1) is not None


@TRAILS.when("source that can't speak", False, "The road is shut for repairs, the sign says.")
def _is_silent(here: Reached, end: int) -> bool:
    return not speaks(here.cue)


@TRAILS.when("verb for quotations alone", False, "The road was shut in May, they thanked the mayor.")
def _is_naming(here: Reached, end: int) -> bool:
    return here.cue.word in QUOTED_ONLY or here.cue.word in BEHIND_ALONE


@TRAILS.when("denied something else", False, "The men were beaten, starved and held for years, or denied a doctor.")
def _is_refused(here: Reached, end: int) -> bool:
    """ "…, or denied | a doctor"."""
    after = here.tokens[here.cue.stop] if here.cue.stop < len(here.tokens) else None
    return here.cue.word in forces.DENYING and after is not None and after.kind == "w" and not is_time(here.cued, here.cue.stop)


@TRAILS.when("time of what follows", False, "Monday morning in Oslo, the lead scientist announced the discovery of five planets.")
def _is_time(here: Reached, end: int) -> bool:
    """ "Monday at a meeting in Oslo, he announced …"."""
    return is_time(here.cued, here.at) and not has_predicate(here.tokens[here.at : end])


@TRAILS.when("words behind the verb", False, "When Hanna Rautio came home, she said the door was open.")
def _introduces(here: Reached, end: int) -> bool:
    return INTRODUCES(here)


@TRAILS.when("participle before a quotation", False, "Commenting on the year, Anna Holt said, “We opened four new mills.”")
def _is_hint(here: Reached, end: int) -> bool:
    """ "Hinting that talks had stalled, she said, “…”"."""
    return here.tokens[here.at].lower.endswith("ing") and quotation_at(here.cued, here.cue.stop) is not None


@TRAILS.when("main clause", True, "Two people were arrested, according to police.")
def _is_main(here: Reached, end: int) -> bool:
    head = here.tokens[here.at].lower
    return head not in DEPENDENT and not head.endswith("ing")


@TRAILS.when("clause behind an opener", True, "In addition, the road is shut for repairs, Anna Holt said.")
def _is_opened(here: Reached, end: int) -> bool:
    inner = past_opener(here.cued, here.at, end)
    return inner > here.at and here.tokens[inner].lower not in STILL_DEPENDENT


@TRAILS.when("occasion", False, "Asked about the deal, Anna Holt said, “Not yet.”")
def _tells_occasion(here: Reached, end: int) -> bool:
    return here.tokens[here.at].lower in OF_OCCASION


@TRAILS.when("short phrase", False, "Answering a question about Port Dorna, the minister confirmed the figure of 40,000 new jobs.")
def _is_short(here: Reached, end: int) -> bool:
    return _words(here, end) < LONG_ENOUGH


@TRAILS.when("verb that goes on", False, "On 17 May, at the press conference in Zaborsk, Lev Korzun said it again.")
def _goes_on(here: Reached, end: int) -> bool:
    return not _is_closed(here, past_hearers(here))


def _is_closed(here: Reached, at: int) -> bool:
    """A mark ends the reporting clause, perhaps behind "on Friday"."""
    for _ in range(2):
        if at >= len(here.tokens) or here.tokens[at].text in (".", ",", ";"):
            return True
        at = past_adjunct(here.cued, at)
    return False


# ------------------------------------------------------------ what follows the verb


@INTRODUCES.when("nothing behind the verb", False, "“The road is shut for repairs, Anna Holt said,” Tom Arlow told us.")
def _is_last(here: Reached) -> bool:
    return here.cue.stop >= len(here.tokens)


@INTRODUCES.when("quotation, colon or that", True, "Asked about the vote, Mr. Ames replied that he had not made up his mind.")
def _is_announced(here: Reached) -> bool:
    token = here.tokens[here.cue.stop]
    return token.kind == "q" or token.lower == "that" or token.text == ":"


@INTRODUCES.when("something promised", True, "Now that a second day begins, they have vowed to keep a close eye on the roads.")
def _is_promised(here: Reached) -> bool:
    return is_bound(here, here.cue.stop)


@INTRODUCES.when("that behind a phrase", True, "When the rain began, Anna Holt said on Friday that the road was shut.")
def _has_that(here: Reached) -> bool:
    return past_that(here.cued, here.cue.stop) is not None


@INTRODUCES.when("mark or phrase", False, "Two people were arrested, according to police.")
def _is_phrase(here: Reached) -> bool:
    token = here.tokens[here.cue.stop]
    return token.kind != "w" or token.lower in particles.PREPOSITIONS or is_time(here.cued, here.cue.stop)


@INTRODUCES.when("clause behind the verb", True, "When Hanna Rautio came home, she said the door was open.")
def _has_clause(here: Reached) -> bool:
    return is_clause(here.cued, here.cue.stop, content_end(here.cued, here.cue.stop))
