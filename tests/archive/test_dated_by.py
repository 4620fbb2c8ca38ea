"""What dated a statement is told in everyday words, whatever rule read it."""

import pytest

from archive.dated_by import BY_HAND, DATED_BY, dated_by
from archive.extraction.statements.another_time import SCENE
from archive.extraction.statements.document_day import DOCUMENT_DAY
from archive.extraction.statements.told_before import BEFORE
from archive.extraction.statements.told_beside import SAID_ON


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("event phrase, told before", "dated by a sentence before"),
        ("dateline", "dated by the day at the head of the report"),
        (BY_HAND, "date set by an editor"),
        (f"{BY_HAND}: read as a day", "date set by an editor"),
        ("a rule of another day", "read from the text"),
        ("", ""),
    ],
)
def test_dated_by(rule, told):
    assert dated_by(rule) == told


def test_every_rule_that_dates_words_has_its_own():
    beside = [row.name for row in SAID_ON.rows]
    of_the_document = [row.name for row in DOCUMENT_DAY.rows]

    assert set(DATED_BY) == {*beside, *(f"{name}, {BEFORE}" for name in beside), *of_the_document, SCENE}
