"""Nearly the same words, or words that a longer text has in one piece."""

import pytest

from archive.matching.repeats import repeat_of
from archive.matching.wording import letters_of

LONG = "Security is indivisible, and no state may strengthen its own security at the cost of another state."


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (LONG, LONG.upper().replace(",", " –"), "the same 17 words"),
        (LONG, LONG.replace("own ", ""), "16 of 17 words are the same"),
        (LONG, LONG.replace("strengthen", "build up"), "16 of 18 words are the same"),
        ("No nation may strengthen its own security at the cost of another.", LONG, ""),  # 11 of 17
        ("no state may strengthen its own security at the cost", LONG, "all 10 words of the one stand together in the other"),
        ("may strengthen its own security", LONG, ""),  # a part of five words is anybody's
        ("We will not do that.", "We will not do that.", ""),
        ("Trains carry grain from the harbour in autumn.", LONG, ""),
        ("Ни одно государство не крепит её за чужой счёт", "Ни одно государство не крепит ее за чужой счет.", "the same 9 words"),
        ("", "", ""),
    ],
)  # fmt: skip
def test_repeat(one, other, reason):
    repeat, turned = (repeat_of(letters_of(a), letters_of(b)) for a, b in ((one, other), (other, one)))

    assert repeat == turned
    assert (repeat.reason if repeat else "") == reason
