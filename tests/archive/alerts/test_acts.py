"""Asking, confirming, packing, trying and giving up: what stands in the tables after each."""

from datetime import UTC, datetime, timedelta

import pytest

from archive.alerts import asking, noticing, receiving, sending
from archive.alerts.asking import Wanted, confirm, note_told, take_to_tell
from archive.alerts.hours import hour_before
from archive.errors import Refused
from archive.models import AlertAsking, AlertDelivery, AlertEntry, AlertMark, AlertReceiver, AlertWatch, Check
from tests import factories as make
from tests.archive.alerts import rows
from tests.archive.alerts.rows import HOOK, MAIL, NOW, TOLL

pytestmark = pytest.mark.django_db
SPEAKER = Wanted("/speakers/ada/", "speaker", 3)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def test_address_waits_until_who_reads_there_confirms_it_and_is_watched_from_then_on():
    statement = make.make_public_statement()
    rows.asking()
    waiting = rows.asking(MAIL, SPEAKER, TOLL, at=NOW + HOUR, rhythm="weekly")

    assert (AlertAsking.objects.count(), AlertReceiver.objects.count()) == (1, 0)
    receiver = confirm(waiting.key, at=NOW + 2 * HOUR)

    assert [one.path for one in receiver.watches.order_by("pk")] == ["/claims/toll/", "/speakers/ada/"]
    assert (receiver.rhythm, receiver.packed_for) == ("weekly", datetime(2026, 3, 2, 6, tzinfo=UTC))
    assert {one.after > 0 for one in receiver.watches.all()} == {True}
    assert statement.version == 1
    assert confirm(waiting.key, at=NOW + 2 * HOUR) is None
    again = rows.receiver(MAIL, SPEAKER, Wanted("/outlets/telexa/", "outlet", 1), at=NOW + DAY)
    assert (again.pk, again.watches.count(), again.rhythm) == (receiver.pk, 3, "daily")


def test_what_nobody_confirmed_is_forgotten_after_a_week():
    waiting = rows.asking()

    assert confirm(waiting.key, at=NOW + asking.A_WEEK) is None
    assert sending.forget(at=NOW + asking.A_WEEK - HOUR) == 0
    assert sending.forget(at=NOW + asking.A_WEEK) == 1
    assert not AlertAsking.objects.exists()


