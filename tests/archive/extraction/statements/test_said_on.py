"""The day of words: told beside them, else told before, else the document's own."""

import pytest

from archive.extraction import extract

HEAD = "A note from the region\n17 May 2023, 15:44\n\n"
BESIDE = "Anna Hill said on 12 May 2023 that the lock would open."
AFTER = " She said that the gate would follow."


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (BESIDE, [("2023-05-12", "date beside the words")]),
        (BESIDE + AFTER, [("2023-05-12", "date beside the words"), ("2023-05-12", "date beside the words, told before")]),
        ("Anna Hill said that the lock would open.", [("2023-05-17", "publication")]),
    ],
)
def test_day_is_told_beside_before_or_by_the_document(text, days):
    found = extract(HEAD + text)

    assert [(one.said_on.edtf, one.said_on.rule) for one in found.statements if one.said_on] == days


def test_words_without_any_day_have_none():
    (found,) = extract("Anna Hill said that the lock would open.").statements

    assert found.said_on is None
