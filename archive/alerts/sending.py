"""What waits is packed into deliveries, tried until it arrives, and given up after some days.

A delivery keeps its key at every try: who gets it twice, because a process was killed between its arrival and our note of it, can tell.
"""

from datetime import datetime, timedelta

from django.db import models, transaction

from archive.alerts.asking import A_WEEK
from archive.alerts.hours import hour_before
from archive.models import AlertAsking, AlertDelivery, AlertEntry, AlertReceiver

LEASE = timedelta(minutes=10)  # so long nobody else tries; then who had it is taken for killed
# Between two tries of what fails; the last goes on.
PAUSES = [timedelta(minutes=minutes) for minutes in (5, 15, 60, 3 * 60, 6 * 60, 12 * 60)]
PATIENCE = timedelta(days=5)
KEPT_STOPPED = timedelta(days=30)
MOST_OF_A_HOOK = 100  # entries in one call; a mail takes all


@transaction.atomic
def forget(*, at: datetime) -> int:
    """Delete the addresses of which nobody wants to know any more: asked for and not confirmed, or given up long ago."""
    asked, _ = AlertAsking.objects.filter(since__lte=at - A_WEEK).delete()
    stopped, _ = AlertReceiver.objects.filter(stopped_at__lte=at - KEPT_STOPPED).delete()
    return asked + stopped


def pack(*, at: datetime) -> int:
    """Put what waits into deliveries: of a webhook at once, of a mail when the hour of its digest has come. Returns how many."""
    waiting = AlertReceiver.objects.going().filter(models.Exists(AlertEntry.objects.unpacked().filter(receiver=models.OuterRef("pk"))))
    return sum(_packed(receiver, at) for receiver in waiting.iterator())


@transaction.atomic
def _packed(receiver: AlertReceiver, at: datetime) -> int:
    hour = hour_before(at, receiver.rhythm)
    if receiver.is_mail and hour <= receiver.packed_for:
        return 0
    held = AlertReceiver.objects.select_for_update().filter(pk=receiver.pk).first()
    if held is None:  # it was ended meanwhile
        return 0
    numbers = list(AlertEntry.objects.unpacked().filter(receiver=held).order_by("pk").values_list("pk", flat=True))
    size = len(numbers) if held.is_mail else MOST_OF_A_HOOK
    lots = [numbers[begin : begin + size] for begin in range(0, len(numbers), size or 1)]
    for lot in lots:
        AlertEntry.objects.filter(pk__in=lot).update(delivery=AlertDelivery.objects.create(receiver=held, at=at))
    AlertReceiver.objects.filter(pk=held.pk).update(packed_for=hour)
    return len(lots)


def take(receiver: AlertReceiver, *, at: datetime) -> bool:
    """Whether it is ours to send to this receiver now: of several workers, one does."""
    as_found = AlertReceiver.objects.filter(pk=receiver.pk, next_try_at=receiver.next_try_at)
    return bool(as_found.update(next_try_at=at + LEASE))


@transaction.atomic
def arrived(delivery: AlertDelivery, *, at: datetime) -> None:
    """It is told, and nothing of it is kept. The receiver stays ours while more of it follows."""
    delivery.delete()
    going_well = {"tries": 0, "failing_since": None, "trouble": "", "next_try_at": at + LEASE}
    AlertReceiver.objects.filter(pk=delivery.receiver_id).update(**going_well)


def let_go(receiver: AlertReceiver, *, at: datetime) -> None:
    """All that was packed for it has arrived: whoever has more for it may send."""
    AlertReceiver.objects.filter(pk=receiver.pk).update(next_try_at=at)


@transaction.atomic
def failed(receiver: AlertReceiver, *, at: datetime, trouble: str) -> None:
    """It is tried again later, and later each time; after some days it is given up, and what waits goes."""
    since = receiver.failing_since or at
    pause = PAUSES[min(receiver.tries, len(PAUSES) - 1)]
    told = {"tries": receiver.tries + 1, "failing_since": since, "trouble": trouble[:300], "next_try_at": at + pause}
    if at - since >= PATIENCE:
        told["stopped_at"] = at
        AlertEntry.objects.filter(receiver=receiver).delete()
        AlertDelivery.objects.filter(receiver=receiver).delete()
    AlertReceiver.objects.filter(pk=receiver.pk).update(**told)
