"""Who signed in and out, and that somebody was refused, stands in the log: by number, without the name that was typed or an address."""

import logging
from typing import Any

from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed

logger = logging.getLogger(__name__)


def listen() -> None:
    """To Django, which tells of every way in."""
    user_logged_in.connect(signed_in)
    user_logged_out.connect(signed_out)
    user_login_failed.connect(refused)


def signed_in(sender: Any, user: Any, **told: Any) -> None:
    logger.info("Signed in", extra={"user_id": user.pk})


def signed_out(sender: Any, user: Any, **told: Any) -> None:
    logger.info("Signed out", extra={"user_id": user and user.pk})


def refused(sender: Any, **told: Any) -> None:
    logger.warning("A sign-in was refused")
