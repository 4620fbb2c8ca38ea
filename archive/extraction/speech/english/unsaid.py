"""Tells verbs of speech that report nothing said: denied, supposed, asked about or still to come.

"Neither A nor B said", "it is not true that A said", "A would have said", "A will say on Friday", "had A said so".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from archive.extraction.languages import words
from archive.extraction.speech.reports import Cue, Source
from archive.extraction.text.rules import Rules
from archive.extraction.text.tokens import Token

FUTURE = words("will shall 'll ’ll")
CONDITIONAL = words("would 'd ’d")
HAVE = words("have 've ’ve")
# Before the subject they put the verb into doubt or another world.
SUPPOSING = words("if whether unless lest suppose supposing imagine imagined assuming wish wishes wished pretend pretended pretends")
AS_THOUGH = words("as even")
INVERTED = words("had did does do has have should would will could might")
BARRING = words("nor neither never")
UNTRUE = words(
    """
    untrue false falsely wrong incorrect fake lie lies myth hoax rumour rumours rumor rumors falsehood untruth doubt doubts doubtful
    doubted unlikely impossible inconceivable unthinkable fabricated invented nonsense fiction misquoted
    """
)
TRUTH = words("true right correct case fact evidence proof record records sign indication clear certain confirmed proven suggestion")
NEGATING = words("not no n't never without isn't wasn't aren't hardly nothing little")
SUPPOSING_OR_BARRING = SUPPOSING | BARRING
ON_CONDITION = words("if unless")
ONE = words("a one")
# Endings of a subject: "she'll say", "he'd have said".
CONTRACTED = tuple(mark for mark in sorted(FUTURE | CONDITIONAL) if not mark[0].isalpha())
# What is not ruled out was said, and has a "not" of its own.
DOUBLE_NEGATION = frozenset(("not rule out", "not deny"))
# How far before the subject its clause is looked through.
REACH = 9


def is_unsaid(tokens: Sequence[Token], cue: Cue) -> bool:
    """Whether an English cue tells of nothing that was said; a plain "did not say" is left to the cue itself."""
    return cue.source is not None and cue.word != "according to" and UNSAID(tokens, cue, cue.source)


UNSAID = Rules[[Sequence[Token], Cue, Source], bool]("does this English verb tell of nothing that was said", otherwise=False)


@UNSAID.when("still to come", True, "Anna Hill will say on Friday that the bridge is open.")
def _is_future(tokens: Sequence[Token], cue: Cue, source: Source) -> bool:
    """ "will say"; not "will not give names and says"."""
    return not cue.word.endswith(("s", "ed", "said")) and not FUTURE.isdisjoint(_auxiliaries(tokens, cue, source))


@UNSAID.when("would have said", True, "If asked, Jan Kessel would say that the bridge was closed.")
def _is_conditional(tokens: Sequence[Token], cue: Cue, source: Source) -> bool:
    """ "would have said", "if asked, she would say"."""
    between = _auxiliaries(tokens, cue, source)
    if CONDITIONAL.isdisjoint(between):
        return False
    return not HAVE.isdisjoint(between) or any(t.lower in ON_CONDITION for t in tokens[: source.first])


@UNSAID.when("not one", True, "Not one of the ministers said that the bridge was closed.")
def _is_nobody(tokens: Sequence[Token], cue: Cue, source: Source) -> bool:
    """ "not one of them said", "not | a single minister said"."""
    first = _begin(tokens, source)
    opening = [t.lower for t in tokens[max(0, first - 1) : first + 2]]
    return any(word == "not" and following in ONE for word, following in pairwise(opening))


@UNSAID.when("as though", True, "It was as though Jan Kessel said that the road was open.")
def _is_as_though(tokens: Sequence[Token], cue: Cue, source: Source) -> bool:
    first = _begin(tokens, source)
    return first > 1 and tokens[first - 1].lower == "though" and tokens[first - 2].lower in AS_THOUGH


@UNSAID.when("supposed or barred", True, "The mayor was asked if she thinks the bridge is safe.")
def _is_supposed(tokens: Sequence[Token], cue: Cue, source: Source) -> bool:
    """ "if | she said", "nor | Anna Smith said"."""
    first = _begin(tokens, source)
    return first > 0 and tokens[first - 1].lower in SUPPOSING_OR_BARRING


@UNSAID.when("asked or inverted", True, "Had Jan Kessel said that the bridge was closed, we would know.")
def _is_inverted(tokens: Sequence[Token], cue: Cue, source: Source) -> bool:
    """ "had | she said", "did | she say"; not "only then did | she say", "so did | she"."""
    first = _begin(tokens, source)
    if not first or tokens[first - 1].lower not in INVERTED:
        return False
    opened = [t.lower for t in tokens[max(0, first - REACH) : first - 1]]
    return "only" not in opened and "so" not in opened[-1:]


@UNSAID.when("called untrue", True, "It's untrue that the mayor said the bridge was closed.")
def _is_called_untrue(tokens: Sequence[Token], cue: Cue, source: Source) -> bool:
    """ "It is a lie that | she said", "false reports that | she said"."""
    ahead = _ahead(tokens, source)
    return ahead[:1] != [] and (ahead[0] in UNTRUE or (_is_that_before(tokens, source) and not UNTRUE.isdisjoint(ahead[:2])))


@UNSAID.when("not called true", True, "It is not true that Jan Kessel said the bridge was closed.")
def _is_not_called_true(tokens: Sequence[Token], cue: Cue, source: Source) -> bool:
    """ "It is not true that | she said", "there is no evidence | she said"."""
    ahead = _ahead(tokens, source)
    if not ahead or ahead[0] not in TRUTH:
        return False
    return not UNTRUE.isdisjoint(ahead[:2]) or any(word in NEGATING or word.endswith("n't") for word in ahead)


def _auxiliaries(tokens: Sequence[Token], cue: Cue, source: Source) -> list[str]:
    """The words between the source and the verb behind it, with what is contracted into the source: "he'd have said"."""
    if cue.word in DOUBLE_NEGATION or cue.first <= source.last:
        return []
    subject = tokens[source.last].lower
    return [t.lower for t in tokens[source.last + 1 : cue.first] if not t.is_capital] + [
        mark for mark in CONTRACTED if subject.endswith(mark)
    ]


def _begin(tokens: Sequence[Token], source: Source) -> int:
    """The first token of the source as it is printed."""
    return next((n for n in range(source.first) if tokens[n].start >= source.start), source.first)


def _is_that_before(tokens: Sequence[Token], source: Source) -> bool:
    return source.first > 0 and tokens[source.first - 1].lower == "that"


def _ahead(tokens: Sequence[Token], source: Source) -> list[str]:
    """The words of the clause before the subject, the nearest first, without "that"."""
    first = source.first - _is_that_before(tokens, source)
    ahead: list[str] = []
    while first > 0 and len(ahead) < REACH and tokens[first - 1].kind == "w":
        first -= 1
        ahead.append(tokens[first].lower)
    return ahead
