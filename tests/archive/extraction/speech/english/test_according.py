"""What stands behind "according to"."""

import pytest

from archive.extraction.speech.english.according import according
from tests.archive.extraction.speech.english.phrases import printed, unit_and_place


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("It is shut, |according to Anna Hill.", ("person", "Anna Hill")),
        ("It is shut, |according to the ministry.", ("body", "the ministry")),
        ("|According to the team's coach, Ali Mehran, it is shut.", ("person", "the team's coach, Ali Mehran")),
        ("It all went |according to plan.", None),
        ("It is |according it a place.", None),
    ],
)
def test_source_of_according_to(sentence: str, source: tuple[str, str] | None) -> None:
    cue = according(*unit_and_place(sentence))

    assert printed(sentence, cue.source if cue else None) == source
