"""Turns of transcripts and interviews: whose words a paragraph is, and what of it is no words of anybody."""

import pytest

from archive.extraction.page.transcripts.turns import hosts_in, is_name_line, turns_of
from tests.archive.extraction.page.blocks import block, blocks

WORDS = "We will open the bridge in May."


def turns(*texts: str, surnames: str = "", hosts: str = "") -> list[tuple[str, str]]:
    """The label and the words of each turn."""
    lines = blocks(*texts)
    whole = "\n".join(texts)
    found = turns_of(lines, frozenset(surnames.split()), frozenset(hosts.split()))
    return [(turn.label.name, whole[turn.start : turn.end]) for _, turn in sorted(found.items())]


def test_turns_of_names_and_of_labels_that_come_back():
    assert turns(f"Анна Руис (по видеосвязи): {WORDS}") == [("Анна Руис", WORDS)]
    assert turns(f"Mr. Orr, Minister for Trade: {WORDS}", surnames="orr") == [("Mr. Orr", WORDS)]
    assert turns(f"Mr. Orr, who came late: {WORDS}", surnames="orr") == []
    assert turns(f"Caller: {WORDS}", f"Caller: {WORDS}") == [("Caller", WORDS)] * 2
    assert turns(f"Caller: {WORDS}") == []


def test_capitals_over_one_paragraph_of_several_are_a_city():
    assert turns(f"LAVERN: {WORDS}", "It was closed for two years.") == []
    assert turns(f"LAVERN: {WORDS}") == [("LAVERN", WORDS)]
    assert turns(f"THE MAYOR: {WORDS}", "It was closed for two years.") == [("THE MAYOR", WORDS)]


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
        ("(Speaks in another language.)", "(Speaks in another language.)"),
        ("Yes.", None),
    ],
)
def test_words_of_a_turn(said, words):
    assert turns(f"Anna Hill: {said}") == ([("Anna Hill", words)] if words else [])


def test_paragraphs_of_a_transcript_without_a_label_go_on_with_the_words_before_them():
    road, asked, last = "The road comes next, in the summer.", "And who pays for that road?", "We will tell you more of it."
    before = [f"MR. ORR: {WORDS}", f"MS. HILL: {WORDS}", f"MR. ORR: {WORDS}"]

    found = turns(*before, road, "(Applause.)", "A heading", asked, f"MS. HILL: {WORDS}", last, "END 2:45 P.M.", "The next one is in June.")

    orr, hill = ("MR. ORR", WORDS), ("MS. HILL", WORDS)
    assert found == [orr, hill, orr, ("MR. ORR", road), ("MR. ORR", asked), hill, ("MS. HILL", last)]


@pytest.mark.parametrize(
    ("first", "behind"),
    [
        ("Anna Hill: “We will go.”", "It rained all day long."),
        ("Anna Hill: “We will go.” (By telephone)", "We are glad of the rain."),
        ("Anna Hill: We will all go.", "It rained when Hill said so."),
        ("Anna Hill: We will all go.", "It rained all day long."),
        ("Anna Hill: We will all go. Tom Orr: We stay.", "So ended the meeting of that day."),
    ],
)
def test_a_paragraph_behind_the_last_words_of_a_report_is_nobodys(first, behind):
    assert behind not in [words for _, words in turns(first, behind)]


def test_a_list_whose_headings_look_like_names_gives_no_words_of_theirs():
    items = [f"{name} FOODS: {WORDS}" for name in ("ARDO", "LAVERN", "MERROW", "VALMERE", "DANVOR")]

    assert turns(*items, "It goes on.") == []


def test_people_who_speak_once_each_are_a_list_that_nothing_goes_on():
    five = [f"{name} Orr: {WORDS}" for name in ("Anna", "Tom", "Mary", "John", "Peter")]

    assert [words for _, words in turns(*five, "The bridge is long.")] == [WORDS] * 5


@pytest.mark.parametrize(
    "labels",
    [
        ["ANNA KERN", "TOM BRANDT", "MARY STONE", "JOHN LIND", "PETER FOSS"],
        ["MODERATOR", "KERN", "BRANDT", "STONE", "LIND", "FOSS"],
    ],
)
def test_debate_in_which_each_speaks_once(labels):
    assert turns(*(f"{label}: {WORDS}" for label in labels)) == [(label, WORDS) for label in labels]


@pytest.mark.parametrize(
    ("entry", "lead"),
    [
        ("10:45 It rains in Ardo.", "10:30 "),
        ("NOTE: The plan was shown.", ""),
        ("TOM ORR was the man of the day.", ""),
        ("Note: The plan was shown.", ""),
    ],
)
def test_an_entry_of_its_own_is_nobodys_words(entry, lead):
    lines = [f"{lead}ANNA HILL: {WORDS}", f"{lead}TOM ORR: {WORDS}"]

    assert [words for _, words in turns(*lines, *lines, entry, *lines)] == [WORDS] * 6


