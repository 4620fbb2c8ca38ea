"""What became of a file: it was read, wholly or page by page, or refused with a sentence."""

import datetime
import os
from pathlib import Path

from archive.reading import ReadText, Refusal, Unreadable, read

TODAY = datetime.date(2024, 7, 1)
Outcome = ReadText | Refusal | Unreadable


def outcomes_of(name: str, raw: bytes) -> list[Outcome]:
    try:
        return list(read(raw, name, today=TODAY))
    except Unreadable as refusal:
        return [refusal]


def expect_clear(found: list[Outcome]) -> None:
    """Words that both databases take, or a sentence."""
    assert found
    for one in found:
        if isinstance(one, ReadText):
            assert one.text.strip()
            for words in (one.text, one.title, one.site, one.author, one.address, one.language):
                assert "\0" not in words
                words.encode()  # no half of a surrogate pair
            assert all(0 <= place.start < place.end <= len(one.text) for place in one.locators)
        else:
            assert sentence_of(one).endswith((".", ",000", "captures it"))


def sentence_of(refused: Refusal | Unreadable) -> str:
    return refused.sentence if isinstance(refused, Refusal) else str(refused)


def resident() -> int:
    """The memory of this process, in bytes."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE")
