"""Why a statement came back stands with it while it waits to be mended."""

import pytest

from archive import review
from archive.working.returns import returned_because
from tests import factories as make

pytestmark = pytest.mark.django_db


def test_the_last_return_of_each_draft_with_one_query(django_assert_num_queries):
    chief = make.the_chief()
    twice, again, never = make.make_accepted_statement(), make.make_accepted_statement(), make.make_statement()
    twice = review.return_to_draft(twice, by=chief, reason="Too long.")
    twice = review.return_to_draft(make.accept(twice), by=chief, reason="Whose words?")
    again = make.accept(review.return_to_draft(again, by=chief, reason="No date."))

    with django_assert_num_queries(1):
        found = returned_because([twice, again, never])

    assert {number: (event.reason, event.by) for number, event in found.items()} == {twice.pk: ("Whose words?", chief)}
