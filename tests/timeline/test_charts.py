"""Charts as plain numbers."""

from datetime import date

import pytest

from archive.enums import Likeness, Stance
from timeline.charts import HEIGHT, MOST_SPEAKERS, Said, histogram, kind_of, strip

pytestmark = pytest.mark.once


def test_what_is_not_nothing_can_be_seen():
    found = histogram([("2021", 1000, "/a"), ("2022", 1, "/b"), ("2023", 0, "/c")])

    assert [(bar.height, bar.y, bar.x) for bar in found.bars] == [(HEIGHT, 0, "0.00%"), (2, HEIGHT - 2, "33.33%"), (0, HEIGHT, "66.67%")]
    assert (found.total, found.most, found.first, found.last) == (1001, 1000, "2021", "2023")


def test_day_is_a_dot_and_a_coarse_date_a_bar():
    day, month = Said(date(2023, 7, 3), date(2023, 7, 3), "said"), Said(date(2023, 5, 1), date(2023, 5, 31), "aside")

    found = strip([day, month])

    dot, bar = found.rows[0].marks
    assert (dot.kind, dot.width, bar.width) == ("said", "", "8.49%")
    assert dot.x.startswith("50.")
    assert found.rows[0].counts == {"said": 1, "aside": 1, "denied": 0}


def test_lines_are_those_of_who_said_most():
    said = [Said(date(2023, 1, 1), date(2023, 1, 1), "said", f"P{n}") for n in range(MOST_SPEAKERS + 3)]

    found = strip([*said, said[-1]])

    assert found.rows[0].name == f"P{MOST_SPEAKERS + 2}"
    assert (len(found.rows), found.left_out) == (MOST_SPEAKERS, 3)


def test_nothing_dated_is_no_strip():
    assert strip([]) is None


@pytest.mark.parametrize(
    ("stance", "likeness", "kind"),
    [
        (Stance.DENIES, Likeness.PARAPHRASE, "denied"),
        (Stance.ASSERTS, Likeness.VERBATIM, "said"),
        (Stance.ASSERTS, Likeness.VARIANT, "aside"),
        (Stance.RELAYS, Likeness.VERBATIM, "aside"),
    ],
)
def test_kind_of_a_mark(stance, likeness, kind):
    assert kind_of(stance, likeness) == kind
