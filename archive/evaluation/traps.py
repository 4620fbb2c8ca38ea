"""Rows of one short text each, with what must be read in it and nothing else: the way to keep a mistake from coming back.

    {"rows": [{"id": "date-01", "group": "false dates", "text": "He may visit the plant.", "reference": "17 May 2023, 15:44",
               "expect": {"dates": [], "published": {"edtf": "…", "zone_source": ["stated"]},
                          "statements": [{"text": "…", "kind": "direct", "speakers": ["Anna Kovaleva"]}]}}]}

A row with a `reference` is read as a small article under that date line. A date is {"text", "edtf", "accept"} or {"text", "ambiguous":
[both]}; "optional" things may be missing, "nth" counts repeated text, "or" and "or_speakers" are second right answers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from archive.evaluation.gold import GoldError
from archive.evaluation.names import bare
from archive.evaluation.quotations import names_of
from archive.evaluation.shares import Measure, share
from archive.extraction.types import DateFound, Extraction, Span, StatementFound

FALSE_DATES = "sentences without a false date"


def rows_of(name: str, gold: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    rows = gold["rows"]
    if not isinstance(rows, list):
        raise GoldError(f'{name}: "rows" must be a list.')
    for number, row in enumerate(rows):
        if not (isinstance(row, dict) and isinstance(row.get("text"), str) and isinstance(row.get("expect"), dict)):
            raise GoldError(f'{name}, rows[{number}]: needs a "text" and what to "expect".')
        for item in [*row["expect"].get("dates", []), *row["expect"].get("statements", []), *row["expect"].get("or", [])]:
            if not isinstance(item, dict) or str(item.get("text", "")) not in row["text"] or not item.get("text"):
                raise GoldError(f"{name}, rows[{number}]: what is expected must give words of the text, and {item!r} does not.")
    return rows


def text_of(row: Mapping[str, Any]) -> tuple[str, int]:
    """The text to read, and where the row's own begins in it."""
    head = f"A note from the region\n{row['reference']}\n\n" if "reference" in row else ""
    return head + row["text"], len(head)


def measures_of(rows: Sequence[Mapping[str, Any]], found: Sequence[Extraction]) -> tuple[list[Measure], list[str]]:
    """How many rows hold, in all and by group, with what is wrong in the others."""
    held, total, misses, clean, dated = Counter[str](), Counter[str](), [], 0, 0
    for number, (row, one) in enumerate(zip(rows, found, strict=True)):
        faults, group = faults_of(row, one), str(row.get("group", "rows"))
        total[group] += 1
        held[group] += not faults
        misses += [f"{row.get('id', number)} | {fault}" for fault in faults]
        if "dates" in row["expect"]:
            dated += 1
            clean += not any(fault.startswith("no date:") for fault in faults)
    made = [share(f"traps, {group}", held[group], total[group], 1.0) for group in total]
    made.append(share("traps, all", held.total(), total.total(), 1.0))
    return [*made, *([share(FALSE_DATES, clean, dated, 1.0)] if dated else [])], misses


def faults_of(row: Mapping[str, Any], found: Extraction) -> list[str]:
    expect, shift = row["expect"], text_of(row)[1]
    faults: list[str] = []
    if "dates" in expect:
        faults += _faulty_dates(row["text"], expect["dates"], [one for one in found.dates if one.start >= shift], shift)
    if "published" in expect:
        faults += _faulty_stamp(expect["published"], found)
    if "statements" in expect:
        given = [one for one in found.statements if one.start >= shift]
        answers = [expect["statements"], *([expect["or"]] if "or" in expect else [])]
        by_answer: list[list[str]] = [_faulty_statements(row["text"], answer, given, shift) for answer in answers]
        faults += sorted(by_answer, key=len)[0]
    return faults


def _place(text: str, item: Mapping[str, Any]) -> Span:
    at = -1
    for _ in range(item.get("nth", 1)):
        at = text.index(item["text"], at + 1)
    return at, at + len(item["text"])


def _touch(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


# ---------------------------------------------------------------- dates


def _faulty_dates(text: str, wanted: Sequence[Mapping[str, Any]], given: Sequence[DateFound], shift: int) -> list[str]:
    places = [_place(text, item) for item in wanted]
    placed = [((one.start - shift, one.end - shift), one) for one in given]
    faults = [
        fault
        for item, place in zip(wanted, places, strict=True)
        for fault in _faulty_date(item, [one for span, one in placed if _touch(span, place)])
    ]
    extra = [span for span, _ in placed if not any(_touch(span, place) for place in places)]
    return [*faults, *(f"no date: {text[start:end]!r}" for start, end in extra)]


def _faulty_date(item: Mapping[str, Any], here: Sequence[DateFound]) -> list[str]:
    if not here:
        return [] if item.get("optional") else [f"{item['text']!r} not read"]
    if any(_is_read(item, one) for one in here):
        return []
    return [f"{item['text']!r} read as {', '.join(one.edtf or ' or '.join(one.readings) for one in here)}"]


def _is_read(item: Mapping[str, Any], one: DateFound) -> bool:
    if "ambiguous" in item:
        return one.edtf is None and set(one.readings) == set(item["ambiguous"])
    return one.edtf in (item["edtf"], *item.get("accept", []))


def _faulty_stamp(wanted: Mapping[str, Any], found: Extraction) -> list[str]:
    edtf, source = (found.published.edtf, found.published.zone_source) if found.published else ("", "")
    accepted = {value.replace("+00:00", "Z") for value in (wanted["edtf"], *wanted.get("accept", []))}
    faults = [] if edtf.replace("+00:00", "Z") in accepted else [f"published {edtf or 'never'}, not {wanted['edtf']}"]
    if "zone_source" in wanted and source not in wanted["zone_source"]:
        faults.append(f"zone {source or 'not read'}, not {' or '.join(wanted['zone_source'])}")
    return faults


# ---------------------------------------------------------------- statements


def _faulty_statements(text: str, wanted: Sequence[Mapping[str, Any]], given: Sequence[StatementFound], shift: int) -> list[str]:
    places = [_place(text, item) for item in wanted]
    spans = [(one.start - shift, one.end - shift) for one in given]
    faults: list[str] = []
    for item, place in zip(wanted, places, strict=True):
        here = next((one for one, span in zip(given, spans, strict=True) if _is_near(span, place)), None)
        if here:
            faults += _faulty_statement(item, here)
        elif not item.get("optional"):
            faults.append(f"not proposed: {item['text']!r}")
    extra: Iterable[Span] = (span for span in spans if not any(_touch(span, place) for place in places))
    return [*faults, *(f"no statement: {text[start:end]!r}" for start, end in extra)]


def _is_near(a: Span, b: Span) -> bool:
    return abs(a[0] - b[0]) <= 1 and abs(a[1] - b[1]) <= 1


def _faulty_statement(item: Mapping[str, Any], found: StatementFound) -> list[str]:
    faults = [f"{found.kind}, not {item['kind']}"] if "kind" in item and found.kind not in item["kind"].split("|") else []
    given = {bare(name) for name in names_of(found)}
    answers = [item["speakers"], *([item["or_speakers"]] if "or_speakers" in item else [])] if "speakers" in item else []
    if answers and given not in [{bare(name) for name in answer} for answer in answers]:
        faults.append(f"{item['text'][:40]!r} said by {', '.join(names_of(found)) or 'nobody'}, not {', '.join(answers[0]) or 'nobody'}")
    return faults
