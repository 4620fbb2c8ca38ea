"""A statement is marked as a translation of another: one act, with its history."""

from datetime import UTC, datetime

import pytest

from archive import review
from archive.errors import NotYours, Refused
from archive.models import Event
from tests import factories as make

pytestmark = pytest.mark.django_db
AT = datetime(2031, 7, 2, 9, tzinfo=UTC)


@pytest.mark.parametrize("make_one", [make.make_statement, make.make_accepted_statement])
def test_marking_keeps_the_state_and_is_told(make_one):
    original, statement, by = make.make_public_statement(), make_one(language="ru"), make.the_chief()
    before = (statement.status, statement.lock_version)

    marked = review.mark_translation(statement, original, by=by, at=AT)

    event = Event.objects.filter(object_type="statement", object_id=statement.pk).first()
    assert (marked.translation_of, marked.status, marked.lock_version) == (original, before[0], before[1] + 1)
    assert (event.verb, event.by, event.at, event.detail["becomes"]) == ("edited", by, AT, {"translation_of": original.public_id})


def test_translation_of_a_translation_has_its_original():
    original = make.make_accepted_statement()
    other = make.make_accepted_statement(translation_of=original)

    marked = review.mark_translation(make.make_statement(), other, by=make.the_chief())

    assert marked.translation_of == original


def test_public_statement_is_corrected_instead():
    with pytest.raises(Refused, match="corrected on its own page"):
        review.mark_translation(make.make_public_statement(), make.make_statement(), by=make.the_chief())


def test_rejected_statement_is_refused():
    with pytest.raises(Refused, match="marked as a translation"):
        review.mark_translation(make.make_rejected_statement(), make.make_statement(), by=make.the_chief())


def test_marked_statement_and_an_original_are_refused():
    original = make.make_accepted_statement()
    statement = make.make_statement(translation_of=original)

    with pytest.raises(Refused, match="marked as a translation already"):
        review.mark_translation(statement, make.make_statement(), by=make.the_chief())
    with pytest.raises(Refused, match="Others are marked as translations of it"):
        review.mark_translation(original, statement, by=make.the_chief())


def test_who_may_not_change_statements_is_refused():
    with pytest.raises(NotYours):
        review.mark_translation(make.make_statement(), make.make_statement(), by=make.make_user("viewer"))
