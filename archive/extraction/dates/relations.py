"""What "since", "until", "before", "after", "around" and "perhaps" make of a date."""

from __future__ import annotations

from collections.abc import Callable

from archive.extraction.dates import civil
from archive.extraction.dates.ranges import first_year, last_year

WHOLE = ("week", "open")  # kinds that no relation changes


def related(edtf: str, relation: str, kind: str) -> str:
    """The date of that kind as the relation has it: an open interval, or a mark of doubt."""
    if kind in WHOLE or (relation == "after" and kind == "day"):
        return edtf
    return RELATED.get(relation, _about)(edtf, kind)


def _until(edtf: str, kind: str) -> str:
    return f"../{_last_day(edtf) if kind == 'end' else last_year(_last(edtf))}"


def _before(edtf: str, kind: str) -> str:
    return f"../{_last_day(edtf) if kind == 'end' else first_year(_last(edtf))}"


def _since(edtf: str, kind: str) -> str:
    first = edtf.split("/", maxsplit=1)[0]
    rough = (kind == "span" and len(first) == len("2010")) or "X" in first
    return f"{_marked(first_year(first), '~' if rough else '')}/.."


def _about(edtf: str, kind: str) -> str:
    return edtf if "/" in edtf else _marked(edtf, "~")


def _perhaps(edtf: str, kind: str) -> str:
    return edtf if "/" in edtf else _marked(edtf, "?")


def _marked(edtf: str, mark: str) -> str:
    return edtf if edtf.endswith(("~", "?")) else edtf + mark


def _last(edtf: str) -> str:
    return edtf.rsplit("/", maxsplit=1)[-1]


def _last_day(edtf: str) -> str:
    """ "By the end of May" is over with the last day of May."""
    days = civil.first_and_last(edtf)
    return days[1].isoformat() if days else edtf


RELATED: dict[str, Callable[[str, str], str]] = {
    "until": _until,
    "before": _before,
    "since": _since,
    "after": _since,
    "perhaps": _perhaps,
}
