"""English quotation marks that hold no speech. All sentences are invented."""

import pytest

from tests.archive.extraction.speech.sentences import reported, unmarked


@pytest.mark.parametrize(
    "line",
    [
        "Anna Holt read the book “How we built the bridge of Aldhaven” in May.",
        "The sign on the door reads “No entry after dark”.",
        "The so-called “war on small shops” goes on.",
        "“The Long Road to the Sea” was shown in Oslo.",
        "Anna Holt was blunt: “⟦we will never build it again⟧”.",
    ],
)
def test_names_and_signs_are_no_speech(line):
    sentence, wanted = unmarked(line)

    assert [words for words, _ in reported(sentence)] == wanted
