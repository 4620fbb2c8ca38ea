"""A code that a telephone shows, asked for after the password, and codes on paper for the day it is lost (django-otp)."""

import logging
from base64 import b32encode
from io import BytesIO

import qrcode
from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django_otp import login, match_token
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice
from qrcode.image.svg import SvgPathFillImage

from archive.acts import record
from archive.enums import Verb
from archive.errors import Refused
from archive.models import User

logger = logging.getLogger(__name__)

ON_PAPER = 10
NEED_IT = ("publish_statement", "manage_people")  # who has one of these needs a second step where REQUIRE_TOTP says so


def device_of(person: User) -> TOTPDevice | None:
    """The one that was tried and works."""
    return TOTPDevice.objects.filter(user=person, confirmed=True).first()


def needs_one(person: User) -> bool:
    return settings.REQUIRE_TOTP and any(person.has_perm(f"archive.{one}") for one in NEED_IT)


def missing(request: HttpRequest) -> HttpResponse | None:
    """Where who gave the password alone has to go first: to give a code, or to set the second step up. Nothing where all is given."""
    person = request.user
    if not person.is_authenticated or person.is_verified():
        return None
    if device_of(person):
        step = "desk:code"
    elif needs_one(person):
        step = "desk:second-step"
    else:
        return None
    wanted = request.get_full_path() if request.method in ("GET", "HEAD") else reverse("desk:home")
    return redirect(f"{reverse(step)}?{urlencode({REDIRECT_FIELD_NAME: wanted})}")


def give_code(request: HttpRequest, code: str) -> None:
    """Goes on where it is right, and counts where not: the next may be tried a second later, then two, four …
    The key of the session is another from then on."""
    device = match_token(request.user, code.replace(" ", "").lower()[:16])
    if device is None:
        logger.warning("A code of the second step was refused", extra={"user_id": request.user.pk})
        raise Refused(_("This is not the code. Type the one that your telephone shows now; after a wrong one wait a few seconds."))
    request.session.cycle_key()
    login(request, device)


def new_device(person: User) -> TOTPDevice:
    """The one that is being set up: no code is asked of it until it was tried."""
    return TOTPDevice.objects.filter(user=person, confirmed=False).first() or TOTPDevice.objects.create(
        user=person, confirmed=False, name="telephone"
    )


def picture(device: TOTPDevice) -> bytes:
    """What the telephone reads, as an SVG."""
    drawn = BytesIO()
    qrcode.make(device.config_url, image_factory=SvgPathFillImage, box_size=16).save(drawn)
    return drawn.getvalue()


@transaction.atomic
def set_up(request: HttpRequest, code: str) -> list[str]:
    """The telephone shows the right code: from now on one is asked for, and the session has another key. Returns the codes on paper."""
    person = request.user
    device = TOTPDevice.objects.select_for_update().filter(user=person, confirmed=False).first()
    if device is None or not device.verify_token(code.replace(" ", "")):
        raise Refused(_("This is not the code. Look at the clock of your telephone, and type the code that it shows now."))
    TOTPDevice.objects.filter(user=person, confirmed=True).delete()
    device.confirmed = True
    device.save()
    request.session.cycle_key()
    login(request, device)
    record(Verb.EDITED, person, by=person, fields=["second step"], becomes={"second step": True})
    return on_paper(person)


@transaction.atomic
def on_paper(person: User) -> list[str]:
    """New ones, each good for once; those before are good no more."""
    StaticDevice.objects.filter(user=person).delete()
    device = StaticDevice.objects.create(user=person, name="paper")
    codes = [StaticToken.random_token() for _ in range(ON_PAPER)]
    StaticToken.objects.bulk_create([StaticToken(device=device, token=code) for code in codes])
    return codes


@transaction.atomic
def remove(person: User, *, by: User | None) -> None:
    """No code is asked for any more; `by` nobody: whoever runs the site, for who lost telephone and paper."""
    TOTPDevice.objects.filter(user=person).delete()
    StaticDevice.objects.filter(user=person).delete()
    record(Verb.EDITED, person, by=by, fields=["second step"], becomes={"second step": False})


def codes_left(person: User) -> int:
    return StaticToken.objects.filter(device__user=person).count()


def typed_key(device: TOTPDevice) -> str:
    """For a telephone that reads no picture, in pieces of four."""
    key = b32encode(device.bin_key).decode().rstrip("=")
    return " ".join(key[at : at + 4] for at in range(0, len(key), 4))
