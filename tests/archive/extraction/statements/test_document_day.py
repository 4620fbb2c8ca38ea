"""The day of words beside which none is told: dateline, heading, publication. All texts are invented."""

import pytest

from archive.extraction import extract
from tests.archive.extraction.statements.passages import DATELINE, HEAD, PUBLICATION, TODAY, read

SITTING = "day of the sitting"


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
        ("Sitting of Wednesday, 19 October 2016\n\nAnna Kovaleva said that the bridge would open.", "2016-10-19", SITTING),
        ("Valmere, 19 October 2016\n\nAnna Kovaleva said that the bridge would open.", "2016-10-19", "heading"),
        (HEAD + "Sitting of 16 May 2023\n\nBy Jan Orr\n\nAnna Kovaleva said that it would open.", "2023-05-16", SITTING),
        (HEAD + "Valmere, 16 May 2023\n\nBy Jan Orr\n\nAnna Kovaleva said that it would open.", "2023-05-16", "heading"),
        (HEAD + "Sitting of 18 May 2023\n\nBy Jan Orr\n\nAnna Kovaleva said that it would open.", TODAY, PUBLICATION),
        (HEAD + "The ban of 16 May 2023 on boats is over\n\nBy Jan Orr\n\nAnna Kovaleva said that it would open.", TODAY, PUBLICATION),
        ("VALMERE, 16 May 2023 (Ardpress) - Anna Kovaleva said that it would open.", "2023-05-16", DATELINE),
    ],
)
def test_day_in_a_heading_counts_where_it_is_before_the_publication(text, said_on, rule):
    said = extract(text).statements[0].said_on

    assert said is not None
    assert (said.edtf, said.rule) == (said_on, rule)


@pytest.mark.parametrize(
    "heading",
    [
        "Sitting of Wednesday, 17 May 2023",
        "Committee on Energy. Public hearing of Wednesday, 17 May 2023",
        "Hearing held on 17 May 2023",
        "17 May 2023 – Press conference of the council",
        "Заседание совета по энергетике 17 мая 2023 года",
    ],
)
def test_day_of_a_sitting_counts_also_where_it_is_that_of_publication(heading):
    text = f"{HEAD}{heading}\n\nBy Jan Orr\n\nAnna Kovaleva said that it would open."
    said = extract(text).statements[0].said_on

    assert said is not None
    assert (said.edtf, said.rule) == (TODAY, SITTING)
    assert "2023" in text[said.start : said.end]


@pytest.mark.parametrize(
    "head",
    [
        HEAD + "Wednesday, 17 May 2023\n\nBy Jan Orr\n\n",
        HEAD + "Sitting of 18 May 2023\n\nBy Jan Orr\n\n",
        "What they told us at the hearing of 17 May 2023\n17 May 2023, 15:44\n\n",
    ],
)
def test_masthead_a_later_day_and_words_about_a_sitting_are_none(head):
    said = extract(head + "Anna Kovaleva said that it would open.").statements[0].said_on

    assert said is not None
    assert (said.edtf, said.rule) == (TODAY, PUBLICATION)


def test_title_of_a_record_tells_its_day():
    said = extract("Press briefing by the mayor, 17 May 2023\n18 May 2023\n\nAnna Kovaleva said that it would open.").statements[0].said_on

    assert said is not None
    assert (said.edtf, said.rule) == (TODAY, SITTING)
