"""One round: what nobody confirmed is forgotten, who is to confirm is asked, what is new is read, packed and sent.

A round that is killed is taken up by the next: what was read is not read again, and what may have arrived comes again with the same id.
"""

import logging
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from smtplib import SMTPDataError, SMTPException, SMTPRecipientsRefused, SMTPSenderRefused
from typing import Any

from django.core.mail import get_connection
from django.utils import timezone

from archive.alerts import noticing, sending
from archive.alerts.asking import give_back, note_told, take_to_tell
from archive.alerts.calling import Caller, NotTaken
from archive.models import AlertAsking, AlertDelivery, AlertReceiver, AlertWatch
from archive.models.alerts.kinds import AlertChannel
from timeline.alerts import hooks, mails
from timeline.alerts.matching import entries_for
from timeline.alerts.news import lots
from timeline.alerts.telling import told

logger = logging.getLogger(__name__)
MOST_AT_ONCE = 20  # deliveries to one receiver in a round
OF_ONE_MAIL = (SMTPRecipientsRefused, SMTPSenderRefused, SMTPDataError)


class NoServer(Exception):  # noqa: N818 - says what happened
    """No mail goes out now, whoever it is for."""


def send_alerts(*, caller: Caller | None = None, clock: Callable[[], datetime] = timezone.now) -> Counter[str]:
    """What was done, counted: a second round right behind it does nothing."""
    return Round(caller or Caller(), clock).done()


class Round:
    def __init__(self, caller: Caller, clock: Callable[[], datetime]) -> None:
        self.caller, self.clock, self.counts = caller, clock, Counter[str]()
        self.server: Any = None
        self.sends_mails = mails.offered()

    def done(self) -> Counter[str]:
        self.counts["forgotten"] = sending.forget(at=self.clock())
        try:
            self._confirm()
            self._read()
            self.counts["packed"] = sending.pack(at=self.clock())
            self._send()
        finally:
            if self.server:
                self.server.close()
        return self.counts

    def _confirm(self) -> None:
        for asked in AlertAsking.objects.to_tell(self.clock()).iterator():
            is_mail = asked.channel == AlertChannel.MAIL
            if (is_mail and not self.sends_mails) or not take_to_tell(asked, at=self.clock()):
                continue
            if is_mail:
                self._ask_by_mail(asked)
            else:
                self.counts["webhooks confirmed"] += hooks.challenge(asked, self.caller, at=self.clock())

    def _ask_by_mail(self, asked: AlertAsking) -> None:
        try:
            self._mail(mails.confirmation(asked))
        except NoServer:
            give_back(asked)
        except NotTaken as trouble:
            note_told(asked, at=self.clock(), trouble=str(trouble))
        else:
            note_told(asked, at=self.clock())
            self.counts["confirmations asked"] += 1

    def _read(self) -> None:
        was, now = noticing.read_before(), noticing.up_to()
        if not AlertWatch.objects.exists():
            noticing.keep([], was=was, now=now)
            return
        for begin, end, lot in lots(was, now):
            entries = entries_for(lot)
            if not noticing.keep(entries, was=begin, now=end):
                return  # another round reads it
            self.counts["entries"] += len(entries)

    def _send(self) -> None:
        for receiver in AlertReceiver.objects.to_try(self.clock()).iterator():
            if (self.sends_mails or not receiver.is_mail) and sending.take(receiver, at=self.clock()):
                with self._trying(receiver):
                    for delivery in receiver.deliveries.all()[:MOST_AT_ONCE]:
                        self._deliver(receiver, delivery)
                    sending.let_go(receiver, at=self.clock())

    def _deliver(self, receiver: AlertReceiver, delivery: AlertDelivery) -> None:
        items = told(list(delivery.entries.select_related("watch")))
        if items and receiver.is_mail:
            self._mail(mails.digest(receiver, delivery, items))
        elif items:
            hooks.call(receiver, delivery.key, items, self.caller, at=self.clock())
        sending.arrived(delivery, at=self.clock())
        self.counts[f"sent {receiver.get_channel_display()}"] += bool(items)

    @contextmanager
    def _trying(self, receiver: AlertReceiver) -> Iterator[None]:
        try:
            yield
        except NotTaken as trouble:
            self.counts["failed"] += 1
            sending.failed(receiver, at=self.clock(), trouble=str(trouble))
        except NoServer:
            sending.let_go(receiver, at=self.clock())

    def _mail(self, mail: Any) -> None:
        """Over one connection for all. No address goes into a log or an error, and one that no mail can be written to stops no other."""
        self._connect()
        try:
            mail.connection = self.server
            mail.send()
        except OF_ONE_MAIL as refused:
            raise NotTaken(f"The mail server refused it ({_code(refused)}).") from None
        except mails.UNWRITABLE:
            raise NotTaken("No mail can be written to this address.") from None
        except (SMTPException, OSError) as error:  # perhaps at this mail alone: the next round begins with others
            self._give_up(error)
            raise NotTaken("The mail server broke off.") from None

    def _connect(self) -> None:
        if not self.sends_mails:
            raise NoServer("The mail server did not answer.")
        try:
            if self.server is None:
                self.server = get_connection()
                self.server.open()
        except (SMTPException, OSError) as error:
            self._give_up(error)
            raise NoServer("The mail server did not answer.") from None

    def _give_up(self, error: Exception) -> None:
        """No more mails in this round."""
        logger.warning("The mail server failed: %s", type(error).__name__)
        self.sends_mails, self.server = False, None


def _code(refused: Exception) -> int:
    """The number that the server gave."""
    if isinstance(refused, SMTPRecipientsRefused):
        return next((int(code) for code, _words in refused.recipients.values()), 0)
    return int(getattr(refused, "smtp_code", 0))
