"""Who is named for what is said, over invented passages of many kinds. Every mistake that is found adds a passage.

The passages stand in text files: a heading, the passage, and lines `> words => speaker` for the statement that holds the words.
A speaker is one or several full names, "?" where it can't be told, or "~" and the mention as printed where nobody is named.
"""

from pathlib import Path

import pytest

from archive.extraction import extract
from archive.extraction.types import SpeakerFound

HEAD = "A note from the region\n17 May 2023, 15:44\n\n"
HERE = Path(__file__).parent


def passages() -> dict[str, tuple[str, list[tuple[str, str]]]]:
    """Heading -> the passage and its expectations."""
    found = {}
    for file in ("english.txt", "slavic.txt"):
        for entry in (HERE / file).read_text("utf-8").split("\n# "):
            heading, _, rest = entry.removeprefix("# ").partition("\n")
            lines = rest.strip().split("\n")
            asked = [line.removeprefix("> ").split(" => ") for line in lines if line.startswith("> ")]
            found[heading] = ("\n".join(line for line in lines if not line.startswith("> ")), [(words, who) for words, who in asked])
    return found


PASSAGES = passages()


def shown(speakers: tuple[SpeakerFound, ...], text: str, wanted: str) -> str:
    """The speakers in the notation of the files."""
    names = [speaker.name for speaker in speakers if speaker.name]
    if names:
        return "; ".join(names)
    printed = [text[s.start : s.end] for s in speakers if s.start is not None]
    return f"~{printed[0]}" if wanted.startswith("~") and printed else "?"


@pytest.mark.parametrize("heading", PASSAGES)
def test_speaker_of_a_passage_is_told(heading: str) -> None:
    passage, asked = PASSAGES[heading]
    text = HEAD + passage

    statements = extract(text).statements

    told = {}
    for words, wanted in asked:
        at = text.index(words)
        speaking = next((s for s in statements if s.start <= at < s.end), None)
        told[words] = shown(speaking.speakers, text, wanted) if speaking else "not found"
    assert told == dict(asked)
