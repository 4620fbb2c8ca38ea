"""Where alerts go: who asked for them, who confirmed it, and what they watch."""

import secrets
from collections.abc import Collection
from datetime import datetime
from typing import Any, Self

from django.db import models

from archive.models.alerts.kinds import AlertChannel, AlertRhythm

LONGEST_ADDRESS, LONGEST_PATH = 2000, 1500


def new_key() -> str:
    """Names a row in links, which are signed besides."""
    return secrets.token_urlsafe(16)


class AlertAskingQuerySet(models.QuerySet["AlertAsking"]):
    def to_tell(self, at: datetime) -> Self:
        """Those of whom somebody wants a mail, or a challenge, and may have one now."""
        return self.filter(may_tell_at__lte=at).exclude(told_at__gte=models.F("asked_at")).order_by("id")


class AlertAsking(models.Model):
    """One row says that somebody wants alerts to go to an address, and waits until who reads there confirms it; a week at most.

    Whoever asks again adds to what waits. `watches` are the columns of the AlertWatches that it would make.
    """

    key = models.CharField(max_length=32, unique=True, default=new_key)
    channel = models.CharField(max_length=8, choices=AlertChannel)
    address = models.CharField(max_length=LONGEST_ADDRESS)
    rhythm = models.CharField(max_length=8, choices=AlertRhythm, default=AlertRhythm.DAILY)
    watches = models.JSONField(default=list)
    since = models.DateTimeField(db_index=True)
    asked_at = models.DateTimeField()
    may_tell_at = models.DateTimeField(db_index=True)
    told_at = models.DateTimeField(null=True)
    told = models.PositiveIntegerField(default=0)  # how often
    trouble = models.CharField(max_length=300, blank=True)

    objects = AlertAskingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(channel__in=AlertChannel.values), name="alert_asking_channel_known"),
            models.CheckConstraint(condition=models.Q(rhythm__in=AlertRhythm.values), name="alert_asking_rhythm_known"),
            models.UniqueConstraint(
                fields=["address"], condition=models.Q(channel=AlertChannel.MAIL), name="alert_asking_once_a_mail_address"
            ),
        ]

    def __str__(self) -> str:
        return f"asked {self.asked_at:%Y-%m-%d}, {self.channel}"


class AlertReceiverQuerySet(models.QuerySet["AlertReceiver"]):
    def going(self) -> Self:
        return self.filter(stopped_at=None)

    def by_channel(self) -> dict[str, int]:
        """How many there are of each, which is all that anybody is told of them."""
        return dict(self.order_by().values_list("channel").annotate(models.Count("pk")))

    def to_try(self, at: datetime) -> Self:
        """Those for whom something is packed, and whose turn has come."""
        waiting = AlertReceiver.objects.filter(deliveries__isnull=False, pk=models.OuterRef("pk"))
        return self.going().filter(models.Exists(waiting), next_try_at__lte=at).order_by("next_try_at", "id")


class AlertReceiver(models.Model):
    """One row is an address whose reader confirmed that alerts go there. It is kept for nothing else, and deleted when that ends.

    What fails is tried again from `next_try_at` on; `stopped_at` says when that was given up, and `trouble` why.
    """

    key = models.CharField(max_length=32, unique=True, default=new_key)
    channel = models.CharField(max_length=8, choices=AlertChannel)
    address = models.CharField(max_length=LONGEST_ADDRESS)
    rhythm = models.CharField(max_length=8, choices=AlertRhythm, default=AlertRhythm.DAILY)
    confirmed_at = models.DateTimeField()
    packed_for = models.DateTimeField()  # the hour of the latest digest; of a mail alone
    next_try_at = models.DateTimeField(db_index=True)
    tries = models.PositiveIntegerField(default=0)  # that failed since something arrived
    failing_since = models.DateTimeField(null=True)
    stopped_at = models.DateTimeField(null=True)
    trouble = models.CharField(max_length=300, blank=True)

    objects = AlertReceiverQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(channel__in=AlertChannel.values), name="alert_receiver_channel_known"),
            models.CheckConstraint(condition=models.Q(rhythm__in=AlertRhythm.values), name="alert_receiver_rhythm_known"),
            models.UniqueConstraint(
                fields=["address"], condition=models.Q(channel=AlertChannel.MAIL), name="alert_receiver_once_a_mail_address"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.channel} since {self.confirmed_at:%Y-%m-%d}"

    @property
    def is_mail(self) -> bool:
        return self.channel == AlertChannel.MAIL


class AlertWatchQuerySet(models.QuerySet["AlertWatch"]):
    def of_any(self, of: str, numbers: Collection[int]) -> models.QuerySet["AlertWatch", Any]:
        """What may have to be told of these rows."""
        return self.filter(of=of, number__in=numbers, receiver__stopped_at=None)


class AlertWatch(models.Model):
    """One row says that a receiver watches what stands at an address of this site.

    It is told of nothing that does not touch the row that `of` and `number` name (the claim, speaker, outlet or occasion of the list, the
    document, or the statement; of a list of anything, none). Where the list is `narrowed` besides, the list itself is asked.
    """

    receiver = models.ForeignKey(AlertReceiver, on_delete=models.CASCADE, related_name="watches", db_index=False)
    path = models.CharField(max_length=LONGEST_PATH)
    of = models.CharField(max_length=16, blank=True)
    number = models.BigIntegerField(default=0)
    narrowed = models.BooleanField(default=False)
    at = models.DateTimeField()
    after = models.BigIntegerField()  # the last Revision that was known then: what is older is no news

    objects = AlertWatchQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["receiver", "path"], name="alert_watch_once_an_address")]
        indexes = [models.Index(fields=["of", "number", "receiver"], name="alert_watch_by_row")]

    def __str__(self) -> str:
        return self.path
