"""Charts as plain numbers."""

from datetime import date

import pytest

from timeline.charts import HEIGHT, MOST_SPEAKERS, Said, histogram, strip

pytestmark = pytest.mark.once
DAY = date(2023, 5, 17)


def test_what_is_not_nothing_can_be_seen():
    found = histogram([("2021", 1000, "/a"), ("2022", 1, "/b"), ("2023", 0, "/c")])

    assert [(bar.height, bar.y, bar.x) for bar in found.bars] == [(HEIGHT, 0, "0.00%"), (2, HEIGHT - 2, "33.33%"), (0, HEIGHT, "66.67%")]
    assert (found.total, found.most, found.first, found.last) == (1001, 1000, "2021", "2023")


def test_day_is_a_dot_and_a_coarse_date_a_bar():
    day, month = Said(date(2023, 7, 3), date(2023, 7, 3), "sayings", 1), Said(date(2023, 5, 1), date(2023, 5, 31), "variants", 2)

    found = strip([day, month])

    dot, bar = found.rows[0].marks
    assert (dot.kind, dot.width, bar.width) == ("said", "", "8.49%")
    assert found.rows[0].table == {"2023": {"said": 1, "aside": 1}}
    assert dot.x.startswith("50.")
    assert found.rows[0].counts == {"sayings": 1, "variants": 1}


def test_lines_are_those_of_who_said_most():
    said = [Said(date(2023, 1, 1), date(2023, 1, 1), "sayings", n, f"P{n}") for n in range(MOST_SPEAKERS + 3)]

    found = strip([*said, said[-1]._replace(saying=-1)])

    assert found.rows[0].name == f"P{MOST_SPEAKERS + 2}"
    assert (len(found.rows), found.left_out) == (MOST_SPEAKERS, 3)


def test_years_reach_over_what_stands_beside():
    late = Said(date(2025, 1, 1), date(2025, 1, 1), "denials", 2)

    found = strip([Said(DAY, DAY, "sayings", 1)], beside=[late, late._replace(earliest=None, latest=None)])

    assert (found.first, found.last) == (2023, 2025)
    assert [len(row.marks) for row in found.rows] == [1]


def test_nothing_dated_is_no_strip():
    assert strip([]) is None


@pytest.mark.parametrize(
    ("figure", "kind"),
    [("denials", "denied"), ("sayings", "said"), ("variants", "aside"), ("narrower", "aside"), ("wider", "aside"), ("relays", "aside")],
)
def test_kind_of_a_mark(figure, kind):
    assert [mark.kind for mark in strip([Said(DAY, DAY, figure, 1)]).rows[0].marks] == [kind]


def test_reports_of_one_occasion_are_one_dot():
    later = date(2023, 5, 19)
    found = strip([Said(DAY, DAY, "sayings", 1), Said(later, later, "sayings", 1), Said(DAY, DAY, "variants", 1)])

    assert [(mark.kind, mark.x) for mark in found.rows[0].marks] == [("said", "37.26%"), ("aside", "37.26%")]


def test_title_tells_the_occasions_of_a_line_also_those_without_a_date():
    said = [Said(DAY, DAY, "sayings", 1), Said(None, None, "sayings", 2), Said(DAY, DAY, "denials", 3), Said(DAY, DAY, "denials", 4)]

    assert strip(said).rows[0].title == "All speakers: said on 2 occasions, denied on 2 occasions, 1 of these without a date"
    assert strip([one._replace(line="Ada") for one in said[:1]]).rows[0].title == "Ada: said on 1 occasion"
    assert strip([Said(None, None, "sayings", 1)]) is None


def test_strip_says_that_later_reports_are_not_drawn():
    assert [strip([Said(DAY, DAY, "sayings", 1)], is_cut=is_cut).is_cut for is_cut in (True, False)] == [True, False]
