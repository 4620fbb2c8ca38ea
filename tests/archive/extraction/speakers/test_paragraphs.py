"""The paragraphs of a body as sentences, turns and lines of a name."""

from archive.extraction.page.transcripts.turns import turns_of
from archive.extraction.people.mentions import KnownNames
from archive.extraction.speakers.paragraphs import sentences_in
from archive.extraction.speakers.spoken import Sentence, paragraphs_between
from archive.extraction.text.blocks import blocks_of
from archive.extraction.text.quotes import quotes_of

SURNAMES = frozenset({"hill"})


def read(text: str) -> list[Sentence]:
    blocks = blocks_of(text)
    return sentences_in(text, blocks, quotes_of(text, blocks), turns_of(blocks, SURNAMES), KnownNames("en", frozenset({"Hill"})))


def test_paragraph_gives_its_sentences():
    text = "“The lock will open.” It rained.\n\nAnna Hill said it would be free."

    found = read(text)

    assert [(text[s.unit.start : s.unit.end], s.is_quotation, len(s.reading.reports)) for s in found] == [
        ("“The lock will open.”", True, 1),
        ("It rained.", False, 0),
        ("Anna Hill said it would be free.", False, 1),
    ]
    assert (paragraphs_between(found, 0, 1), paragraphs_between(found, 0, 2)) == (0, 1)


def test_turn_is_one_sentence_of_its_label():
    text = "Anna Hill: The lock will open in May.\n\nQ: Will it be free?\n\nA: It will be free for all."

    found = read(text)

    assert [[(r.how, r.source.head if r.source else None, text[r.start : r.end]) for r in s.reading.reports] for s in found] == [
        [("turn", "Anna Hill", "The lock will open in May.")],
        [("turn", "", "Will it be free?")],
        [("turn", None, "It will be free for all.")],
    ]


def test_line_of_a_name_signs():
    assert [s.signs and s.signs.head for s in read("“The lock will open in May.”\n\n— Anna Hill, engineer")] == [None, "Anna Hill"]
