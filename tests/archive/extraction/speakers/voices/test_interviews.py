"""Interviews in which no label says who asks and who answers."""

import pytest

from archive.extraction import extract

ASKED = ("When will the bridge open?", "And who pays for it?")
TOLD = ("It will open in the spring of next year.", "The state pays for it, as it should.")


def said(text: str) -> set[tuple[str | None, str]]:
    return {(speaker.name, one.text) for one in extract(text).statements for speaker in one.speakers}


def talk(title: str, dash: str = "", behind: str = "") -> str:
    lines = [f"{dash}{line}" for both in zip(ASKED, TOLD, strict=True) for line in both]
    return "\n\n".join([title, "17 May 2023", *lines, behind]).strip()


@pytest.mark.parametrize("dash", ["", "— ", "- "])
@pytest.mark.parametrize("title", ["Interview with the engineer Anna Hill", "Anna Hill: an interview about the bridge"])
def test_answers_are_of_the_one_whom_the_title_names(title, dash):
    assert said(talk(title, dash)) == {("Anna Hill", words) for words in TOLD}


@pytest.mark.parametrize(
    "text",
    [
        talk("Interview with Anna Hill and Tom Orr"),
        talk("Anna Hill opens the bridge"),
        talk("Interview with the engineer Anna Hill", behind="Hill said so on Monday in Ardo."),
        "Interview with the engineer Anna Hill\n\n17 May 2023\n\nWhen will it open?\n\nIt will open in May.",
        "Interview with the engineer Anna Hill\n\n17 May 2023\n\nWhen will it open?\n\nIn which year?\n\nIt will open in May.",
    ],
)
def test_answers_are_left_open_where_nothing_says_whose_they_are(text):
    assert not said(text) & {("Anna Hill", words) for words in (*TOLD, "It will open in May.")}
