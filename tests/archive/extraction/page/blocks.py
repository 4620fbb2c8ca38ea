"""Blocks of invented texts, for the tests of this room."""

from archive.extraction.text.blocks import Block, blocks_of


def block(text: str) -> Block:
    """The text as the one block that it is."""
    return Block(0, len(text), text, apart=False)


def blocks(*texts: str) -> list[Block]:
    """Each text a block of its own, one below the other without an empty line."""
    return blocks_of("\n".join(texts))
