"""Small examples, with invented answers of a method."""

from archive.matching import Idf, compare
from tests.benchmarks.claims.asking import Answer, answers
from tests.benchmarks.claims.methods import Found
from tests.benchmarks.claims.printed import table
from tests.benchmarks.claims.tables import decided, decisions, reliability, retrieval
from tests.benchmarks.claims.texts import Text

SPOKEN = {
    "base": "The Dallen mill will dismiss nobody before the winter of 2031.",
    "same1": "Before the winter of 2031 the Dallen mill will dismiss nobody.",
    "same2": "Until the winter of 2031 nobody at the Dallen mill will be laid off.",
    "number": "The Dallen mill will dismiss 40 people before the winter of 2031.",
    "topic": "The Dallen mill burned down in the winter of 2031, and nobody was hurt.",
}
GROUP = {f"x-{kind}": Text("x", f"x-{kind}", kind, "en", "Ada Morrow", "2030-01-02", "held", text) for kind, text in SPOKEN.items()}


def answer(kind: str, *found: tuple[str, float]) -> Answer:
    return Answer(GROUP[f"x-{kind}"], GROUP, tuple(Found(key, score, same=score > 0.6) for key, score in found), 2.0)


def cells(printed: str, *first: str) -> list[str]:
    [line] = [line for line in printed.splitlines() if line.startswith(f"| {' | '.join(first)} |")]
    return line.strip("| ").split(" | ")[len(first) :]


def test_table_is_markdown():
    assert table(["", "share"], [["all", 0.5], ["none", None]]) == "|  | share |\n| --- | --: |\n| all | 0.500 |\n| none | – |"


def test_changed_texts_of_the_group_take_no_place_in_a_ranking():
    found = answer("base", ("x-number", 0.9), ("other", 0.8), ("x-same1", 0.7))

    assert [one.key for one in found.ranked] == ["other", "x-same1"]
    assert (found.right, found.first, found.best_score) == ({"x-same1", "x-same2"}, (0.8, False), 0.9)
    assert (answer("base").first, answer("base").best_score) == ((0.0, False), 0.0)


def test_retrieval_is_measured_by_language_and_method():
    told = [answer("base", ("x-same1", 0.9), ("other", 0.5)), answer("same1", ("x-base", 0.9)), answer("topic", ("x-base", 0.7))]

    printed = retrieval({"one": told, "silent": [answer("base")]})
    assert cells(printed, "en", "one") == ["2", *"1.000 1.000 0.500 0.500 1.000 0.000 0.000 0.000 1.000".split(), "2.0"]
    assert cells(printed, "all", "one") == cells(printed, "en", "one")
    assert "silent" not in printed


def test_decisions_tell_what_is_called_the_same():
    idf = Idf.of_passages([])
    compared = [(text, compare(text.text, SPOKEN["base"], idf)) for text in GROUP.values() if text.kind != "base"]

    printed = decisions(compared, [answer("topic", ("x-base", 0.7)), answer("topic", ("x-base", 0.5))])
    assert cells(printed, "same1 called the same") == ["1.000", "–", "–", "–", "1.000", "1"]
    assert cells(printed, "number called the same")[0] == "0.000"
    assert cells(printed, "new texts linked to any other") == ["0.500", "–", "–", "–", "0.500", "2"]


def test_reliability_holds_what_is_said_against_what_is_so():
    told = [answer("base", ("x-same1", 0.95), ("x-number", 0.91)), answer("topic", ("x-base", 0.02))]

    printed = reliability(told, list(GROUP.values()))
    assert cells(printed, "0.9 to 1") == ["0.930", "0.50 (2)", "0.50 (2)", "–", "–", "–", "0.50 (2)", "–", "–"]
    assert cells(printed, "0 to 0.05")[:2] == ["0.020", "0.00 (1)"]
    assert cells(printed, "0.3 to 0.5") == ["–"] * 9


def test_a_part_is_asked_against_all_texts_of_its_language():
    fit = Text("y", "y-0", "base", "en", "Ada Morrow", "2030-01-02", "fit", "The mill at Dallen has never made a profit.")
    translation = Text("z", "z-1", "translation", "en", "Ada Morrow", "2030-01-02", "held", "The Dallen mill will dismiss nobody.")

    told = answers([*GROUP.values(), fit, translation], ["held"], ["token_set_ratio"])["token_set_ratio"]
    assert [one.asked.kind for one in told] == ["base", "same1", "same2", "topic"]
    assert {found.key for found in told[0].found} == {*GROUP, "y-0"} - {"x-base"}
    assert [text.kind for text, _ in decided([*GROUP.values(), fit], ["held"])] == ["same1", "same2", "number", "topic"]
