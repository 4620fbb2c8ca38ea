"""Who quoted what: which statements are one passage, and how each stands to its fullest report."""

from types import SimpleNamespace
from typing import Any

import pytest

from timeline.quoting import table
from timeline.quoting.head import Day, Report, Voice, days_of, reports_of, voices_of
from timeline.quoting.passages import are_alike
from timeline.quoting.said import Outlet, Said
from timeline.quoting.table import Passage, Stretch, table_of
from timeline.quoting.ways import LABELS

DROP = "We have not taken one drop from our neighbours"
RIVER = f"Eight years ago we were told that the river would run dry. The river is where it was. {DROP}"
WATER = {"claim": 7, "stance": "asserts", "likeness": "paraphrase"}


def said(text: str, outlet: str = "KTA", speaker: int = 1, **given: Any) -> Said:
    """A statement as an entry tells it."""
    whole = {"start": 0, "end": len(text)}
    links = [whole | WATER | one for one in given.pop("links", ())]
    shown = {"id": f"{outlet}-{text[:9]}-{given.get('language', 'en')}", "text": text, "language": "en", "kind": "direct"}
    shown |= {"translation_of": None, "links": links, "speakers": [{"speaker": speaker, "called": "", "role": given.pop("role", "")}]}
    voice = SimpleNamespace(slug=f"s{speaker}", name=f"Speaker {speaker}", role="minister")
    return Said(SimpleNamespace(shown=shown | given, voices=(voice,)), Outlet(outlet.lower(), outlet))


def ways(rows: list[Said]) -> list[dict[str, list[str]]]:
    """Of each passage the ways of each outlet that has it."""
    found = [Passage(group) for group in table.passages(rows)]
    return [{outlet.name: [str(LABELS[one.way]) for one in row.quotes(outlet)] for outlet in row.outlets} for row in found]


def test_passages_are_held_together_by_words_translations_and_claims():
    full = said(RIVER, links=[{"start": 87}])
    rows = [
        said("Kamenia has not taken water from Ardovia", "Ardpress", kind="indirect", links=[{}]),
        full,
        said("Восемь лет назад нам говорили, что река пересохнет", language="ru", translation_of=full.shown["id"], kind="direct"),
        said("We have not taken one drop from our neighbours.", "SNS"),
        said(RIVER.replace("Eight", "eight") + "!", "Gazette"),
        said(RIVER.replace("that the river would", "the river would quite"), "Lantern"),
        said("The river is where it was", "Holas", speaker=2),
        said("The treaty stands", "Ardpress"),
    ]

    assert ways(rows) == [
        {
            "Ardpress": ["In other words"],
            "KTA": ["Fullest report", "Fullest report"],
            "SNS": ["Cut"],
            "Gazette": ["Word for word"],
            "Lantern": ["Nearly the same words"],
        },
        {"Holas": ["Only here"]},
        {"Ardpress": ["Only here"]},
    ]
    fullest = Passage(table.passages(rows)[0]).fullest
    assert [one.shown["language"] for one in fullest] == ["en", "ru"]


def test_what_differs_is_marked_and_long_gaps_are_shortened():
    full = said(RIVER)
    cut, run, other = said("The river is where it was", "SNS"), said("We were told that the river is where it was", "A"), said("Да", "B")
    passage = Passage([full, cut, run, said("Да", "C", language="ru")])

    def marked(outlet: str) -> str:
        marks = {"same": "{}", "removed": "-{}-", "added": "+{}+"}
        [quote] = passage.quotes(Outlet(outlet.lower(), outlet))
        return " ".join(marks[one.op].format(one.words) for one in quote.wording)

    assert marked("SNS") == f"-Eight years ago we were told that the river would run dry.- The river is where it was -{DROP}-"
    assert marked("A") == f"-Eight years ago- We were told that the river -would run dry. The river- is where it was -{DROP}-"
    assert marked("C") == ""
    assert other.words == ["да"]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("The treaty stands", "The treaty stands", True),
        ("The treaty stands", "Today the treaty stands for all", False),  # three words say anything
        ("The treaty stands for all", "Today the treaty stands for all of us", True),
        ("We shall send the readings of the gauge daily", "He left. We shall send all the readings of the gauge daily", True),
        ("We shall send the readings of the gauge daily", "We shall never send anybody the keys of the tower", False),
        ("", "", False),
    ],
)
def test_alike(one, other, alike):
    assert are_alike(said(one), said(other)) is alike


def test_a_claim_holds_together_what_says_little_else():
    wholly, partly = (
        said("No drop was taken", links=[{}]),
        said("None. " + "And much besides. " * 4, "SNS", links=[{"end": 5}]),
    )
    denies = said("They took it all", "C", links=[{"stance": "denies"}])
    relays, narrower = said("He says none", "D", links=[{"stance": "relays"}]), said("Little was", "E", links=[{"likeness": "narrower"}])
    another = said("Nothing went. " + "We said more. " * 4, "B", links=[{"end": 13}])

    assert len(table.passages([wholly, partly, another])) == 1
    assert len(table.passages([another, partly])) == 2
    assert len(table.passages([wholly, denies, relays, narrower])) == 4


def test_a_table_is_shown_in_parts(monkeypatch):
    monkeypatch.setattr(table, "PASSAGES", 2)
    monkeypatch.setattr(table, "ACROSS", 2)
    rows = [said(f"{'ABCDEFG'[number] * 5} stays", outlet) for outlet in "ABC" for number in range(ord("E") - ord(outlet))]

    first = table_of(rows)
    last = table_of(rows, first.down.next, first.aside.next)

    assert ([one.name for one in first.across], first.down, first.aside) == (
        ["A", "B"],
        Stretch(0, "", last.passages[0].key),
        Stretch(0, "", "c"),
    )
    assert (first.last_passage, first.last_outlet, first.of_all, first.outlets_of_all) == (2, 2, 4, 3)
    assert ([one.name for one in last.across], last.down.before, last.aside) == (["C"], 2, Stretch(2, "a", ""))
    assert last.down.previous == first.passages[0].key
    assert table_of(rows, "nothing", "nobody").down == first.down


def test_head():
    rows = [
        said("One", role="Minister", said_rule="dateline", document=1),
        said("Two", "SNS", role="", said_rule="dateline", document=2),
        said("Three", "SNS", 2, role="Guest", said_rule="", document=2),
    ]

    assert voices_of(rows) == [Voice("s1", "Speaker 1", ("Minister", "minister")), Voice("s2", "Speaker 2", ("Guest",))]
    assert reports_of(rows) == [Report(Outlet("sns", "SNS"), 2), Report(Outlet("kta", "KTA"), 1)]
    assert days_of(rows) == [Day("dated by the day at the head of the report", 2)]
