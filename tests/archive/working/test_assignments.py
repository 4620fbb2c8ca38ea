"""A document is given to a person, and taken away."""

import pytest

from archive.errors import NotYours, Refused
from archive.models import Assignment
from archive.models.account import LONGEST_NOTE
from archive.working import assignments
from tests import factories as make

pytestmark = pytest.mark.django_db


def test_a_document_is_given_with_a_note_and_then_to_another():
    document, anna, boris = make.make_document(), make.make_user("editor"), make.make_user("reviewer")

    assignments.give(document, boris, by=anna, note=" Check the dates. ")
    assignments.give(document, anna, by=anna, note="x" * 400)

    [given] = Assignment.objects.given_to(anna)
    assert (given.document, given.by, len(given.note)) == (document, anna, LONGEST_NOTE)
    assert list(Assignment.objects.given_to(boris)) == []
    assert Assignment.objects.by_document([document.pk]) == {document.pk: given}


def test_it_is_taken_away():
    document, anna = make.make_document(), make.make_user("publisher")
    assignments.give(document, anna, by=anna)

    assignments.take_away(document, by=make.make_user("editor"))

    assert not Assignment.objects.exists()


@pytest.mark.parametrize(("roles", "fields"), [(["viewer"], {}), (["editor"], {"is_active": False}), (["administrator of people"], {})])
def test_who_does_not_work_on_texts_is_given_none(roles, fields):
    person = make.make_user(*roles, **fields)

    with pytest.raises(Refused, match="has no role that works on texts"):
        assignments.give(make.make_document(), person, by=make.make_user("editor"))


def test_a_viewer_gives_and_takes_none():
    viewer = make.make_user("viewer")

    with pytest.raises(NotYours):
        assignments.give(make.make_document(), make.make_user("editor"), by=viewer)
    with pytest.raises(NotYours):
        assignments.take_away(make.make_document(), by=viewer)


def test_people_are_those_who_work_on_texts_each_once():
    both, publisher = make.make_user("editor", "reviewer", "publisher", username="b"), make.make_user("publisher", username="a")
    make.make_user("viewer")

    assert list(assignments.people()) == [publisher, both]
