"""What holds for any text at all: spans lie in the text and say what stands there, statements don't overlap,
reading twice gives the same."""

import json

from hypothesis import example, given, settings
from hypothesis import strategies as st

from archive.extraction import extract
from tests.archive.extraction.sound import unsound

PIECES = st.sampled_from(
    """
    “The border will stay open,” | said Anna Kovaleva. | Peter Marsh said that | the vote was fair | and left. | "Q" |
    «Мы готовы», — сказал он. | MOSCOW, 17 May (BelTA) - | 17 May 2023, 15:44 | on Monday | According to the ministry, |
    He added: | adding that | ― Ivan Petrov | MARSH: | Q: | © Agency | the joint statement of | read. | ‘ | ’ | “ | ” |
    " | « | » | „ | ( | ) | [ | , | . | ? | — | : | 04/05/2023 | end of 2021 | since the late 2010s | в 2021 году |
    Министр иностранных дел Сергей Новик заявил, что | U.S. | Mr. | \u00a0 | \u2028 | 😀 | e\u0301 | Photo: X |
    , BelTA has learned.
    | told us, ‘No,’ and that | , he said, | Minister: We will go | (Applause.) | His claim that | she was convinced that
    """.replace("\n    ", " ").split(" | ")
)
TEXTS = st.lists(PIECES | st.text(max_size=12), max_size=40).flatmap(
    lambda parts: st.sampled_from([" ", "\n", "\r\n", ""]).map(lambda joint: joint.join(parts))
)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
@example("")
@example("\ufeff“a b c d")
@example("x" * 3000)
@example("Minister: We will go\nMinister: We will go")
def test_extraction_of_any_text_is_sound(text: str) -> None:
    found = extract(text)

    assert not unsound(text, found)
    assert extract(text) == found
    json.dumps(found.to_json())
