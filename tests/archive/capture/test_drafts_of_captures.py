"""A newer capture of an article takes over the drafts that nobody touched: each saying waits once, and what people did stays."""

from datetime import UTC, datetime

import pytest

from archive import review
from archive.drafting import READ_ANEW, draft
from archive.enums import Verb
from archive.models import Event, Statement
from archive.working.remarks import remark
from tests import factories as make
from tests.archive.test_drafting import FIRST, SECOND, TEXT, THIRD

pytestmark = pytest.mark.django_db
CHANGED = TEXT.replace("in the spring, Transport", "in the summer, Transport")


@pytest.fixture
def older():
    document = make.make_document(TEXT, published="2023-05-17T15:44:00+03:00", url="https://coastal.example/bridge")
    draft(document)
    return document


def newer_than(older, text: str = CHANGED):
    return make.make_document(
        text, article=older.article, supersedes=older, published=older.published, captured_at=datetime(2024, 7, 2, tzinfo=UTC)
    )  # fmt: skip


def waiting(document) -> list[str]:
    return [one.text for one in document.statements.drafts().order_by("start")]


def test_same_words_wait_once_in_the_newest_capture(older):
    newer = newer_than(older)

    draft(newer)

    assert waiting(older) == [FIRST]  # whose words were changed
    assert waiting(newer) == [FIRST.replace("spring", "summer"), SECOND, THIRD]
    gone = Event.objects.filter(verb=Verb.REMOVED, object_type="statement")
    assert {(one.reason, one.detail["document"]) for one in gone} == {(READ_ANEW, newer.public_id)}
    assert gone.count() == 2


def test_nothing_that_a_person_did_is_undone(older):
    first, second, third = older.statements.order_by("start")
    reviewer, editor = make.make_user("reviewer"), make.make_user("editor")
    review.reject(second, by=reviewer, reason="It is a guess.")
    remark(third, "Ask the ministry.", by=editor)

    newer = newer_than(older, f"{TEXT}\nThe works began two years ago.")
    draft(newer)

    assert set(older.statements.all()) == {second, third}
    assert waiting(newer) == [first.text]


def test_older_capture_that_is_drafted_late_takes_nothing(older):
    newer = newer_than(older)
    draft(newer)
    before = set(Statement.objects.values_list("pk", flat=True))

    draft(older)

    assert set(Statement.objects.values_list("pk", flat=True)) == before


def test_words_that_are_not_read_in_the_newest_stay_where_they_are(older):
    newer = newer_than(older, f"What was said\n\n{SECOND}. {THIRD}\n")

    draft(newer)

    assert SECOND in waiting(older)
