"""The marks of a line of time."""

import pytest

from timeline.charts import Point, Row, Strip
from timeline.printing.strip import marks, rows, years

pytestmark = pytest.mark.once


def test_each_kind_has_its_mark_and_a_coarse_date_a_bar():
    points = [Point("said", "1.00%"), Point("denied", "2.50%"), Point("aside", "4.00%"), Point("denied", "4.00%", "3.50%", "1.00%")]

    assert marks(Row("", "", points)) == (
        '<rect class="bar denied" x="3.50%" width="1.00%" y="6" height="10" rx="5"/>'
        '<circle class="aside" cx="4.0%" cy="11" r="4"/>'
        '<circle class="dot" cx="1.0%" cy="11" r="5"/>'
        '<svg x="2.5%" y="11" overflow="visible"><path class="cross" d="M-5-5 5 5M-5 5 5-5"/></svg>'
    )


def test_what_is_one_to_the_eye_is_one_mark():
    said = [Point("said", f"{place:.2f}%") for place in (10.7, 10, 11.4, 13)]
    others = [Point(kind, place) for kind in ("aside", "denied") for place in ("20.00%", "20.30%", "21.00%")]
    bars = [Point("said", "50.00%", "40.00%", "20.00%")] * 3

    assert marks(Row("Ada", "", said + others + bars)) == (
        '<rect class="bar said" x="40.00%" width="20.00%" y="6" height="10" rx="5"/>'
        '<circle class="aside" cx="20.0%" cy="11" r="4"/><circle class="aside" cx="21.0%" cy="11" r="4"/>'
        '<line class="dots" x1="10.0%" x2="11.4%" y1="11" y2="11"/><circle class="dot" cx="13.0%" cy="11" r="5"/>'
        '<svg x="20.0%" y="11" overflow="visible"><path class="cross" d="M-5-5 5 5M-5 5 5-5"/></svg>'
        '<svg x="21.0%" y="11" overflow="visible"><path class="cross" d="M-5-5 5 5M-5 5 5-5"/></svg>'
    )


def test_a_table_has_all_of_them():
    marks = [
        Point("said", "", years="2022"),
        Point("denied", "", years="2022"),
        Point("said", "", years="2022"),
        Point("aside", "", years="2023–2024"),
    ]
    of_ada = '<tbody><tr><th scope="rowgroup" rowspan="2"><bdi>Ada &lt;M&gt;</bdi><th scope="row">2022<td>2<td><td>1\n'
    coarse = '<tr><th scope="row">2023–2024<td><td>1<td>\n'

    assert rows(Strip([Row("Ada <M>", "", marks)], 2022, 2024, [])) == of_ada + coarse
    assert rows(Strip([Row("", "", marks[-1:]), Row("Who is undated", "")], 2022, 2024, [])) == coarse


def test_years_have_a_line_each():
    assert years(Strip([], 2022, 2023, ["0.00%", "50.00%"])) == (
        '<line class="axis" x1="0.00%" x2="0.00%" y1="2" y2="20"/><line class="axis" x1="50.00%" x2="50.00%" y1="2" y2="20"/>'
    )
