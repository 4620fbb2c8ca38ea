"""Which passwords are guessed first. Of Django's 20,000 that are used most few are as long as ours have to be: those are the others with
figures or signs around them, or written again and again."""

from string import digits, punctuation
from typing import Any

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError

SHORTEST_PIECE = 5  # what is written again and again with fewer signs is guessed whatever it is
ROWS = "01234567890123456789", "98765432109876543210", "abcdefghijklmnopqrstuvwxyz"  # counted on and on


class NotGuessedFirst(CommonPasswordValidator):
    def validate(self, password: str, user: Any = None) -> None:
        super().validate(password, user)
        if self._is_common(password.lower().strip()):
            raise ValidationError(self.get_error_message(), code="password_too_common")

    def _is_common(self, password: str) -> bool:
        bare, piece = password.strip(digits + punctuation + " "), _piece(password)
        is_counted = any(password in row for row in ROWS)
        return is_counted or len(piece) < SHORTEST_PIECE or not self.passwords.isdisjoint({bare, piece, _piece(bare)})


def _piece(text: str) -> str:
    """What it is, written again and again; itself where it is no such thing."""
    return text[: (text + text).find(text, 1)]
