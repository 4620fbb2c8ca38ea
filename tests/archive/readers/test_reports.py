"""Errors that readers report are kept, answered once by whoever reviews, and forget who sent them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from archive import publication
from archive.errors import NotYours, Refused
from archive.models import ErrorReport, Event
from archive.models.readers.kinds import ErrorAnswer, ErrorKind
from archive.readers import reports as readers_reports
from tests.factories import make_claim, make_public_statement, make_statement, make_user, the_chief

pytestmark = pytest.mark.django_db


def taken(address="", **fields):
    return readers_reports.take(readers_reports.about(address), ErrorKind.DATE, " It was May. ", **fields)


def test_what_a_report_is_about_is_a_page_here_or_nothing():
    public, draft = make_public_statement(), make_statement()
    claim = make_claim()

    told = readers_reports.about(f"{public.get_absolute_url()}?x=1#cite")
    assert told == (public.get_absolute_url(), public)
    assert readers_reports.about(f"/statements/{draft.public_id}/") == (f"/statements/{draft.public_id}/", None)
    assert readers_reports.about(claim.get_absolute_url()).row is None  # nothing public carries it
    assert readers_reports.about("/method/") == ("/method/", None)
    for nowhere in ("", "https://elsewhere.example/", "/desk/", "/no/such/page/", "/method/\n", "/" + "a" * 600):
        assert readers_reports.about(nowhere) == ("", None)


def test_a_report_is_answered_once_and_may_wait_again():
    statement, reviewer = make_public_statement(), make_user("reviewer")
    one, other = taken(statement.get_absolute_url(), name="Ada", email="ada@mail.example"), taken()
    assert (one.words, one.object_id, other.object_type) == ("It was May.", statement.pk, "")
    assert list(ErrorReport.objects.waiting()) == [one, other]

    with pytest.raises(NotYours):
        readers_reports.settle(one, ErrorAnswer.SPAM, by=make_user())
    with pytest.raises(Refused, match="Say why"):
        readers_reports.settle(one, ErrorAnswer.NOTHING, " ", by=reviewer)
    publication.correct(statement, by=the_chief(), changes={"locator": "page 3"}, revision_class="typo", reason="It was left out.")
    mended = readers_reports.settle(one, ErrorAnswer.MENDED, by=reviewer)
    assert mended.revision.reason == "It was left out."
    with pytest.raises(Refused, match="answered this already"):
        readers_reports.settle(one, ErrorAnswer.SPAM, by=reviewer)

    assert list(ErrorReport.objects.settled()) == [mended]
    assert readers_reports.told_beside([mended, other]) == {one.pk: str(statement)}
    reopened = readers_reports.reopen(one, by=reviewer)
    assert (reopened.answer, reopened.revision, readers_reports.reopen(reopened, by=reviewer).answer) == ("", None, "")
    verbs = Event.objects.filter(object_type="errorreport", object_id=one.pk).order_by("pk").values_list("verb", "to_state")
    assert list(verbs) == [("entered", ""), ("judged", "mended"), ("undone", "")]


def test_a_month_after_it_was_settled_nothing_tells_who_sent_it():
    old, new, waiting = (taken(name="Ada", email="ada@mail.example") for _number in range(3))
    long_ago = timezone.now() - timedelta(days=31)
    readers_reports.settle(old, ErrorAnswer.SPAM, by=the_chief(), at=long_ago)
    assert readers_reports.settle(new, ErrorAnswer.MENDED, by=the_chief()).revision is None

    assert [readers_reports.forget_senders(), readers_reports.forget_senders()] == [1, 0]
    names = dict(ErrorReport.objects.values_list("pk", "email"))
    assert (names[old.pk], names[new.pk], names[waiting.pk]) == ("", "ada@mail.example", "ada@mail.example")
