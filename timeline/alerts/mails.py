"""The mails of alerts: one that asks whether they are wanted, and digests. Plain text, and simple HTML of the same."""

from collections import Counter
from collections.abc import Sequence
from email.errors import MessageError
from email.utils import formataddr, parseaddr
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from archive.alerts.asking import Wanted
from archive.alerts.signing import TO_CHANGE, TO_CONFIRM, token
from archive.models import AlertAsking, AlertDelivery, AlertReceiver, AlertWatch
from archive.models.alerts.kinds import AlertKind
from timeline.alerts.telling import Item, absolute, watch_links

MOST_SHOWN = 60  # of a digest; the rest is counted
LONGEST_SUBJECT = 120
UNWRITABLE = (MessageError, ValueError)  # of an address that can stand in no mail
COUNTED: dict[AlertKind, Promise] = {
    AlertKind.WITHDRAWAL: ngettext_lazy("%d statement withdrawn", "%d statements withdrawn"),
    AlertKind.SOURCE: ngettext_lazy("%d report corrected or retracted by its source", "%d reports corrected or retracted by their sources"),
    AlertKind.PAGE: ngettext_lazy("%d page changed", "%d pages changed"),
    AlertKind.CORRECTION: ngettext_lazy("%d correction", "%d corrections"),
    AlertKind.SAYING: ngettext_lazy("%d new statement", "%d new statements"),
    AlertKind.AGAIN: ngettext_lazy("%d statement public again", "%d statements public again"),
    AlertKind.LINKED: ngettext_lazy("%d statement linked to a claim", "%d statements linked to claims"),
}


def offered() -> bool:
    """Whether this site sends mails."""
    return bool(settings.EMAIL_URL)


def can_go_to(address: str) -> bool:
    """Whether a mail can be written to it: quoted signs and hosts that look right may be such that none can."""
    try:
        EmailMessage(to=[address]).message().as_bytes()
    except UNWRITABLE:
        return False
    return address.isprintable()


def confirmation(asked: AlertAsking) -> EmailMultiAlternatives:
    """Asks who reads there whether alerts are wanted."""
    watches = [AlertWatch(path=one.path, of=one.of, number=one.number) for one in (Wanted(**given) for given in asked.watches)]
    context = {
        "watches": list(watch_links(watches).values()),
        "rhythm": asked.get_rhythm_display(),
        "confirm_url": absolute(reverse("alerts:confirm", args=[token(asked, TO_CONFIRM)])),
    }
    return _mail(_("Confirm your alerts"), asked.address, "confirm", context)


def digest(receiver: AlertReceiver, delivery: AlertDelivery, items: Sequence[Item]) -> EmailMultiAlternatives:
    """What is new, with the ways to change and end it. Its Message-ID is the same at every try."""
    given = token(receiver, TO_CHANGE)
    end_url = absolute(reverse("alerts:end", args=[given]))
    left = Counter(item.watch for item in items[MOST_SHOWN:])
    context = {
        "items": items[:MOST_SHOWN],
        "left": [{"watch": watch, "count": count} for watch, count in left.items()],
        "rhythm": receiver.get_rhythm_display(),
        "change_url": absolute(reverse("alerts:change", args=[given])),
        "end_url": end_url,
    }
    mail = _mail(subject(items), receiver.address, "digest", context)
    mail.extra_headers |= {
        "Message-ID": f"<alert.{delivery.key}@{_host()}>",
        "List-Unsubscribe": f"<{end_url}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "List-ID": f"alerts <alerts.{_host()}>",
    }
    return mail


def subject(items: Sequence[Item]) -> str:
    """What happened, and of what where that is one thing: “1 correction, 3 new statements: Ada Moreau”."""
    counts = Counter(item.kind for item in items)
    what = ", ".join(str(COUNTED[kind] % counts[kind]) for kind in AlertKind if counts[kind])
    watches = {item.watch.name for item in items}
    named = f"{what}: {watches.pop()}" if len(watches) == 1 else what
    return named if len(named) <= LONGEST_SUBJECT else f"{named[: LONGEST_SUBJECT - 1]}…"


def _mail(about: str, to: str, template: str, context: dict[str, Any]) -> EmailMultiAlternatives:
    context |= {"site_name": settings.SITE_NAME, "site_url": settings.SITE_URL, "subject": about}
    text, html = (render_to_string(f"alerts/mail/{template}.{form}", context) for form in ("txt", "html"))
    mail = EmailMultiAlternatives(" ".join(about.split()), text, _sender(), [to], headers={"Auto-Submitted": "auto-generated"})
    mail.attach_alternative(html, "text/html")
    return mail


def _sender() -> str:
    """From whom, named as the site is where the setting gives the address alone."""
    name, given = parseaddr(settings.DEFAULT_FROM_EMAIL)
    return formataddr((name or settings.SITE_NAME, given))


def _host() -> str:
    return urlsplit(settings.SITE_URL).hostname or "localhost"
