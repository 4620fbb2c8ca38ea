"""Sessions in a table that tells whose they are, so that a person sees where he is signed in and ends what he likes (SESSION_ENGINE)."""

import ipaddress
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.backends.db import SessionStore as InDatabase
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _

from archive.acts import allow, record
from archive.enums import Verb
from archive.errors.faults import fault_of
from archive.models import User
from archive.models.signing_in.session import Session

BROWSERS = (("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"))  # first that fits
SYSTEMS = (("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("Linux", "Linux"))
SHOWN = {4: 24, 6: 48}  # bits of an address


class SessionStore(InDatabase):
    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def save(self, must_create: bool = False) -> None:
        """Django takes every error for a session that was ended elsewhere; a disk or a database that failed is told as such."""
        failed = None
        try:
            super().save(must_create)
        except UpdateError as ended:
            failed = ended.__context__
            if not fault_of(failed):
                raise
        if failed:
            raise failed

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        row: Session = super().create_model_instance(data)
        row.user_id = int(data[SESSION_KEY]) if SESSION_KEY in data else None
        row.browser, row.network = data.get("browser", ""), data.get("network", "")
        today = timezone.now().date()
        row.began_on = datetime.fromtimestamp(data["began"], tz=timezone.get_default_timezone()).date() if "began" in data else today
        row.seen_on = today
        return row


def begin(request: HttpRequest, network: str) -> None:
    """Somebody signed in: what he will know this browser by. Whoever was signed in here already has another key too: Django keeps his."""
    if request.session.session_key == request.COOKIES.get(settings.SESSION_COOKIE_NAME):
        request.session.cycle_key()
    request.session["browser"] = browser_of(request.headers.get("User-Agent", ""))
    request.session["network"] = shortened(network)
    request.session["began"] = request.session["seen"] = int(timezone.now().timestamp())


def browser_of(agent: str) -> str:
    browser, system = _first(BROWSERS, agent), _first(SYSTEMS, agent)
    if browser and system:
        return _("%(browser)s on %(system)s") % {"browser": browser, "system": system}
    return browser or system or _("another program")


def _first(names: Iterable[tuple[str, str]], agent: str) -> str:
    return next((name for sign, name in names if sign in agent), "")


def shortened(network: str) -> str:
    """Enough to tell home from elsewhere."""
    try:
        address = ipaddress.ip_address(network.partition("/")[0])
    except ValueError:
        return ""
    return str(ipaddress.ip_network((address, SHOWN[address.version]), strict=False))


# What a person does with his own


def of(person: User) -> list[Session]:
    """Those that have not ended, the latest first."""
    return list(Session.objects.filter(user=person, expire_date__gt=timezone.now()).order_by("-seen_on", "-expire_date"))


def mark(session_key: str) -> str:
    """What stands for a session on a page; its key would let whoever reads it in."""
    return salted_hmac("archive.session", session_key).hexdigest()[:24]


def end(person: User, marked: str) -> bool:
    """That one of theirs."""
    keys = [one.session_key for one in of(person) if constant_time_compare(mark(one.session_key), marked)]
    return bool(Session.objects.filter(session_key__in=keys).delete()[0])


def end_all(person: User, *, but: str | None = None) -> int:
    """Wherever else they are signed in: at how many places they were. Sessions that had ended by themselves go too."""
    others = Session.objects.filter(user=person).exclude(session_key=but or "")
    ended = others.filter(expire_date__gt=timezone.now()).count()
    others.delete()
    return ended


# What an administrator of people does with those of others


@transaction.atomic
def sign_out(people: Iterable[User], *, by: User, but: str | None = None) -> int:
    """Everywhere, but in the browser where this is done; of how many of these people a session ended."""
    allow(by, "manage_people")
    ended = [person for person in people if end_all(person, but=but)]
    for person in ended:
        record(Verb.EDITED, person, by=by, fields=["sessions"])
    return len(ended)
