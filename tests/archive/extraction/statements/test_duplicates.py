"""The same words printed twice are one saying, unless a speaker or a day tells two sayings apart. All texts are invented."""

import pytest

from archive.extraction import extract

HEAD = "A note from the region\n17 May 2023, 15:44\n\n"
SHUT = "“The road is shut for good,”"
RU = "«Дорога закрыта навсегда»,"
MET = "\n\nThe council met for an hour.\n\n"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # two speakers
        (f"{SHUT} Anna Holt said in March.{MET}{SHUT} Jan Kessel said in May.", ["Anna Holt", "Jan Kessel"]),
        (f"{SHUT} Anna Holt said.{MET}{SHUT} Jan Kessel said.", ["Anna Holt", "Jan Kessel"]),
        (f"{RU} — сказала Анна Орлова.\n\nСовет собрался.\n\n{RU} — сказал Пётр Маркин.", ["Анна Орлова", "Пётр Маркин"]),
        # two days
        (f"{SHUT} Anna Holt said in March.{MET}{SHUT} Anna Holt said again on 3 May.", ["Anna Holt", "Anna Holt"]),
        (f"{SHUT} Anna Holt said in 2014.{MET}{SHUT} Anna Holt said on Monday.", ["Anna Holt", "Anna Holt"]),
        # copies
        (f"{SHUT} Anna Holt said.{MET}{SHUT} Holt said.", ["Anna Holt"]),
        (f"{SHUT} Anna Holt said in March.{MET}“The road is shut for good.”", ["Anna Holt"]),
        (f"“The road is shut for good.”{MET}{SHUT} Anna Holt said on Monday.", ["Anna Holt"]),
        (f"{SHUT} Anna Holt said in May.{MET}{SHUT} Anna Holt said on 3 May.", ["Anna Holt"]),
        (f"{SHUT} Anna Holt said on Monday.{MET}{SHUT} Anna Holt said.", ["Anna Holt"]),
    ],
)
def test_same_words_are_merged_where_speaker_and_day_agree(text, names):
    found = [one for one in extract(HEAD + text).statements if "shut" in one.text or "закрыта" in one.text]

    assert [speaker.name for one in found for speaker in one.speakers] == names
    assert all(bool(one.duplicates) == (len(names) == 1) for one in found)


def test_same_words_denied_and_asserted_are_two_sayings():
    found = extract(f"{HEAD}Anna Holt denied that the road was shut.{MET}Anna Holt said that the road was shut.").statements

    assert [(one.text, one.force, one.duplicates) for one in found] == [
        ("the road was shut", "denied", ()),
        ("the road was shut", "asserted", ()),
    ]
