"""Words that a speaker denied, asked or supposed, with the word that says so."""

import pytest

from archive.extraction.statements.with_cue import Shown, with_cue
from archive.extraction.types import CueFound, StatementFound

OWN = None  # the bare words


def found_in(text: str, words: str, cue: str, *, kind: str = "indirect", force: str = "denied") -> StatementFound:
    start = text.rindex(words)
    at = text.index(cue) if cue else 0
    return StatementFound(
        kind=kind, start=start, end=start + len(words), text=words, duplicates=(), speakers=(), said_on=None, occasion=None, dates=(),
        cue=CueFound(cue, at, at + len(cue)) if cue else None, confidence=0.9, force=force,
    )  # fmt: skip


SHOWN = [
    # text, cue, bare words, kind as found, force, words and kind that are shown (OWN: the bare words)
    ("Ms Aldre denied that the mill was in trouble.", "denied", "the mill was in trouble", "indirect", "denied",
     ("denied that the mill was in trouble", "indirect")),
    ("Aldre asked Mr. Marsh whether the mill would close.", "asked", "the mill would close", "indirect", "asked",
     ("asked Mr. Marsh whether the mill would close", "indirect")),
    ("Алдра опровергла, что мельница закрыта.", "опровергла", "мельница закрыта", "indirect", "denied",
     ("опровергла, что мельница закрыта", "indirect")),
    # a quotation that is taken in brings its closing mark, and is mixed then
    ("She denied “any part in the sale,” Marsh wrote.", "denied", "any part in the sale", "direct", "denied",
     ("denied “any part in the sale,”", "mixed")),
    ('He denied "any part in it".', "denied", "any part in it", "mixed", "denied", ('denied "any part in it"', "mixed")),
    ("Он отверг «любые планы».", "отверг", "любые планы", "direct", "denied", ("отверг «любые планы»", "mixed")),
    ("Він відкинув „будь-які плани“.", "відкинув", "будь-які плани", "direct", "denied", ("відкинув „будь-які плани“", "mixed")),
    ("She denied that the “old mill” was in trouble.", "denied", "the “old mill” was in trouble", "indirect", "denied",
     ("denied that the “old mill” was in trouble", "indirect")),
    # a quoted question shows itself
    ("Marsh asked: “Who will pay?”", "asked", "Who will pay?", "direct", "asked", OWN),
    ("Marsh asked: “Who will pay? Say it”", "asked", "Who will pay? Say it", "direct", "asked", ("asked: “Who will pay? Say it”", "mixed")),
    # what can't be taken in
    ("The mill, she said, was in trouble.", "", "was in trouble", "indirect", "denied", OWN),
    ("“The mill is in trouble,” she denied.", "denied", "The mill is in trouble", "direct", "denied", OWN),
    ("Aldre denied it. The mill was in trouble.", "denied", "The mill was in trouble", "indirect", "denied", OWN),
    ("Aldre denied that\n\nthe mill was in trouble.", "denied", "the mill was in trouble", "indirect", "denied", OWN),
    ("Aldre denied " + "in a long letter to her friends " * 3 + "that the mill stood.", "denied", "the mill stood", "indirect", "denied",
     OWN),
    ("Aldre denied “the tale that the mill was in trouble.", "denied", "the mill was in trouble", "indirect", "denied", OWN),
    ("“Nobody denied” that the mill” stood.", "denied", "the mill", "indirect", "denied", OWN),
    # what is simply said
    ("Aldre said that the mill was in trouble.", "said", "the mill was in trouble", "indirect", "asserted", OWN),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "words", "kind", "force", "expected"), SHOWN)
def test_words_are_shown_with_their_cue(text, cue, words, kind, force, expected):
    found = found_in(text, words, cue, kind=kind, force=force)

    shown = with_cue(text, found, [(found.start, found.end)])

    assert (text[shown.start : shown.end], shown.kind) == (expected or (words, kind))


def test_another_statement_between_keeps_the_cue_out():
    text = "Aldre denied that the mill was in trouble and that the dam was weak."
    found = found_in(text, "the dam was weak", "denied")
    other = text.index("the mill"), text.index(" and")

    assert with_cue(text, found, [other, (found.start, found.end)]) == Shown(found.start, found.end, "indirect")
    assert with_cue(text, found, [(0, 5)]).start == text.index("denied")
