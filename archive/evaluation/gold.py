"""Gold of whole documents, as people write it down: the JSON beside a text, checked to the last offset.

    {"annotated": ["published", "direct", "indirect", "dates", "sentences"],      which parts are complete; only those are scored
     "published": {"edtf": "2023-05-17"},
     "statements": [{"kind": "direct", "start": 10, "end": 44, "text": "…", "required": false,
                     "speakers": [{"name": "Anna Kovaleva", "accept": ["A. Kovaleva"], "start": 46, "end": 49}],
                     "cue": {"text": "said"}}],
     "dates": [{"start": 50, "end": 56, "edtf": "2023-05-15", "accept": []}],
     "times": [[60, 65]], "sentences": [[0, 45], [46, 80]]}

Offsets count Unicode code points of the text, the end exclusive. `text` is optional and is checked. A speaker's `start` and `end` are
the mention beside the words ("she"), `name` the full name or null. Passages with `"required": false` may be proposed or not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from archive.extraction.types import Span

PARTS = ("published", "direct", "indirect", "dates", "sentences")
KINDS = ("direct", "indirect", "mixed")


class GoldError(ValueError):
    """Something in a gold file that cannot be used; the words say what and where."""


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """Words that somebody says there: `mentions` are where the speakers stand, `names` every accepted full name of theirs."""

    kind: str
    span: Span
    mentions: tuple[Span, ...]
    names: tuple[str, ...]
    has_cue: bool
    required: bool


@dataclass(frozen=True, slots=True)
class GoldDate:
    span: Span
    accepted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """`annotated` tells which of the parts are complete."""

    name: str
    text: str
    annotated: frozenset[str]
    published: str | None
    statements: tuple[GoldStatement, ...]
    dates: tuple[GoldDate, ...]
    times: tuple[Span, ...]
    sentences: tuple[Span, ...]


def document_of(name: str, text: str, gold: object) -> GoldDocument:
    """The gold of one text. Refuses what would be counted wrongly: offsets outside the text, words that don't stand there."""
    whole = _mapping(gold, name)
    parts = whole.get("annotated")
    if not isinstance(parts, list) or not parts or not set(parts) <= set(PARTS):
        raise GoldError(f'{name}: "annotated" must list which parts are complete, some of {", ".join(PARTS)}.')
    return GoldDocument(
        name=name,
        text=text,
        annotated=frozenset(parts),
        published=_published(whole, name) if "published" in parts else None,
        statements=tuple(_statement(row, text, where) for where, row in _rows(whole, "statements", name)),
        dates=tuple(GoldDate(span_of(row, text, where), _accepted(row, where)) for where, row in _rows(whole, "dates", name)),
        times=tuple(_pair(row, text, where) for where, row in _items(whole, "times", name)),
        sentences=tuple(_pair(row, text, where) for where, row in _items(whole, "sentences", name)),
    )


def _mapping(value: object, where: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise GoldError(f"{where}: an object {{…}} is expected here.")
    return value


def _items(whole: Mapping[str, Any], key: str, name: str) -> Iterator[tuple[str, object]]:
    rows = whole.get(key, [])
    if not isinstance(rows, list):
        raise GoldError(f'{name}: "{key}" must be a list.')
    for number, row in enumerate(rows):
        yield f"{name}, {key}[{number}]", row


def _rows(whole: Mapping[str, Any], key: str, name: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for where, row in _items(whole, key, name):
        yield where, _mapping(row, where)


def span_of(row: Mapping[str, Any], text: str, where: str) -> Span:
    """The span of a row, inside the text and over the words that the row gives, where it gives some."""
    span = _pair([row.get("start"), row.get("end")], text, where)
    words = row.get("text")
    if words is not None and text[span[0] : span[1]] != words:
        raise GoldError(
            f"{where}: at {span[0]}–{span[1]} stands {text[span[0] : span[1]]!r}, not {words!r}. "
            "Offsets count Unicode code points from 0, the end exclusive, line ends as they are in the file."
        )
    return span


def _pair(value: object, text: str, where: str) -> Span:
    if not isinstance(value, list) or len(value) != 2 or not all(type(at) is int for at in value):
        raise GoldError(f'{where}: needs a "start" and an "end", two whole numbers.')
    start, end = value
    if not 0 <= start < end <= len(text):
        raise GoldError(f"{where}: {start}–{end} is no span of a text of {len(text)} characters.")
    return start, end


def _published(whole: Mapping[str, Any], name: str) -> str:
    value = _mapping(whole.get("published"), f'{name}, "published"').get("edtf")
    if not isinstance(value, str):
        raise GoldError(f'{name}: "published" needs an "edtf".')
    return value


def _accepted(row: Mapping[str, Any], where: str) -> tuple[str, ...]:
    values = [row.get("edtf"), *(row.get("accept") or [])]
    if not all(isinstance(value, str) for value in values):
        raise GoldError(f'{where}: needs an "edtf", and "accept" may list more of them.')
    return tuple(values)


def _statement(row: Mapping[str, Any], text: str, where: str) -> GoldStatement:
    kind = row.get("kind")
    if kind not in KINDS:
        raise GoldError(f'{where}: "kind" must be {", ".join(KINDS[:-1])} or {KINDS[-1]}.')
    speakers = [(there, speaker) for there, speaker in _rows(row, "speakers", where)]
    mentioned = [(there, speaker) for there, speaker in speakers if speaker.get("start") is not None]
    names = [n for _, speaker in speakers if speaker.get("name") for n in (speaker["name"], *(speaker.get("accept") or ()))]
    if not all(isinstance(name, str) for name in names):
        raise GoldError(f'{where}: the "name" of a speaker must be words or null, "accept" a list of names.')
    return GoldStatement(
        kind=str(kind),
        span=span_of(row, text, where),
        mentions=tuple(_pair([speaker["start"], speaker.get("end")], text, there) for there, speaker in mentioned),
        names=tuple(names),
        has_cue=bool(row.get("cue")),
        required=row.get("required") is not False,
    )
