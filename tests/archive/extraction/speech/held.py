"""The tables of force: sentences with how their speakers hold what is reported, and by which words."""

import re
from pathlib import Path

from archive.extraction import extract

HEAD = "A note from the region\n17 May 2023, 15:44\n\n"
MARK = re.compile("[⟦⟧‹›]")
Held = list[tuple[str, str]]


def lines_of(table: Path) -> list[str]:
    return [line for line in table.read_text("utf-8").splitlines() if not line.startswith("#")]


def wanted(line: str) -> tuple[str, Held, list[str]]:
    """The bare sentence, how each of its ⟦words⟧ is held, and the ‹cues› that tell it."""
    forces, sentence = line.split(" | ", 1)
    words = [MARK.sub("", one) for one in re.findall("⟦(.*?)⟧", sentence)]
    return MARK.sub("", sentence), list(zip(forces.split() if words else [], words, strict=True)), re.findall("‹(.*?)›", sentence)


def read(sentence: str) -> tuple[Held, list[str]]:
    """How the words that are found are held, and the cues of those that are not asserted, each once."""
    found = extract(HEAD + sentence).statements
    cues = [one.cue.text for one in found if one.force != "asserted" and one.cue]
    return [(one.force, one.text) for one in found], list(dict.fromkeys(cues))
