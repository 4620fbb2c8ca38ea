"""A histogram and its table."""

import pytest

from timeline.charts import histogram
from timeline.printing.histogram import bars, rows

pytestmark = pytest.mark.once


def test_a_bar_and_a_row_for_what_is_not_nothing():
    chart = histogram([("2021", 1234, "/chronology/2021/"), ("2022", 0, "/chronology/2022/")])

    assert bars(chart) == '<g class="fill" transform="matrix(1 0 0 -1 0 56)"><rect x="0.00%" width="40.00%" height="56"/></g>'
    assert rows(chart) == '<tr><th scope="row"><a href="/chronology/2021/">2021</a><td class="n">1,234\n'
