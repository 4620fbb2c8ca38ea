"""What holds for any text at all: spans lie in the text and say what stands there, statements don't overlap,
reading twice gives the same."""

import json
from collections.abc import Iterable
from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from archive.extraction import extract
from archive.extraction.types import Span, StatementFound

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
def test_extraction_of_any_text_is_sound(text: str) -> None:
    found = extract(text)

    assert found.chars == len(text)
    for item in (*found.statements, *found.dates, *([found.title] if found.title else [])):
        assert 0 <= item.start < item.end <= len(text)
        assert item.text == text[item.start : item.end]
    assert_apart(sorted([(s.start, s.end) for s in found.statements] + [span for s in found.statements for span in s.duplicates]))
    assert_apart(found.sentences)
    for statement in found.statements:
        assert_sound(statement, len(text))
    assert extract(text) == found
    json.dumps(found.to_json())


def assert_apart(spans: Iterable[Span]) -> None:
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


def assert_sound(statement: StatementFound, chars: int) -> None:
    assert 0 <= statement.confidence <= 1
    assert all(p.start is None or 0 <= p.start < (p.end or 0) <= chars for p in statement.speakers)
    assert all(statement.start <= inside.start < inside.end <= statement.end for inside in (*statement.relayed, *statement.dates))
    for inside in statement.relayed:
        assert inside.text == statement.text[inside.start - statement.start : inside.end - statement.start]
