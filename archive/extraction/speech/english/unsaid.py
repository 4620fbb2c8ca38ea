"""Tells English verbs of speech that report nothing said: denied, supposed, asked about or still to come.

"Neither A nor B said", "it is not true that A said", "A would have said", "A will say on Friday", "had A said so".
"""

from __future__ import annotations

from collections.abc import Sequence

from archive.extraction.languages import words
from archive.extraction.speech.reports import Cue, Source
from archive.extraction.text.tokens import Token

FUTURE = words("will shall 'll ’ll")
CONDITIONAL = words("would 'd ’d")
HAVE = words("have 've ’ve")
# Before the subject they put the verb into doubt or another world.
SUPPOSING = words("if whether unless lest though suppose supposing imagine imagined assuming wish wishes wished pretend pretended pretends")
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
# How far before the subject its clause is looked through.
REACH = 9


def is_unsaid(tokens: Sequence[Token], cue: Cue) -> bool:
    """Whether a cue tells of nothing that was said; a plain "did not say" is left to the cue itself."""
    source = cue.source
    if source is None or cue.word == "according to":
        return False
    return _is_unreal(tokens, cue, source) or _is_barred(tokens, source) or _is_untrue(tokens, source)


def _is_unreal(tokens: Sequence[Token], cue: Cue, source: Source) -> bool:
    """ "will say", "would have said", "if asked, she would say"."""
    between = [t.lower for t in tokens[source.last + 1 : cue.first] if not t.is_capital]
    subject = tokens[source.last].lower
    between += [mark for mark in FUTURE | CONDITIONAL if not mark[0].isalpha() and subject.endswith(mark)]  # "he'd have said"
    if cue.word == "not rule out" or cue.first <= source.last:
        return False
    if not FUTURE.isdisjoint(between):
        return True
    supposed = not HAVE.isdisjoint(between) or any(t.lower in ("if", "unless") for t in tokens[: source.first])
    return not CONDITIONAL.isdisjoint(between) and supposed


def _is_barred(tokens: Sequence[Token], source: Source) -> bool:
    """ "nor | Anna Smith said", "not one of them said", "as though | she said", "had | she said", "did | she say"."""
    first = next((n for n in range(source.first) if tokens[n].start >= source.start), source.first)
    if [t.lower for t in tokens[first : first + 2]] == ["not", "one"] or source.head in UNTRUE:
        return True
    if not first:
        return False
    before, opened = tokens[first - 1].lower, [t.lower for t in tokens[max(0, first - REACH) : first - 1]]
    if before == "though":
        return opened[-1:] != [] and opened[-1] in AS_THOUGH
    if before in SUPPOSING | BARRING or (before == "not" and tokens[first].lower in ("a", "one")):
        return True
    return before in INVERTED and "only" not in opened and "so" not in opened[-1:]


def _is_untrue(tokens: Sequence[Token], source: Source) -> bool:
    """ "It is not true that | she said", "there is no evidence | she said", "false reports that | she said"."""
    first = source.first - (source.first > 0 and tokens[source.first - 1].lower == "that")
    ahead: list[str] = []
    while first > 0 and len(ahead) < REACH and tokens[first - 1].kind == "w":
        first -= 1
        ahead.append(tokens[first].lower)
    if not ahead or not (ahead[0] in UNTRUE | TRUTH or (tokens[source.first - 1].lower == "that" and not UNTRUE.isdisjoint(ahead[:2]))):
        return False
    return ahead[0] in UNTRUE or not UNTRUE.isdisjoint(ahead[:2]) or any(word in NEGATING or word.endswith("n't") for word in ahead)
