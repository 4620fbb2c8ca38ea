"""What a reader changes of his own alerts, and their end."""

from collections.abc import Collection, Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from archive.alerts.asking import Wanted, watch
from archive.models import AlertAsking, AlertMark, AlertReceiver
from archive.models.alerts.kinds import AlertRhythm


@transaction.atomic
def change(
    receiver: AlertReceiver, *, keep: Collection[int], more: Sequence[Wanted], rhythm: AlertRhythm | str, at: datetime | None = None
) -> AlertReceiver:
    """Watch those of his watches that he keeps, and more. What waits for the others goes with them."""
    AlertMark.take_turn()
    held = AlertReceiver.objects.select_for_update().get(pk=receiver.pk)
    held.watches.exclude(pk__in=keep).delete()
    watch(held, wanted=more, at=at or timezone.now())
    held.rhythm = rhythm
    held.save(update_fields=["rhythm"])
    return held


@transaction.atomic
def go_on(receiver: AlertReceiver, *, at: datetime | None = None) -> None:
    """What was given up is tried again."""
    begun = {"stopped_at": None, "trouble": "", "tries": 0, "failing_since": None, "next_try_at": at or timezone.now()}
    AlertReceiver.objects.filter(pk=receiver.pk).update(**begun)


@transaction.atomic
def end(key: str) -> None:
    """Delete the address with all that was kept of it; also what somebody else asked for it and nobody confirmed. Twice is no harm."""
    AlertMark.take_turn()
    for receiver in AlertReceiver.objects.select_for_update().filter(key=key):
        AlertAsking.objects.filter(channel=receiver.channel, address=receiver.address).delete()
        receiver.delete()
    AlertAsking.objects.filter(key=key).delete()
