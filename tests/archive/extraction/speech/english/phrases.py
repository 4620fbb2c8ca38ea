"""Sentences in which a bar marks a place, read into tokens and the people they name."""

from archive.extraction.people.unit import Unit, unit_of
from archive.extraction.speech.reports import Source
from archive.extraction.text.blocks import blocks_of
from archive.extraction.text.quotes import quotes_of


def unit_and_place(marked: str) -> tuple[Unit, int]:
    """The sentence without its bar, and the first token behind it."""
    place, text = marked.index("|"), marked.replace("|", "")
    unit = unit_of(text, 0, 0, len(text), quotes_of(text, blocks_of(text)))
    return unit, next((at for at, token in enumerate(unit.tokens) if token.start >= place), len(unit.tokens))


def printed(marked: str, source: Source | None) -> tuple[str, str] | None:
    """The kind and the words of a source."""
    return (source.kind, marked.replace("|", "")[source.start : source.end]) if source else None
