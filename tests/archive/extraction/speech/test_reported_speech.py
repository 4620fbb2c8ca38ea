"""Indirect, mixed and direct speech in sentences of many styles: what is reported, and who says it. The table is a file."""

import re
from pathlib import Path

import pytest

from archive.extraction import extract

HEAD = "A note from the region\n17 May 2023, 15:44\n\n"
MARK = re.compile("[⟦⟧⟪⟫]")
LINES = [line for line in Path(__file__).with_name("reported_speech.txt").read_text("utf-8").splitlines() if not line.startswith("#")]


def marked(line: str) -> tuple[str, list[str], set[str]]:
    """The bare sentence, the words between ⟦ and ⟧, those between ⟪ and ⟫."""
    return MARK.sub("", line), [MARK.sub("", one) for one in re.findall("⟦(.*?)⟧", line)], set(re.findall("⟪(.*?)⟫", line))


@pytest.mark.parametrize("line", LINES)
def test_what_is_reported_is_found(line: str) -> None:
    sentence, wanted, sources = marked(line)
    text = HEAD + sentence

    found = extract(text).statements

    mentions = {text[who.start : who.end] for one in found for who in (*one.speakers, *one.candidates) if who.start is not None}
    assert [one.text for one in found] == wanted
    assert all(any(mention in source or source in mention for source in sources) for mention in mentions)
    assert bool(mentions) == bool(sources)


BODY = "\n17 May 2023, 15:44\n\nRIGA (Wire) - The minister, Ilze Kalnina, spoke to pupils on Friday.\n\nShe left early and took the train."


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Kalnina: “We will not raise taxes”", [("direct", "We will not raise taxes", "Ilze Kalnina")]),
        ("Minister: We will not raise taxes", [("indirect", "We will not raise taxes", "Ilze Kalnina")]),
        ("Bridge will open in May – mayor", [("indirect", "Bridge will open in May", None)]),
        ("We will open the bridge in May, says mayor", [("indirect", "We will open the bridge in May", None)]),
        ("NATO: Drills are defensive", [("indirect", "Drills are defensive", "NATO")]),
        ("War in the north: what we know", []),
        ("Ukraine: the war goes on", []),
        ("Interview: Ilze Kalnina on taxes", []),
        ("Minister: a portrait", []),
        ("Minister: who will pay?", []),
        ("Петрова: Налоги повышать не будем", [("indirect", "Налоги повышать не будем", "Петрова")]),
        ("Министр: налоги вырастут в марте", [("indirect", "налоги вырастут в марте", None)]),
    ],
)
def test_title_with_a_speaker_is_a_statement(title: str, wanted: list[tuple[str, str, str | None]]) -> None:
    found = [one for one in extract(title + BODY).statements if one.end <= len(title)]

    assert [(one.kind, one.text, next((who.name for who in (*one.speakers, *one.candidates)), None)) for one in found] == wanted


def test_turn_goes_on_over_paragraphs_without_stage_directions() -> None:
    turns = [
        "HALL: Thank you all for coming. (Applause.)",
        "Let me begin with the budget we have.",
        "ORTIZ: [laughs] We did not expect that.",
        "HALL: When did you know?",
        "ORTIZ: In March, I think so.",
        "The hearing ended at noon.",
    ]

    found = extract("A hearing\n17 May 2023\n\n" + "\n\n".join(turns)).statements

    assert [(one.text, one.speakers[0].name) for one in found] == [
        ("Thank you all for coming.", "HALL"),
        ("Let me begin with the budget we have.", "HALL"),
        ("We did not expect that.", "ORTIZ"),
        ("When did you know?", "HALL"),
        ("In March, I think so.", "ORTIZ"),
    ]


def test_turns_lose_their_marks_and_offices_lead_to_their_bearer() -> None:
    turns = [
        "The PRIME MINISTER: We will open the bridge soon.",
        "Mr. Orr: “The bridge is shut, as we know.",
        "Mr. Orr: “It will stay shut for good.”",
        "Prime Minister Anna Holt left the room.",
    ]

    found = extract("A hearing\n17 May 2023\n\n" + "\n\n".join(turns)).statements

    assert [(one.text, one.speakers[0].name) for one in found] == [
        ("We will open the bridge soon.", "Anna Holt"),
        ("The bridge is shut, as we know.", "Orr"),
        ("It will stay shut for good.", "Orr"),
    ]


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
