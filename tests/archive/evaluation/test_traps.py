"""The two other shapes of gold: rows of traps, and documents that must be read without a mistake."""

import pytest

from archive.evaluation import traps
from archive.evaluation.gold import GoldError
from archive.extraction import extract

ROW = {
    "id": "one", "group": "speech", "reference": "17 May 2023, 15:44",
    "text": "“The bridge will open soon,” Anna Kovaleva said on Monday.",
    "expect": {
        "dates": [{"text": "Monday", "edtf": "2023-05-15"}, {"text": "soon", "edtf": "2023", "optional": True}],
        "statements": [{"text": "The bridge will open soon", "kind": "direct", "speakers": ["Anna Kovaleva"]}],
    },
}  # fmt: skip


def expecting(**expect):
    return {**ROW, "expect": expect}


@pytest.mark.parametrize(
    ("row", "faults"),
    [
        (expecting(statements=ROW["expect"]["statements"]), []),
        (expecting(statements=[{"text": "The bridge will open soon", "kind": "mixed", "speakers": ["Petr Orlov"]}]),
         ["direct, not mixed", "'The bridge will open soon' said by Anna Kovaleva, not Petr Orlov"]),
        (expecting(statements=[]), ["no statement: 'The bridge will open soon'"]),
        (expecting(statements=[], **{"or": ROW["expect"]["statements"]}), []),
        (expecting(statements=[*ROW["expect"]["statements"], {"text": "on Monday"}]), ["not proposed: 'on Monday'"]),
        (expecting(published={"edtf": "2023-05-17T15:44:00", "zone_source": ["unknown"]}), []),
        (expecting(published={"edtf": "2023-05-18", "zone_source": ["stated"]}),
         ["published 2023-05-17T15:44:00, not 2023-05-18", "zone unknown, not stated"]),
        ({"text": "On 04/05/2023.", "expect": {"dates": [{"text": "04/05/2023", "ambiguous": ["2023-04-05", "2023-05-04"]}]}}, []),
        ({"text": "He came on 4 May 2023.", "expect": {"dates": []}}, ["no date: '4 May 2023'"]),
        ({"text": "He left 4 May 2023.", "expect": {"dates": [{"text": "4 May 2023", "edtf": "23"}]}}, ["'4 May 2023' read as 2023-05-04"]),
        ({"text": "He came.", "expect": {"dates": [{"text": "came", "edtf": "2023"}]}}, ["'came' not read"]),
        (expecting(statements=[*ROW["expect"]["statements"], {"text": "on Monday", "optional": True}]), []),
    ],
)  # fmt: skip
def test_faults_of_a_row(row, faults):
    assert traps.faults_of(row, extract(traps.text_of(row)[0])) == faults


def test_rows_are_counted_by_group_with_false_dates_apart():
    stamp = {
        "group": "stamps",
        "reference": "17 May 2023, 15:44",
        "text": "He came.",
        "expect": {"published": {"edtf": "2023-05-17T15:44:00"}},
    }
    rows = traps.rows_of("t.json", {"rows": [ROW, {"text": "He came on 4 May 2023.", "expect": {"dates": []}}, stamp]})

    measures, misses = traps.measures_of(rows, [extract(traps.text_of(row)[0]) for row in rows])

    assert {one.name: one.counts for one in measures} == {
        "traps, speech": {"right": 1, "of": 1},
        "traps, rows": {"right": 0, "of": 1},
        "traps, stamps": {"right": 1, "of": 1},
        "traps, all": {"right": 2, "of": 3},
        traps.FALSE_DATES: {"right": 1, "of": 2},
    }
    assert misses == ["1 | no date: '4 May 2023'"]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ({}, 't.json: "rows" must be a list.'),
        ([{"text": "a"}], 't.json, rows[0]: needs a "text" and what to "expect".'),
        ([{"text": "a", "expect": {"dates": [{"text": "b"}]}}], "t.json, rows[0]: what is expected must give words of the text"),
    ],
)
def test_mistake_in_rows_is_told(rows, told):
    with pytest.raises(GoldError) as refused:
        traps.rows_of("t.json", {"rows": rows})

    assert str(refused.value).startswith(told)
