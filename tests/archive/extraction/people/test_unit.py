"""A sentence with its quotations and its people."""

from archive.extraction.people.unit import unit_of
from archive.extraction.text.blocks import Block
from archive.extraction.text.quotes import quotes_of


def test_quotations_that_begin_in_the_sentence_are_one_token_each():
    text = "“Not yet,” Anna Holt said. “In May.”"
    quotes = quotes_of(text, [Block(0, len(text), text, apart=False)])

    unit = unit_of(text, 3, 0, 26, quotes)

    assert [token.text for token in unit.tokens] == ["“Not yet,”", "Anna", "Holt", "said", "."]
    assert [(who.name, who.first, who.last) for who in unit.mentions] == [("Anna Holt", 1, 2)]
    assert unit.block == 3
