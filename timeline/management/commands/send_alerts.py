"""Tells readers who asked for it what is new on record, by mail and webhook; prints what was done."""

from typing import Any

from django.core.management.base import BaseCommand

from archive.management.migrated import NeedsTables
from archive.models import AlertReceiver, AlertWatch
from archive.models.alerts.kinds import AlertChannel
from timeline.alerts.rounds import send_alerts


class Command(NeedsTables, BaseCommand):
    help = "Read what is new on record and tell those who watch it, by mail and webhook. `work` does so every five minutes."

    def handle(self, *args: Any, **options: Any) -> None:
        counts = {what: count for what, count in send_alerts().items() if count}
        self.stdout.write(", ".join(f"{what}: {count}" for what, count in counts.items()) or "Nothing is new.")
        readers = AlertReceiver.objects.going().by_channel()
        told = ", ".join(f"{readers.get(channel, 0)} {channel.label}" for channel in AlertChannel)
        self.stdout.write(f"Told are: {told}. Watched are {AlertWatch.objects.count()} addresses.")
