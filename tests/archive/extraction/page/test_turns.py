"""Turns of transcripts and interviews: whose words a paragraph is, and what of it is no words of anybody."""

import pytest

from archive.extraction.page.turns import hosts_in, is_name_line, turns_of
from tests.archive.extraction.page.blocks import block, blocks

WORDS = "We will open the bridge in May."


def turns(*texts: str, surnames: str = "", hosts: str = "") -> list[tuple[str, str]]:
    """The label and the words of each turn."""
    lines = blocks(*texts)
    whole = "\n".join(texts)
    found = turns_of(lines, frozenset(surnames.split()), frozenset(hosts.split()))
    return [(turn.label, whole[turn.start : turn.end]) for _, turn in sorted(found.items())]


def test_turns_of_names_and_of_labels_that_come_back():
    assert turns(f"Анна Руис (по видеосвязи): {WORDS}") == [("Анна Руис", WORDS)]
    assert turns(f"Mr. Orr, Minister for Trade: {WORDS}", surnames="orr") == [("Mr. Orr", WORDS)]
    assert turns(f"Mr. Orr, who came late: {WORDS}", surnames="orr") == []
    assert turns(f"Caller: {WORDS}", f"Caller: {WORDS}") == [("Caller", WORDS)] * 2
    assert turns(f"Caller: {WORDS}") == []


def test_capitals_over_one_paragraph_of_several_are_a_city():
    assert turns(f"LAVERN: {WORDS}", "It was closed for two years.") == []
    assert turns(f"LAVERN: {WORDS}") == [("LAVERN", WORDS)]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (f"“{WORDS}”", WORDS),
        (f"«{WORDS}»", WORDS),
        (f"“{WORDS}", WORDS),
        (f"{WORDS}”", WORDS),
        (f"“{WORDS}” It is “good”.", f"“{WORDS}” It is “good”."),
        (f"(Laughter.) {WORDS} (Applause.)", WORDS),
        (f"[inaudible] {WORDS}", WORDS),
        ("Yes.", None),
    ],
)
def test_words_of_a_turn(said, words):
    assert turns(f"Anna Hill: {said}") == ([("Anna Hill", words)] if words else [])


def test_paragraphs_of_a_transcript_without_a_label_go_on_up_to_the_last_label():
    road, last = "The road comes next, in the summer.", "So ended the meeting of that day."
    before = [f"MR. ORR: {WORDS}", f"MS. HILL: {WORDS}", f"MR. ORR: {WORDS}"]

    found = turns(*before, road, "(Applause.)", "And who pays for that road?", f"MS. HILL: {WORDS}", last)

    assert found == [("MR. ORR", WORDS), ("MS. HILL", WORDS), ("MR. ORR", WORDS), ("MR. ORR", road), ("MS. HILL", WORDS)]


def test_who_asks():
    asking = turns_of(blocks(*["Reader: And who pays for it all?", f"Anna Hill: {WORDS}"] * 2), frozenset())
    hosted = turns_of(blocks(f"Ana Ruiz: {WORDS}"), frozenset(["ruiz"]), frozenset(["ruiz"]))

    assert [turn.asks for _, turn in sorted(asking.items())] == [True, False, True, False]
    assert [turn.asks for turn in hosted.values()] == [True]


def test_answer_of_whoever_stands_elsewhere():
    (question, answer) = turns_of(blocks("Q: Will the bridge open in May?", f"A: {WORDS}"), frozenset()).values()

    assert ((question.asks, question.answers), (answer.asks, answer.answers)) == ((True, False), (False, True))


@pytest.mark.parametrize(
    ("line", "hosts"),
    [
        ("Host: Anna Smith", {"anna", "smith"}),
        ("Interview by Anna Smith and Wei Liang for CoastWire", {"anna", "smith", "wei", "liang"}),
        ("Ведущая: Анна Руис", {"анна", "руис"}),
        ("Hosts of the fair were busy.", set()),
    ],
)
def test_hosts(line, hosts):
    assert hosts_in(blocks(line)) == hosts


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("— Anna Smith, engineer", True),
        ("– Анна Руис, мэр", True),
        ("-- Thomas Orr Jr.", True),
        ("— Anna Smith left the room.", False),
        ("— Will it open?", False),
        ("— The bridge", True),
        ("— the bridge", False),
        ("Anna Smith, engineer", False),
        ("— Anna Smith, who came here with the others to see what had become of the old harbour", False),
    ],
)
def test_line_of_a_name_alone(line, is_one):
    assert is_name_line(block(line)) == is_one
