"""Answers that say nothing by themselves."""

import pytest

from timeline.record.ellipses import is_elliptic

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    "words",
    [
        "In 2024", "Never", "Yes.", "Not before the spring", "By the end of 2024", "The spring of 2025", "Forty thousand jobs", "40,000",
        "No comment", "In March or April", "В 2024 году", "Никогда", "До конца года", "Не раньше весны", "Так", "Пасля вясны",
    ],
)  # fmt: skip
def test_an_answer_is_elliptic(words):
    assert is_elliptic(words)


@pytest.mark.parametrize(
    "words",
    [
        "", "It stays", "The toll stays", "In 2020 the first passengers will take off from here", "No foreign bases will be built here",
        "We will open it in 2024", "Not a single drop of water is held back by the dam", "They come every day",
        "In one word: the treaty between the two countries on the waters of the river", "Turnout 52.4 percent", "Observers had access",
        "Сбор остаётся", "Мы откроем его в 2024 году", "Не было ни одной капли", "Она уже была открыта",
    ],
)  # fmt: skip
def test_a_sentence_is_not(words):
    assert not is_elliptic(words)
