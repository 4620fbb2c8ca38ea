"""Tells readers who asked for it what is new on record, by mail and webhook; prints what was done."""

from typing import Any

from django.core.management.base import BaseCommand

from timeline.alerts.rounds import send_alerts


class Command(BaseCommand):
    help = "Read what is new on record and tell those who watch it, by mail and webhook. `work` does so every five minutes."

    def handle(self, *args: Any, **options: Any) -> None:
        counts = {what: count for what, count in send_alerts().items() if count}
        self.stdout.write(", ".join(f"{what}: {count}" for what, count in counts.items()) or "Nothing is new.")