def test_words_that_only_begin_like_a_note_go_on():
    lines = [f"ANNA HILL: {WORDS}", f"TOM ORR: {WORDS}"] * 2

    assert turns(*lines, "Also, one more thing about the road: It will be open.", *lines)[4][0] == "TOM ORR"


def test_a_line_about_a_speaker_behind_the_last_words_is_nobodys():
    lines = [f"ANNA HILL: {WORDS}", f"TOM ORR: {WORDS}"] * 2

    assert [words for _, words in turns(*lines, "Anna Hill is a reporter in Ardo.", "She lives there.")] == [WORDS] * 4
    assert turns(*lines, "The bridge is long.")[-1] == ("TOM ORR", "The bridge is long.")


@pytest.mark.parametrize("label", ["From", "To", "Кому", "Погода", "Курс"])
def test_fields_and_things_are_no_speakers(label):
    assert turns(*[f"{label}: {WORDS}"] * 2) == []


def test_one_who_speaks_of_himself_goes_on_though_he_has_one_label():
    assert turns(f"Anna Hill: {WORDS}", "We will open the road too.") == [("Anna Hill", WORDS), ("Anna Hill", "We will open the road too.")]


def test_questions_without_a_label_are_no_words_of_who_answers():
    found = turns("Who pays for it?", f"Anna Hill: {WORDS}", "It is a long bridge.", "And who built it?", f"Anna Hill: {WORDS}")

    assert found == [("Anna Hill", WORDS), ("Anna Hill", "It is a long bridge."), ("Anna Hill", WORDS)]


@pytest.mark.parametrize(
    "lines",
    [
        [f"Q   {WORDS}", f"A   {WORDS}"],
        [f"Mr. ORR. {WORDS}", f"Ms. HILL. {WORDS}"],
        [f"Mr ORR (Ardo)—{WORDS}", f"Ms HILL—{WORDS}"],
        [f">> TOM ORR: {WORDS}", f">> ANN HILL: {WORDS}"],
        [f"[00:12:40] Tom Orr: {WORDS}", f"[00:12:50] Ann Hill: {WORDS}"],
        [f"**Tom Orr:** {WORDS}", f"**Ann Hill:** {WORDS}"],
        [f"Tom Orr (00:12): {WORDS}", f"Ann Hill (00:15): {WORDS}"],
        [f"The Clerk of the House (Mr Orr): {WORDS}", f"The SPEAKER (Ann Hill): {WORDS}"],
        [f"О.П.Вересаев: {WORDS}", f"Корзун А. И.: {WORDS}"],
        [f"Председатель. {WORDS}", f"Корзун А. И., мэр Ардо. {WORDS}", f"Председатель. {WORDS}"],
    ],
)
def test_shapes_of_labels(lines):
    assert [words for _, words in turns(*lines)] == [WORDS] * len(lines)


def test_one_letter_is_no_label():
    assert turns(f"Q. {WORDS}") == []


def test_names_on_lines_of_their_own_speak_what_stands_below():
    found = turns("Ann Hill", WORDS, "It is a long bridge.", "Tom Orr", WORDS, "Ann Hill", WORDS)

    assert found == [("Ann Hill", WORDS), ("Ann Hill", "It is a long bridge."), ("Tom Orr", WORDS), ("Ann Hill", WORDS)]
    assert turns("Bridge Road", WORDS, "Tom Orr", WORDS) == []


def test_words_of_a_voice_that_is_not_named_are_not_those_of_the_one_before():
    assert turns(f">> TOM ORR: {WORDS}", ">> That is not true.", f">> ANN HILL: {WORDS}") == [("TOM ORR", WORDS), ("ANN HILL", WORDS)]


def test_who_asks():
    named = turns_of(blocks(f"Tom Orr, host: {WORDS}", f"Anna Hill: {WORDS}"), frozenset())
    asking = turns_of(blocks(*["Reader: And who pays for it all?", f"Anna Hill: {WORDS}"] * 2), frozenset())
    hosted = turns_of(blocks(f"Ana Ruiz: {WORDS}"), frozenset(["ruiz"]), frozenset(["ruiz"]))

    assert [turn.asks for _, turn in sorted(asking.items())] == [True, False, True, False]
    assert [turn.asks for turn in hosted.values()] == [True]
    assert [turn.asks for _, turn in sorted(named.items())] == [True, False]


def test_what_follows_a_question_is_the_answer_where_nobody_else_has_a_label():
    found = turns_of(blocks("Q: Will the bridge open?", WORDS, "Q: And will it be free?", WORDS), frozenset())

    assert [(turn.asks, turn.answers) for _, turn in sorted(found.items())] == [(True, False), (False, True)] * 2


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
