"""The marks of a line of time."""

import pytest

from timeline.charts import Point, Row, Strip
from timeline.printing.strip import marks, rows, years

pytestmark = pytest.mark.once


def test_each_kind_has_its_mark_and_a_coarse_date_a_bar():
    points = [Point("said", "1.00%"), Point("denied", "2.00%"), Point("aside", "3.00%"), Point("denied", "4.00%", "3.50%", "1.00%")]

    assert marks(Row("", "", points)) == (
        '<circle class="dot" cx="1.00%" cy="11" r="5"/>'
        '<svg x="2.00%" y="11" overflow="visible"><path class="cross" d="M-5-5 5 5M-5 5 5-5"/></svg>'
        '<circle class="aside" cx="3.00%" cy="11" r="4"/>'
        '<rect class="bar denied" x="3.50%" width="1.00%" y="6" height="10" rx="5"/>'
    )


def test_a_table_has_the_same():
    marks = [
        Point("said", "", years="2022"),
        Point("denied", "", years="2022"),
        Point("said", "", years="2022"),
        Point("aside", "", years="2023–2024"),
    ]
    cells = '<td class="n">2</td><td class="n"></td><td class="n">1</td>', '<td class="n"></td><td class="n">1</td><td class="n"></td>'

    assert rows(Strip([Row("Ada <M>", "", marks)], 2022, 2024, [])) == "".join(
        f'<tr><th scope="row"><bdi>Ada &lt;M&gt;</bdi></th><td>{years}</td>{cell}</tr>'
        for years, cell in zip(("2022", "2023–2024"), cells, strict=True)
    )
    assert rows(Strip([Row("", "", marks[-1:])], 2022, 2024, [])) == f'<tr><th scope="row">2023–2024</th>{cells[1]}</tr>'


def test_years_have_a_line_each():
    assert years(Strip([], 2022, 2023, ["0.00%", "50.00%"])) == (
        '<line class="axis" x1="0.00%" x2="0.00%" y1="2" y2="20"/><line class="axis" x1="50.00%" x2="50.00%" y1="2" y2="20"/>'
    )
