"""Words of one capture in the next, and what else changed."""

import pytest

from archive.matching.captures import differences, find_again, reads_the_same
from tests.growth import grows_in_proportion

OLD = """Bridge over the Veyra

“The bridge over the Veyra will be opened to trains in spring,” Anna Kovaleva said. It was closed for two years.

“We have kept our word,” the minister said. “We have kept our word,” the mayor said too."""


BRIDGE = "The bridge over the Veyra will be opened to trains in spring"
BEHIND = BRIDGE.removeprefix("The bridge ")
WORD = "We have kept our word"
AUTUMN = BRIDGE.replace("spring", "autumn")
BROKEN = BRIDGE.replace("bridge over the Veyra will", "bridge\nover the\u00a0Veyra  will")


@pytest.mark.parametrize(
    ("words", "new", "now", "is_same"),
    [
        (BRIDGE, "UPDATED\n\n" + OLD, BRIDGE, True),
        (BRIDGE, OLD.replace(BRIDGE, AUTUMN), AUTUMN, False),
        (BRIDGE, OLD.replace(BRIDGE, BROKEN), BROKEN, True),
        # what merely stands beside the words is no part of them
        (BRIDGE, f"The minister said that the {BEHIND} at last.", f"the {BEHIND}", False),
        (BRIDGE, "Nothing of it is left here, and the page tells of the harbour toll.", None, None),
        (WORD, OLD.replace("“", "«").replace("”", "»"), WORD, True),
        (WORD, "", None, None),
    ],
)
def test_words_are_found_again(words, new, now, is_same):
    start = OLD.index(words)

    found = find_again(OLD, start, start + len(words), new)

    assert (found and new[found.start : found.end], found and found.is_same) == (now, is_same)


@pytest.mark.parametrize("which", [0, 1])
def test_surroundings_decide_between_two_places_of_the_same_words(which):
    words = "We have kept our word"
    places = [OLD.index(words), OLD.rindex(words)]
    new = "In the evening. " + OLD

    found = find_again(OLD, places[which], places[which] + len(words), new)

    assert found.start == places[which] + len("In the evening. ")


def test_difference_counts_the_lines_that_stayed_and_tells_the_words_that_did_not():
    new = OLD.replace("spring", "autumn").replace("Bridge over the Veyra\n", "Bridge over the Veyra\nBy our own reporter\n", 1)

    found = differences(OLD, new)

    told = [one.kept or [(change.op, change.words) for change in one.changes if change.op != "same"] for one in found]
    assert told == [1, [("added", "By our own reporter"), ("removed", "spring,”"), ("added", "autumn,”")], 1]


def test_long_texts_keep_nobody_waiting():
    def compared(size: int) -> None:
        old, new = "word and another one. " * size, "other words than those, " * size
        find_again(old, 0, 400, new)
        differences(old.replace(". ", ".\n"), new.replace(", ", "\n"))

    assert grows_in_proportion(compared, 4_000)


@pytest.mark.parametrize(
    ("new", "is_same"),
    [
        (OLD.replace("\n\n", "\n \n\t"), True),
        (f"10:15\n{OLD}\n17.05.2023, 11:45:12 MSK\n", True),
        (f"· 9:05 pm ·\n{OLD}", True),
        (f"{OLD}\n3.25", False),  # a figure of a table
        (f"{OLD}\nMatthew 5:12", False),
        (OLD.replace("two years", "three years"), False),
        (OLD.replace("closed for", "closed at 10:15 for"), False),
    ],
)
def test_captures_that_differ_in_a_clock_alone_read_the_same(new, is_same):
    assert reads_the_same(f"09:15\n{OLD}", new) is is_same


@pytest.mark.parametrize(("old", "new"), [("1", "1:"), ("· ", "12:")])
def test_many_clocks_take_linear_time(old, new):
    assert reads_the_same(old * 50_000, new * 50_000) is False
    assert grows_in_proportion(lambda size: reads_the_same(old * size, new * size), 50_000)
