"""Somebody wants alerts to go to an address, and who reads there confirms it, or it is forgotten.

The same happens whether the address is known or not, so that nobody learns who reads here; and a stranger's address gets no more than a
few mails, however often it is typed in.
"""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext

from archive.alerts.hours import hour_before
from archive.alerts.noticing import read_before
from archive.errors import Refused
from archive.models import AlertAsking, AlertReceiver, AlertWatch, Revision
from archive.models.alerts.kinds import AlertChannel, AlertRhythm

A_WEEK = timedelta(days=7)  # what nobody confirmed is forgotten then
# Between two mails, or two challenges, to one address: three in the first day, then one a day.
PAUSES = [timedelta(hours=1), timedelta(hours=6), timedelta(days=1)]
MOST_WATCHES = 500
MOST_OF_A_HOST = 5  # webhooks that wait for the answer of one host


@dataclass(frozen=True)
class Wanted:
    """What is to be watched: the columns of an AlertWatch."""

    path: str
    of: str = ""
    number: int = 0
    narrowed: bool = False


@dataclass(frozen=True)
class Place:
    """Where alerts are to go, and how often."""

    channel: AlertChannel | str
    address: str
    rhythm: AlertRhythm | str = AlertRhythm.DAILY


@transaction.atomic
def ask(*, place: Place, wanted: Sequence[Wanted], at: datetime | None = None) -> AlertAsking:
    """Let it wait for who reads there. For a mail address that waits already, what is wanted comes to it."""
    at = at or timezone.now()
    begun = {"rhythm": place.rhythm, "since": at, "asked_at": at, "may_tell_at": at}
    if place.channel == AlertChannel.HOOK:
        _expect_few_of_its_host(place.address)
        return AlertAsking.objects.create(channel=place.channel, address=place.address, **begun, watches=_together([], wanted))
    waiting = AlertAsking.objects.select_for_update()
    asked, _ = waiting.get_or_create(channel=place.channel, address=place.address, defaults=begun)
    asked.watches, asked.rhythm, asked.asked_at = _together(asked.watches, wanted), place.rhythm, at
    asked.save()
    return asked


def _expect_few_of_its_host(address: str) -> None:
    start = "{0.scheme}://{0.netloc}".format(urlsplit(address))
    if AlertAsking.objects.filter(channel=AlertChannel.HOOK, address__startswith=start).count() >= MOST_OF_A_HOST:
        raise Refused(
            gettext("%(most)s webhooks of this host wait for its answer already. Confirm those first, or try again in a week.")
            % {"most": MOST_OF_A_HOST}
        )


def _together(watches: list[dict[str, object]], wanted: Sequence[Wanted]) -> list[dict[str, object]]:
    """Each address once, as it was wanted last."""
    by_path = {str(one["path"]): one for one in [*watches, *map(asdict, wanted)]}
    return list(by_path.values())[:MOST_WATCHES]


def take_to_tell(asked: AlertAsking, *, at: datetime) -> bool:
    """Whether it is ours to send the mail or challenge now: of several workers, one has it. One that was killed leaves it for later."""
    as_found = AlertAsking.objects.filter(pk=asked.pk, told=asked.told, may_tell_at=asked.may_tell_at)
    pause = PAUSES[min(asked.told, len(PAUSES) - 1)]
    return bool(as_found.update(told=asked.told + 1, may_tell_at=at + pause))


def note_told(asked: AlertAsking, *, at: datetime, trouble: str = "") -> None:
    """The mail went out, or there was trouble and it is tried again."""
    told = {} if trouble else {"told_at": at}
    AlertAsking.objects.filter(pk=asked.pk).update(trouble=trouble[:300], **told)


def give_back(asked: AlertAsking) -> None:
    """Nobody could be told anything just now: it waits as before `take_to_tell`."""
    AlertAsking.objects.filter(pk=asked.pk).update(told=asked.told, may_tell_at=asked.may_tell_at)


@transaction.atomic
def confirm(key: str, *, keep: Collection[str] | None = None, at: datetime | None = None) -> AlertReceiver | None:
    """Who reads at the address wants it. None where nothing waits under this key any more. `keep`: of the addresses that were asked for, by
    whomever, those that he wants; all where it is not given."""
    at = at or timezone.now()
    read_before()  # from here on, where nobody watched before
    asked = AlertAsking.objects.select_for_update().filter(key=key, since__gt=at - A_WEEK).first()
    if asked is None:
        return None
    receiver = _receiver(asked, at)
    wanted = [Wanted(**one) for one in asked.watches]
    watch(receiver, wanted=[one for one in wanted if keep is None or one.path in keep], at=at)
    asked.delete()
    return receiver


def _receiver(asked: AlertAsking, at: datetime) -> AlertReceiver:
    told = {"rhythm": asked.rhythm, "stopped_at": None, "trouble": "", "tries": 0, "failing_since": None, "next_try_at": at}
    new = {"key": asked.key, "confirmed_at": at, "packed_for": hour_before(at, asked.rhythm)}
    if asked.channel == AlertChannel.HOOK:
        return AlertReceiver.objects.create(channel=asked.channel, address=asked.address, **told, **new)
    receiver, _ = AlertReceiver.objects.update_or_create(
        channel=asked.channel, address=asked.address, defaults=told, create_defaults=told | new
    )
    return receiver


def watch(receiver: AlertReceiver, *, wanted: Sequence[Wanted], at: datetime) -> None:
    """From now on; what is watched already goes on."""
    after = Revision.objects.aggregate(last=models.Max("pk"))["last"] or 0
    room = MOST_WATCHES - receiver.watches.count()
    known = set(receiver.watches.values_list("path", flat=True))
    new = [one for one in wanted if one.path not in known][:room]
    AlertWatch.objects.bulk_create([AlertWatch(receiver=receiver, at=at, after=after, **asdict(one)) for one in new], ignore_conflicts=True)
