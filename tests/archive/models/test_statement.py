"""What a statement refuses, and what the public sees of it."""

import pytest
from django.core.exceptions import ValidationError

from archive.drafting import draft
from archive.models import Occurrence, Statement
from archive.models.sayings import reported
from tests import factories as make
from tests.factories import make_statement

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("hour", ["20:15", "8:10", " 8:10 pm", "9:00 a.m."])
def test_an_hour_is_no_place_in_the_source(hour):
    statement = make_statement(locator=hour)

    assert statement.place_in_source == ""
    with pytest.raises(ValidationError, match="an hour of the day"):
        statement.clean()


@pytest.mark.parametrize("place", ["", "p. 3", "00:20:15", "item 4", "No. 214", "4.12"])
def test_a_page_a_time_code_or_an_item_is_a_place_in_the_source(place):
    statement = make_statement(locator=place)

    assert statement.place_in_source == place
    statement.clean()


@pytest.mark.parametrize(
    ("said_on", "rule", "words"),
    [
        ("2023-05-20", "publication", "reported 20 May 2023"),
        ("2023-05-20", "event phrase", "20 May 2023"),
        ("2023-05-20", "", "20 May 2023"),
        ("", "publication", ""),
    ],
)
def test_a_day_of_publication_says_so(said_on, rule, words):
    row = Statement(said_on=said_on, said_rule=rule)

    assert (row.said_in_words, row.said_is_reported) == (words, words.startswith("reported"))


@pytest.mark.parametrize(("held_on", "is_reported"), [("2023-05-20", False), ("2023-05-19", True), ("2023-05", True), ("", True)])
def test_the_day_of_publication_is_the_day_of_saying_where_its_occasion_tells_so(held_on, is_reported):
    occasion = make.make_occasion(held_on=held_on)
    row = make.make_public_statement(said_on="2023-05-20", said_rule="publication", occasion=occasion, claims=["It opens."])

    assert row.said_is_reported is is_reported
    assert Occurrence.objects.values_list(reported("statement"), flat=True).get() == is_reported


def test_a_draft_whose_day_only_the_publication_tells_is_reported():
    document = make.make_document("“The lock will open,” Anna Hill said.", published="2023-05-20", language="en")

    draft(document, by=make.the_chief())

    assert [row.said_in_words for row in document.statements.all()] == ["reported 20 May 2023"]
