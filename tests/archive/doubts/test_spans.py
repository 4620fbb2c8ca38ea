"""A span that begins or ends in mid-word, on a space or on its own quotation marks is told; any other is not."""

import pytest

from archive.doubts.spans import doubts_of_span


def keys(marked: str) -> list[str]:
    """Of the words between the bars, in the text without them."""
    start, end = marked.index("|"), marked.rindex("|") - 1
    return [one.key for one in doubts_of_span(marked.replace("|", ""), start, end)]


@pytest.mark.parametrize(
    "marked",
    [
        "He said: “|We will build it.|” That is all.",
        "|We will build it|, he said.",
        "He said |“freedom” is a word|.",
        "He was |“shocked” and “surprised”|, he said.",
        "It is |no “reset”|, he said.",
        "He said |the “reset” is «over»|.",
        "It rose by |52.4 per cent|.",
        "|«Свобода» — слово|, сказал он.",
        "他说|我们会建桥|。",
        "He said |the ministers’ plan is dead|.",
        "|He doesn’t know|",
    ],
)
def test_good_span_is_not_told(marked):
    assert keys(marked) == []


@pytest.mark.parametrize(
    ("marked", "told"),
    [
        ("He said: “W|e will build it.|”", ["mid-word"]),
        ("He said: “|We will buil|d it.”", ["mid-word"]),
        ("He does|n’t know|.", ["mid-word"]),
        ("He doesn|’t know|.", ["mid-word"]),
        ("A well-|known man|.", ["mid-word"]),
        ("It rose by |52|.4 per cent.", ["mid-word"]),
        ("Он с|казал это|.", ["mid-word"]),
        ("He said| we will build it|.", ["on-a-space"]),
        ("He said |we will |build it.", ["on-a-space"]),
        ("He said: |“We will build it.”|", ["on-marks"]),
        ("He said: |“We will build it”.|", ["on-marks"]),
        ("He said: |“We will build it.|”", ["on-marks"]),
        ("He said: “|We will build it.”|", ["on-marks"]),
        ("He said: |\"We will build it.\"|", ["on-marks"]),
        ("He said: |\"We will build it.|\"", ["on-marks"]),
        ("Он сказал: |«Мы построим «Мост»»|", ["on-marks"]),
        ("Er sagte: |„Wir bauen“|", ["on-marks"]),
        ("He said: |‘We don’t build it.’|", ["on-marks"]),
        ("He said:| “We will build i|t.”", ["mid-word", "on-a-space", "on-marks"]),
    ],
)  # fmt: skip
def test_bad_span_is_told(marked, told):
    assert keys(marked) == told


def test_cut_words_are_named():
    (doubt,) = doubts_of_span("He will build it.", 4, 15)

    assert doubt.told == "The words begin or end inside a word: “will”, “it”."


def test_a_megabyte_is_looked_at_near_the_ends_alone():
    text = "x" * 1_000_000

    assert [one.key for one in doubts_of_span(text, 500_000, 600_000)] == ["mid-word"]
