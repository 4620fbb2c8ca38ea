"""The key that checkpoints are signed with. It lies outside the database: who can write rows can't sign what he made of them."""

import base64
import binascii
import os
import tempfile
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings
from django.utils.translation import gettext

from archive.errors import Refused
from archive.log.notes import public_of
from archive.models import Checkpoint

NAME = "log_key"  # of the file in var/
SEED = 32


def place() -> Path:
    return Path(settings.VAR_DIR) / NAME


def signing_key() -> Ed25519PrivateKey:
    """From LOG_KEY or the file, which is made where nothing was signed yet. Later, another would be no key of this log."""
    written = settings.LOG_KEY or _written() or _made()
    try:
        return Ed25519PrivateKey.from_private_bytes(base64.b64decode(written, validate=True))
    except (binascii.Error, ValueError):
        raise Refused(gettext("The key of the publication log is not 32 bytes in base64: %(place)s.") % {"place": _named()}) from None


def public_key() -> bytes:
    return signing_key().public_key().public_bytes_raw()


def known() -> list[bytes]:
    """The key of this log, and those of before."""
    return [public_key(), *map(_of_before, settings.LOG_KEYS_BEFORE)]


def _of_before(named: str) -> bytes:
    try:
        public = public_of(named)
    except (ValueError, IndexError):
        public = b""
    if len(public) != SEED:
        told = gettext("In LOG_KEYS_BEFORE stands what is no public key as /data/log/key shows them: %(named)s.")
        raise Refused(told % {"named": named})
    return public


def _named() -> str:
    return "LOG_KEY" if settings.LOG_KEY else str(place())


def _written() -> str:
    return place().read_text("utf-8", errors="replace").strip() if place().exists() else ""


def _made() -> str:
    """For its owner alone, all of it or nothing, and never over another that came meanwhile."""
    if Checkpoint.objects.exists():
        missing = gettext("The key of the publication log is gone: %(place)s. Put it back from where you keep a copy, or set LOG_KEY.")
        raise Refused(missing % {"place": _named()})
    place().parent.mkdir(parents=True, exist_ok=True)
    handle, begun = tempfile.mkstemp(dir=place().parent)  # which nobody else may read
    with os.fdopen(handle, "w") as file:
        file.write(base64.b64encode(os.urandom(SEED)).decode() + "\n")
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(begun, place())
    except FileExistsError:
        pass
    finally:
        Path(begun).unlink()
    return _written()
