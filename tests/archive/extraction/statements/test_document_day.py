"""The day of words beside which none is told: dateline, heading, publication. All texts are invented."""

import pytest

from archive.extraction import extract
from tests.archive.extraction.statements.passages import DATELINE, HEAD, PUBLICATION, TODAY, read


@pytest.mark.parametrize(
    ("head", "said_on", "rule"),
    [
        ("VALMERE, 16 May (Ardpress) - ", "2023-05-16", DATELINE),
        ("VALMERE (Ardpress) - ", TODAY, PUBLICATION),
    ],
)
def test_without_a_date_beside_the_words_the_dateline_counts_and_then_the_publication(head, said_on, rule):
    assert read(head + "Anna Kovaleva said that the bridge would open.")[0][:2] == (said_on, rule)


@pytest.mark.parametrize(
    ("text", "said_on", "rule"),
    [
        ("Sitting of Wednesday, 19 October 2016\n\nAnna Kovaleva said that the bridge would open.", "2016-10-19", "heading"),
        (HEAD + "Sitting of 16 May 2023\n\nBy Jan Orr\n\nAnna Kovaleva said that it would open.", "2023-05-16", "heading"),
        (HEAD + "Sitting of 18 May 2023\n\nBy Jan Orr\n\nAnna Kovaleva said that it would open.", TODAY, PUBLICATION),
        ("VALMERE, 16 May 2023 (Ardpress) - Anna Kovaleva said that it would open.", "2023-05-16", DATELINE),
    ],
)
def test_day_in_a_heading_counts_where_it_is_before_the_publication(text, said_on, rule):
    said = extract(text).statements[0].said_on

    assert said is not None
    assert (said.edtf, said.rule) == (said_on, rule)
