"""Invented passages, read as the body of a note of 17 May 2023."""

from archive.extraction import extract

HEAD = "A note from the region\n17 May 2023, 15:44\n\n"


def last_names(text: str) -> list[str | None]:
    """The names that the last statement of the passage is given."""
    return [speaker.name for speaker in extract(HEAD + text).statements[-1].speakers]


def last_printed(text: str) -> list[str]:
    """The mentions beside the last statement, as they are printed."""
    return [(HEAD + text)[speaker.start : speaker.end] for speaker in extract(HEAD + text).statements[-1].speakers]
