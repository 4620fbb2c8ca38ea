"""The words of others inside what somebody says."""

import pytest

from archive.extraction import extract

HEAD = "A note from the region\n17 May 2023, 15:44\n\n"


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "Lev Brandt said that Anna Kovaleva had told him ‘the game is up’ during the flight.",
            [("the game is up", "Anna Kovaleva", "told")],
        ),
        ("“The minister told me, ‘Do not open the gates,’ and we obeyed,” Peter Marsh said.", [("Do not open the gates", None, "told")]),
        ("Peter Marsh said the ministry had announced that prices would rise.", [("prices would rise", None, "announced")]),
        (
            "Мария Петрова рассказала, что министр Олег Жданов заявил: «Мост откроют весной».",
            [("Мост откроют весной", "Олег Жданов", "заявил")],
        ),
        ("Peter Marsh said that he believed the vote was fair.", []),
    ],
)
def test_words_of_others_inside_a_statement_are_marked(sentence: str, wanted: list[tuple[str, str | None, str]]) -> None:
    (statement,) = extract(HEAD + sentence).statements

    assert [(one.text, one.speakers[0].name, one.cue.text if one.cue else None) for one in statement.relayed] == wanted
    assert all(statement.start <= one.start < one.end <= statement.end for one in statement.relayed)


def test_what_another_is_said_to_deny_is_relayed_as_denied() -> None:
    (statement,) = extract(f"{HEAD}Peter Marsh said that Anna Kovaleva had denied that the road was shut.").statements
    (relayed,) = statement.relayed

    assert (statement.force, statement.text) == ("asserted", "Anna Kovaleva had denied that the road was shut")
    assert (relayed.force, relayed.text, relayed.cue and relayed.cue.text) == ("denied", "the road was shut", "denied that")
