"""What waits to be told, to whom and in which delivery, and how far the record has been read for it."""

from typing import Any

from django.db import models

from archive.models.alerts.kinds import AlertKind
from archive.models.alerts.receiver import AlertReceiver, AlertWatch, new_key


class AlertDelivery(models.Model):
    """One row is a mail or a call of a webhook that was put together and has not arrived yet. Its `key` is the same at every try."""

    key = models.CharField(max_length=32, unique=True, default=new_key)
    receiver = models.ForeignKey(AlertReceiver, on_delete=models.CASCADE, related_name="deliveries")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.key


class AlertEntryQuerySet(models.QuerySet["AlertEntry"]):
    def unpacked(self) -> models.QuerySet["AlertEntry", Any]:
        return self.filter(delivery=None)


class AlertEntry(models.Model):
    """One row says that a receiver is to be told of an event, a Revision (“r12”) or a Check (“c7”), once for each statement touched.

    It holds no word of the record: what is told is read when it is sent, so that what was withdrawn meanwhile is not.
    """

    receiver = models.ForeignKey(AlertReceiver, on_delete=models.CASCADE, related_name="entries", db_index=False)
    watch = models.ForeignKey(AlertWatch, on_delete=models.CASCADE, related_name="+")
    delivery = models.ForeignKey(AlertDelivery, on_delete=models.CASCADE, null=True, related_name="entries")
    kind = models.CharField(max_length=16, choices=AlertKind)
    event = models.CharField(max_length=24)
    statement = models.BigIntegerField(default=0)  # 0: of none

    objects = AlertEntryQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["receiver", "event", "statement"], name="alert_entry_once_an_event"),
            models.CheckConstraint(condition=models.Q(kind__in=AlertKind.values), name="alert_entry_kind_known"),
        ]
        indexes = [models.Index(fields=["receiver"], name="alert_entry_unpacked", condition=models.Q(delivery=None))]

    def __str__(self) -> str:
        return f"{self.kind}: {self.event}"


class AlertMark(models.Model):
    """The one row: up to which Revision and which Check the record has been read for alerts."""

    revision = models.BigIntegerField(default=0)
    check_number = models.BigIntegerField(default=0)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="alert_mark_is_one_row")]

    @classmethod
    def take_turn(cls) -> None:
        """Held until the transaction ends by who takes watches away: nothing comes to wait for them meanwhile."""
        list(cls.objects.select_for_update().filter(pk=1).values_list("pk"))

    def __str__(self) -> str:
        return f"revision {self.revision}, check {self.check_number}"
