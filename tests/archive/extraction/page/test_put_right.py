"""What a notice puts right, proposed from its words."""

import pytest

from archive.extraction.page.put_right import PutRight, put_right_in

PUT_RIGHT = [
    ("Turnout was 52.4 per cent, not 54.2.", "54.2", "52.4"),
    ("The figure of 54.2 percent was the result of a transposition. It should have read 52.4 percent.", "54.2", "52.4"),
    ("The toll is three euros, not five.", "five", "three"),
    ("It costs €3 million, not €5 million.", "€5 million", "€3 million"),
    ("The loan is not 400 million but 40 million crowns.", "400", "40"),
    ("The mayor is Ada Moreau, not Ida Moreau.", "Ida Moreau", "Ada Moreau"),
    ("He spoke on Monday rather than Tuesday.", "Tuesday", "Monday"),
    ("Явка составила не 54,2 процента, а 52,4.", "54,2", "52,4"),
    ("Явка составила 52,4 процента, а не 54,2.", "54,2", "52,4"),
    ("Явка становила не 54,2%, а 52,4%.", "54,2%", "52,4%"),
]
SILENT = ["We regret the error.", "The report was wrong and is withdrawn.", "He did not say so.", "", "It should have been checked."]


@pytest.mark.parametrize(("text", "wrong", "right"), PUT_RIGHT)
def test_what_is_put_right(text, wrong, right):
    assert put_right_in(text) == PutRight(wrong, right)


@pytest.mark.parametrize("text", SILENT)
def test_what_does_not_say_it_so_gives_none(text):
    assert put_right_in(text) is None


def test_a_long_text_without_an_answer_costs_little_more_than_its_length():
    assert put_right_in("54.2 of the 1,000 votes were not counted, and " * 2000) is None
