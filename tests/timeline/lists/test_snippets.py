"""What is shown of a long text around what was searched for."""

import regex
from hypothesis import given
from hypothesis import strategies as st

from archive.models.search import query_phrases, spans_found
from timeline.chronology import found_in
from timeline.lists.snippets import LETTERS, ROOM, SHORT, SLACK, shown_part

LONG = "The council spoke of the weather. " * 20
WORDS = st.sampled_from(
    ["weather ", "toll ", "bridge, ", "е\u0301ю\u0438\u0306 ", "橋は立つ", "ก็ได้ที่นี่", "👩‍👧‍👦", "o\u0302\u0301" * 9, "\n"]
)


def stems(query: str) -> frozenset[str]:
    return frozenset(stem for ways in query_phrases(query) for way in ways for stem in way)


def shown(text: str, query: str) -> str:
    return "".join(f"[{one.text}]" if one.marked else one.text for one in found_in(text, stems(query)))


def test_a_short_text_is_shown_whole_and_of_a_long_one_the_part_with_most_of_what_was_found():
    assert shown("The toll stays.", "toll") == "The [toll] stays."
    assert shown("The toll is old. " + LONG + "The toll on the bridge stays. " + LONG, "toll bridge").count("[") == 2
    assert shown("The toll is old. " + LONG, "toll").startswith("The [toll] is old. The council")
    assert shown(LONG + "The toll stays.", "toll").endswith(" spoke of the weather. The [toll] stays.")
    assert shown(LONG, "bridge").startswith("The council spoke")
    middle = found_in(LONG + "The toll stays. " + LONG, stems("toll"))
    assert [one.is_gap for one in middle] == [True, False, False, False, True]
    assert len("".join(one.text for one in middle)) <= ROOM + 2


@given(text=st.lists(WORDS, min_size=80, max_size=200).map("".join), query=st.sampled_from(["toll", "weather bridge", "橋", "nothing"]))
def test_no_letter_and_nothing_that_was_found_is_cut(text, query):
    spans = spans_found(text, stems(query))
    begin, end = shown_part(text, spans)

    letters = {0, *(one.end() for one in LETTERS.finditer(text))}
    assert 0 <= begin <= end <= len(text)
    assert begin in letters
    assert end in letters or regex.match(r"\s", text[end])
    assert not any(first < place < last for first, last in spans for place in (begin, end))
    assert not spans or any(begin <= first and last <= end for first, last in spans)
    assert end - begin <= max(SHORT, ROOM + SLACK + 2 * len(max(regex.split(r"\s", text), key=len)))
