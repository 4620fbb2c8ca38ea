"""What a title reports, by the label before its colon or behind its dash."""

import pytest

from archive.extraction import extract

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
