"""What only this site can have written: the links of mails, and the calls of webhooks.

Nothing that opens them is kept: a copy of the database opens no alert and signs no call. Another SECRET_KEY makes all of them void.
"""

import base64
import hashlib
import hmac
from datetime import datetime

from django.core import signing
from django.utils.crypto import salted_hmac

from archive.models import AlertAsking, AlertReceiver

TO_CONFIRM, TO_CHANGE = "archive.alerts.confirm", "archive.alerts.change"
LETTERS = r"[-\w]{20,32}\.[-\w]{43}"  # of a token, for addresses


def token(row: AlertAsking | AlertReceiver, purpose: str) -> str:
    return signing.Signer(sep=".", salt=purpose).sign(row.key)


def key_in(given: str, purpose: str) -> str | None:
    """The key of the row whose token this is; None where we did not write it for this purpose."""
    try:
        return signing.Signer(sep=".", salt=purpose).unsign(given)
    except signing.BadSignature:
        return None


def secret_of(key: str) -> str:
    """What the calls of a webhook are signed with, as Standard Webhooks writes it."""
    return f"whsec_{base64.b64encode(_secret(key)).decode()}"


def signed_head(key: str, delivery: str, body: bytes, at: datetime) -> dict[str, str]:
    """The three lines of Standard Webhooks: who gets the same id twice has had it already."""
    moment = str(int(at.timestamp()))
    mac = hmac.new(_secret(key), b".".join([delivery.encode(), moment.encode(), body]), hashlib.sha256).digest()
    return {"webhook-id": delivery, "webhook-timestamp": moment, "webhook-signature": f"v1,{base64.b64encode(mac).decode()}"}


def _secret(key: str) -> bytes:
    return salted_hmac("archive.alerts.webhook", key, algorithm="sha256").digest()
