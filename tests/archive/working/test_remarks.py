"""Notes for colleagues on rows of the record, until they are done."""

import pytest

from archive import removal
from archive.errors import NotYours, Refused
from archive.models import Remark
from archive.models.account import LONGEST_REMARK
from archive.working import remarks
from tests import factories as make

pytestmark = pytest.mark.django_db


def test_remarks_stand_on_their_rows_with_one_query_for_all(django_assert_num_queries):
    statements = [make.make_statement() for _ in range(3)]
    anna = make.make_user("editor")
    first, second = (remarks.remark(statements[0], text, by=anna) for text in (" Who is she? ", "Ask the outlet."))
    remarks.remark(statements[0].document, "Of the document.", by=anna)

    with django_assert_num_queries(1):
        found = Remark.objects.by_row("statement", [one.pk for one in statements])

    assert found == {statements[0].pk: [first, second]}
    assert first.text == "Who is she?"


def test_a_remark_is_done_and_opened_again():
    anna, boris = make.make_user("editor"), make.make_user("reviewer")
    noted = remarks.remark(make.make_document(), "Ask the outlet.", by=anna)

    remarks.resolve(noted, by=boris)
    done = remarks.resolve(noted, by=anna)
    assert done.done_by == boris
    assert list(Remark.objects.open()) == []

    assert remarks.reopen(noted, by=anna).done_by is None
    assert list(Remark.objects.open()) == [noted]


@pytest.mark.parametrize(("text", "sentence"), [("  ", "Write the remark first"), ("x" * (LONGEST_REMARK + 1), "at most 2000")])
def test_empty_and_endless_ones_are_refused(text, sentence):
    with pytest.raises(Refused, match=sentence):
        remarks.remark(make.make_document(), text, by=make.make_user("editor"))


def test_a_viewer_remarks_nothing():
    viewer, noted = make.make_user("viewer"), remarks.remark(make.make_document(), "Ask.", by=make.make_user("editor"))

    for act in (lambda: remarks.remark(make.make_document(), "Why?", by=viewer), lambda: remarks.resolve(noted, by=viewer)):
        with pytest.raises(NotYours):
            act()


def test_they_go_with_a_row_that_was_entered_by_mistake():
    editor, document = make.make_user("editor"), make.make_document()
    remarks.remark(document, "Ask.", by=editor)

    removal.remove(document, by=editor, reason="Entered twice.")

    assert not Remark.objects.exists()
