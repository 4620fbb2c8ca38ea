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
        ("Thank you all for coming.", "Hall"),
        ("Let me begin with the budget we have.", "Hall"),
        ("We did not expect that.", "Ortiz"),
        ("When did you know?", "Hall"),
        ("In March, I think so.", "Ortiz"),
    ]


def test_turns_lose_their_marks_and_offices_lead_to_their_bearer() -> None:
    turns = [
        "The PRIME MINISTER: We will open the bridge soon.",
        "Mr. Orr: “The bridge is shut, as we know.",
        "Mr. Orr: “It will stay shut for good.”",
    ]

    found = extract("A hearing with Prime Minister Anna Holt\n17 May 2023\n\n" + "\n\n".join(turns)).statements

    assert [(one.text, one.speakers[0].name) for one in found] == [
        ("We will open the bridge soon.", "Anna Holt"),
        ("The bridge is shut, as we know.", "Orr"),
        ("It will stay shut for good.", "Orr"),
    ]
