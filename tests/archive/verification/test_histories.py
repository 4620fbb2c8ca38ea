"""Each Event is linked to the one before it of the same row: whatever is forged, changed or taken away is named by what it is of."""

import pytest
from django.db import DatabaseError, connection, transaction

from archive import publication
from archive.log import histories
from archive.models import ChangeProposal, Document, Event, EventLink, Judgement, Statement
from archive.verification import histories as checks
from tests import factories as make
from tests.archive.log.tampering import triggers_off

pytestmark = pytest.mark.django_db
WHY = "It was missing."


@pytest.fixture(scope="module")
def kept(made_once):
    """Accepted, published and corrected, and a claim judged."""
    statement = make.make_public_statement(claims=["The bridge opens."])
    publication.correct(statement, by=make.the_chief(), changes={"locator": "p. 3"}, revision_class="correction", reason=WHY)
    return Statement.objects.get(pk=statement.pk)


def told():
    return [str(one) for check in (checks.events_and_their_links, checks.events_without_link) for one in check()]


def events_of(row):
    return Event.objects.filter(object_type=row._meta.model_name, object_id=row.pk).order_by("pk")


def test_history_is_linked_from_its_first_event_on(kept):
    links = EventLink.objects.filter(object_type="statement", object_id=kept.pk).order_by("nth")

    assert list(links.values_list("event", "nth")) == [(one.pk, at) for at, one in enumerate(events_of(kept), 1)]
    assert len(links) >= 3
    assert told() == []


def first(kept):
    return events_of(kept).filter(pk=events_of(kept).first().pk)


def last_link(kept):
    last = EventLink.objects.filter(object_type="statement", object_id=kept.pk).latest("nth")
    return EventLink.objects.filter(pk=last.pk)


def forged(kept):
    Event.objects.bulk_create([Event(at=kept.recorded_at, verb="rejected", object_type="statement", object_id=kept.pk)])


def taken_out(events):
    """With what the database itself holds."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA defer_foreign_keys = ON")
        cursor.execute("DELETE FROM archive_event WHERE id = %s", [events.get().pk])


TAMPERED = {
    "who": (lambda kept: first(kept).update(by=None), "event 1 of its history (accepted) is not as it was written"),
    "when": (lambda kept: first(kept).update(at="2001-01-01T00:00Z"), "event 1 of its history (accepted) is not as it was written"),
    "reason": (lambda kept: events_of(kept).filter(reason=WHY).update(reason="None."), "(corrected) is not as it was written"),
    "detail": (lambda kept: first(kept).update(detail={"confirmed": ["x"]}), "event 1 of its history (accepted) is not as it was written"),
    "of what": (lambda kept: first(kept).update(object_id=10**6), "event 1 of its history says that it is of statement 1000000"),
    "gone": (lambda kept: taken_out(first(kept)), "event 1 of its history is gone"),
    "forged": (forged, "an event of its history was entered past the program"),
    "link gone": (lambda kept: last_link(kept).delete(), "an event of its history was entered past the program"),
    "event and link gone": (
        lambda kept: (EventLink.objects.filter(event__in=first(kept)).delete(), taken_out(first(kept))),
        "of its history what stood before event 2 is gone",
    ),
    "link": (lambda kept: last_link(kept).update(link=b"0" * 32), "does not follow from the one before it"),
    "digest": (lambda kept: last_link(kept).update(digest=b"0" * 32), "does not follow from the one before it"),
    "place": (lambda kept: last_link(kept).update(nth=99), "of its history what stood before event 99 is gone"),
}


@pytest.mark.parametrize("name", TAMPERED)
def test_tampering_is_named(kept, name):
    act, expected = TAMPERED[name]
    with transaction.atomic():
        with triggers_off():
            act(kept)
        found = told()
        transaction.set_rollback(True)

    assert any(one.startswith(f"statement {kept.public_id}: ") and expected in one for one in found), found


def test_what_is_entered_for_ever_is_linked_with_its_events(kept):
    judgement, proposal = Judgement.objects.get(), make.make_change_proposal(kept.document)
    with triggers_off():
        Judgement.objects.update(answer="denies")
        ChangeProposal.objects.update(becomes={"locator": "p. 9"})

    assert any(one.startswith(f"judgement number {judgement.pk}: event 1 ") for one in told())
    assert any(one.startswith(f"changeproposal number {proposal.pk}: event 1 ") for one in told())
    assert not any(one.startswith("statement") for one in told())


def test_events_of_before_are_linked_in_their_order():
    make.make_public_statement()
    with triggers_off():
        EventLink.objects.all().delete()
    assert told()

    assert sum(histories.fill()) == Event.objects.count() == EventLink.objects.count()

    assert told() == []
    assert list(histories.fill()) == []


@pytest.mark.usefixtures("kept")
def test_links_are_neither_changed_nor_taken_away():
    for change in (EventLink.objects.all().delete, lambda: EventLink.objects.update(nth=99), lambda: EventLink.objects.update(salt=None)):
        with pytest.raises(DatabaseError, match=r"kept|unchangeable"), transaction.atomic():
            change()


def test_act_on_many_rows_costs_no_query_for_each(django_assert_max_num_queries):
    rows = [make.make_statement() for _ in range(3)]
    events = [Event(at="2020-01-01T00:00Z", verb="edited", object_type="statement", object_id=row.pk) for row in rows for _ in range(2)]
    for one in events:
        one.at = Document.objects.first().captured_at

    with django_assert_max_num_queries(6):
        histories.write(events)

    assert sorted(EventLink.objects.filter(event__in=events).values_list("nth", flat=True)) == [1, 1, 1, 2, 2, 2]