def test_stranger_whose_address_is_typed_in_again_and_again_gets_few_mails():
    told = []
    for minutes in range(0, 7 * 24 * 60, 10):  # somebody types it in every ten minutes, and a worker looks
        at = NOW + timedelta(minutes=minutes)
        waiting = rows.asking(at=at)
        for one in AlertAsking.objects.to_tell(at):
            assert take_to_tell(one, at=at)
            assert not take_to_tell(one, at=at)  # another worker
            note_told(one, at=at)
            told.append(minutes // 60)

    assert told == [0, 1, 7, 31, 55, 79, 103, 127, 151]
    assert AlertAsking.objects.get().key == waiting.key


def test_mail_that_did_not_go_out_is_tried_again():
    waiting = rows.asking()
    take_to_tell(waiting, at=NOW)
    note_told(waiting, at=NOW, trouble="No server.")

    assert not AlertAsking.objects.to_tell(NOW + HOUR - timedelta(seconds=1)).exists()
    assert AlertAsking.objects.to_tell(NOW + HOUR).get().trouble == "No server."


def test_webhooks_of_one_host_that_wait_are_few_and_each_is_its_own():
    asked = [rows.asking(HOOK) for _ in range(asking.MOST_OF_A_HOST)]

    with pytest.raises(Refused, match="wait for its answer already"):
        rows.asking("https://newsroom.example/other")
    assert rows.asking("https://elsewhere.example/hook").channel == "hook"
    receivers = [confirm(one.key, at=NOW) for one in asked]
    assert [one.key for one in receivers] == [one.key for one in asked]  # the link and the secret that were shown go on


def test_reader_changes_what_he_watches_and_ends_it():
    receiver = rows.receiver(MAIL, TOLL, SPEAKER)
    toll, speaker = receiver.watches.order_by("pk")
    rows.entry(receiver, watch=toll)
    rows.entry(receiver, "r2", watch=speaker)
    rows.asking(MAIL)

    changed = receiving.change(receiver, keep=[speaker.pk], more=[Wanted("/chronology/")], rhythm="weekly", at=NOW)

    assert changed.rhythm == "weekly"
    assert list(changed.watches.order_by("pk").values_list("path", flat=True)) == ["/speakers/ada/", "/chronology/"]
    assert [one.event for one in AlertEntry.objects.all()] == ["r2"]
    for _ in range(2):
        receiving.end(receiver.key)
    assert not any(table.objects.exists() for table in (AlertAsking, AlertReceiver, AlertWatch, AlertEntry))


def test_nobody_watches_more_than_can_be_told(monkeypatch):
    monkeypatch.setattr(asking, "MOST_WATCHES", 2)
    receiver = rows.receiver(MAIL, TOLL)

    receiving.change(receiver, keep=[receiver.watches.get().pk], more=[SPEAKER, Wanted("/chronology/")], rhythm="daily", at=NOW)

    assert receiver.watches.count() == 2


def test_record_is_read_from_where_it_was_read_last():
    make.make_public_statement()
    began = noticing.read_before()
    assert began == noticing.up_to()
    statement = make.make_public_statement()
    Check.objects.create(article=statement.document.article, at=NOW, outcome="unknown")
    seen = Check.objects.create(article=statement.document.article, at=NOW, outcome="gone")
    now = noticing.up_to()

    assert (now.revision > began.revision, now.check) == (True, seen.pk)
    receiver = rows.receiver()
    entries = [AlertEntry(receiver=receiver, watch=receiver.watches.get(), event=event, kind="page") for event in ("c1", "c1", "c2")]
    assert noticing.keep(entries, was=began, now=now)
    assert not noticing.keep(entries, was=began, now=now)  # another process, or the same that was killed before it knew
    assert AlertEntry.objects.count() == 2
    assert noticing.read_before() == now
    assert str(AlertMark.objects.get()) == f"revision {now.revision}, check {now.check}"


def test_webhook_is_packed_at_once_and_a_digest_at_its_hour():
    mail, hook = rows.receiver(), rows.receiver(HOOK)
    for event in range(sending.MOST_OF_A_HOOK + 1):
        rows.entry(mail, f"r{event}")
        rows.entry(hook, f"r{event}")

    assert sending.pack(at=NOW) == 2
    assert [one.receiver_id for one in AlertDelivery.objects.all()] == [hook.pk] * 2
    assert sending.pack(at=NOW + timedelta(hours=17)) == 0
    assert sending.pack(at=NOW + timedelta(hours=18)) == 1
    assert sending.pack(at=NOW + timedelta(hours=19)) == 0
    assert AlertDelivery.objects.get(receiver=mail).entries.count() == sending.MOST_OF_A_HOOK + 1


def test_daily_at_six_and_weekly_on_mondays():
    assert hour_before(NOW, "daily") == datetime(2026, 3, 4, 6, tzinfo=UTC)
    assert hour_before(datetime(2026, 3, 2, 5, 59, tzinfo=UTC), "daily") == datetime(2026, 3, 1, 6, tzinfo=UTC)
    assert hour_before(datetime(2026, 3, 2, 5, 59, tzinfo=UTC), "weekly") == datetime(2026, 2, 23, 6, tzinfo=UTC)
    assert hour_before(datetime(2026, 3, 2, 6, tzinfo=UTC), "weekly") == datetime(2026, 3, 2, 6, tzinfo=UTC)


def test_what_fails_is_tried_again_ever_later_and_given_up_after_some_days():
    hook = rows.receiver(HOOK)
    rows.entry(hook)
    sending.pack(at=NOW)
    tried, at = [], NOW
    while due := AlertReceiver.objects.going().first():
        at = due.next_try_at
        assert sending.take(due, at=at)
        assert not sending.take(due, at=at)  # another worker
        assert not AlertReceiver.objects.to_try(at).exists()
        tried.append(at - NOW)
        sending.failed(due, at=at, trouble="It answered with the status 500.")

    assert tried[:5] == [timedelta(minutes=minutes) for minutes in (0, 5, 20, 80, 260)]
    assert timedelta(days=5) <= tried[-1] < timedelta(days=6)
    stopped = AlertReceiver.objects.get()
    assert (stopped.stopped_at, stopped.trouble) == (at, "It answered with the status 500.")
    assert not AlertEntry.objects.exists()
    assert not AlertWatch.objects.of_any("claim", [7]).exists()
    receiving.go_on(stopped, at=at)
    assert AlertWatch.objects.of_any("claim", [7]).count() == 1
    AlertReceiver.objects.update(stopped_at=at)
    assert sending.forget(at=at + sending.KEPT_STOPPED) > 0
    assert not AlertReceiver.objects.exists()


def test_what_arrived_is_kept_no_longer():
    receiver = rows.receiver(HOOK)
    rows.entry(receiver)
    sending.pack(at=NOW)
    sending.failed(receiver, at=NOW, trouble="Busy.")
    due = AlertReceiver.objects.to_try(NOW + DAY).get()
    sending.take(due, at=NOW + DAY)

    sending.arrived(due.deliveries.get(), at=NOW + DAY)

    assert not AlertReceiver.objects.to_try(NOW + 2 * DAY).exists()
    sending.let_go(due, at=NOW + DAY)
    fresh = AlertReceiver.objects.get()
    assert (fresh.tries, fresh.failing_since, fresh.trouble, fresh.next_try_at) == (0, None, "", NOW + DAY)
    assert not AlertDelivery.objects.exists()
    assert not AlertEntry.objects.exists()


def test_no_row_tells_an_address_where_it_is_named():
    receiver, waiting = rows.receiver(), rows.asking("bea@example.org")
    told = rows.entry(receiver)
    named = [receiver, waiting, told, receiver.watches.get(), AlertDelivery(key="abc")]

    assert [str(one) for one in named] == ["mail since 2026-03-04", "asked 2026-03-04, mail", "saying: r1", "/claims/toll/", "abc"]
