"""Who reviews a document now: it begins by itself, goes on, lapses, and is taken over."""

from datetime import UTC, datetime, timedelta

import pytest

from archive import removal
from archive.errors import NotYours
from archive.models import DocumentHold
from archive.working import holds
from tests import factories as make

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 30, 10, 12, tzinfo=UTC)
LATER, TOO_LATE = AT + timedelta(minutes=4), AT + timedelta(minutes=5)


def test_the_first_has_it_and_goes_on_having_it():
    document, anna = make.make_document(), make.make_user("reviewer")

    for at in (AT, LATER, LATER + timedelta(minutes=4)):
        hold = holds.take(document, by=anna, at=at)

    assert (hold.by, hold.since, hold.seen_at) == (anna, AT, LATER + timedelta(minutes=4))


def test_what_another_has_stays_theirs_until_it_lapses():
    document, anna, boris = make.make_document(), make.make_user("reviewer"), make.make_user("editor")
    holds.take(document, by=anna, at=AT)

    assert holds.take(document, by=boris, at=LATER).by == anna
    assert holds.take(document, by=boris, at=TOO_LATE).by == boris


def test_who_comes_back_after_it_lapsed_begins_anew():
    document, anna = make.make_document(), make.make_user("reviewer")
    holds.take(document, by=anna, at=AT)

    assert holds.take(document, by=anna, at=TOO_LATE).since == TOO_LATE


def test_it_is_taken_over_and_the_other_is_told_at_the_next_act():
    document, anna, boris = make.make_document(), make.make_user("reviewer"), make.make_user("editor")
    holds.take(document, by=anna, at=AT)

    holds.take_over(document, by=boris, at=LATER)
    holds.take_over(document, by=boris, at=LATER)

    told = holds.take(document, by=anna, at=LATER)
    assert (told.by, told.taken_from, told.since) == (boris, anna, LATER)


def test_what_lapsed_is_taken_from_nobody():
    document, boris = make.make_document(), make.make_user("editor")
    holds.take(document, by=make.make_user("reviewer"), at=AT)

    assert holds.take_over(document, by=boris, at=TOO_LATE).taken_from is None


def test_only_who_has_it_leaves_it():
    document, anna = make.make_document(), make.make_user("reviewer")
    holds.take(document, by=anna, at=AT)

    holds.leave(document, by=make.make_user("editor"))
    assert DocumentHold.objects.exists()

    holds.leave(document, by=anna)
    assert not DocumentHold.objects.exists()


def test_who_reviews_what_is_one_query(django_assert_num_queries):
    documents = [make.make_document() for _ in range(3)]
    for document, at in zip(documents, (AT, AT, AT - timedelta(hours=1)), strict=True):
        holds.take(document, by=make.make_user("reviewer"), at=at)

    with django_assert_num_queries(1):
        found = DocumentHold.objects.by_document([one.pk for one in documents], LATER)

    assert list(found) == [documents[0].pk, documents[1].pk]


@pytest.mark.parametrize("role", ["viewer", "publisher", "administrator of people"])
def test_who_does_not_review_has_none(role):
    for act in (holds.take, holds.take_over):
        with pytest.raises(NotYours):
            act(make.make_document(), by=make.make_user(role))


def test_a_document_that_is_reviewed_can_be_removed():
    document, anna = make.make_document(), make.make_user("editor")
    holds.take(document, by=anna)

    removal.remove(document, by=anna, reason="Entered twice.")

    assert not DocumentHold.objects.exists()
