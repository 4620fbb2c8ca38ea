"""Rows of alerts, as the acts make them."""

import datetime

from archive.alerts.asking import Place, Wanted, ask, confirm
from archive.models import AlertAsking, AlertEntry, AlertReceiver, AlertWatch

NOW = datetime.datetime(2026, 3, 4, 12, tzinfo=datetime.UTC)  # a Wednesday
MAIL, HOOK = "ada@example.org", "https://newsroom.example/hook?room=1"
TOLL = Wanted("/claims/toll/", "claim", 7)


def asking(address: str = MAIL, *wanted: Wanted, at: datetime.datetime = NOW, **place: str) -> AlertAsking:
    channel = "mail" if "@" in address else "hook"
    return ask(place=Place(channel, address, **place), wanted=wanted or [TOLL], at=at)


def receiver(address: str = MAIL, *wanted: Wanted, at: datetime.datetime = NOW, **place: str) -> AlertReceiver:
    confirmed = confirm(asking(address, *wanted, at=at, **place).key, at=at)
    assert confirmed is not None
    return confirmed


def entry(of: AlertReceiver, event: str = "r1", **columns: object) -> AlertEntry:
    made_up = {"watch": of.watches.earliest("pk"), "kind": "saying"}
    return AlertEntry.objects.create(receiver=of, event=event, **(made_up | columns))


def mail_twice(model: type[AlertAsking | AlertReceiver]) -> None:
    """Past the acts, which would find the first."""
    times = {field.name: NOW for field in model._meta.fields if field.get_internal_type() == "DateTimeField" and not field.null}
    for _ in range(2):
        model.objects.create(channel="mail", address=MAIL, **times)


def entry_twice() -> None:
    one = receiver()
    for _ in range(2):
        entry(one)


def watch_twice() -> None:
    one = receiver()
    AlertWatch.objects.create(receiver=one, path=TOLL.path, at=NOW, after=0)
