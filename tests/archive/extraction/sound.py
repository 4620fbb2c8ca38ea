"""What holds for any text at all: spans lie in the text and say what stands there, and statements don't overlap."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from archive.extraction import Extraction
from archive.extraction.types import Span, StatementFound


def unsound(text: str, found: Extraction) -> list[str]:
    """A sentence for each thing that does not hold of what was read in the text."""
    return [*_wrong_size(text, found), *_misplaced(text, found.to_json(), "it"), *_overlapping(found), *_astray(found.statements)]


def _wrong_size(text: str, found: Extraction) -> list[str]:
    return [] if found.chars == len(text) else [f"it counts {found.chars} characters of {len(text)}"]


def _misplaced(text: str, value: Any, called: str) -> Iterator[str]:
    """Of every value with a span: whether it lies in the text, and its words stand there."""
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from _misplaced(text, item, f"{called} {number}")
    if not isinstance(value, dict):
        return
    start, end = value.get("start"), value.get("end")
    if start is not None and not 0 <= start < end <= len(text):
        yield f"{called} runs from {start} to {end} of {len(text)} characters"
    elif start is not None and value.get("text") not in (None, text[start:end]):
        yield f"{called} is “{value['text']}”, and “{text[start:end]}” stands there"
    for name, item in value.items():
        yield from _misplaced(text, item, f"{called} {name}")


def _overlapping(found: Extraction) -> Iterator[str]:
    statements = sorted([(one.start, one.end) for one in found.statements] + [span for one in found.statements for span in one.duplicates])
    yield from (f"statements overlap: {pair}" for pair in _meeting(statements))
    yield from (f"sentences overlap: {pair}" for pair in _meeting(found.sentences))


def _meeting(spans: Iterable[Span]) -> list[tuple[Span, Span]]:
    return [(first, second) for first, second in pairwise(spans) if first[1] > second[0]]


def _astray(statements: Iterable[StatementFound]) -> Iterator[str]:
    for one in statements:
        if not 0 <= one.confidence <= 1:
            yield f"the statement at {one.start} is sure by {one.confidence}"
        inside = [(part.start, part.end) for part in (*one.relayed, *one.dates)]
        yield from (f"{span} lies outside the statement at {one.start}" for span in inside if not one.start <= span[0] < span[1] <= one.end)
