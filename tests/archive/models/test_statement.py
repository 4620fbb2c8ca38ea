"""What a statement refuses, and what the public sees of it."""

import pytest
from django.core.exceptions import ValidationError

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
