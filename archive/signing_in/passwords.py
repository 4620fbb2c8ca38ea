"""Which passwords are guessed first. Of Django's 20,000 that are used most few are as long as ours have to be: those are the others with
a few figures or signs around them, or written again and again."""

from string import digits, punctuation
from typing import Any

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError

SHORTEST_PIECE = 5  # what is written again and again with fewer signs is guessed whatever it is
MOST_AROUND = 8  # figures and signs before or behind a word, such as a day; more of them only where they are counted on and on
AROUND = digits + punctuation + " "
ROWS = "01234567890123456789", "98765432109876543210", "abcdefghijklmnopqrstuvwxyz"  # counted on and on


class NotGuessedFirst(CommonPasswordValidator):
    def validate(self, password: str, user: Any = None) -> None:
        super().validate(password, user)
        if self._is_common(password.lower().strip()):
            raise ValidationError(self.get_error_message(), code="password_too_common")

    def _is_common(self, password: str) -> bool:
        bare, piece = _bare(password), _piece(password)
        return _is_counted_on(password) or not self.passwords.isdisjoint({bare, piece, _piece(bare)})


def _bare(password: str) -> str:
    """Without what stands around a word; itself where that is more than one guesses."""
    before = password[: len(password) - len(password.lstrip(AROUND))]
    behind = password[len(password.rstrip(AROUND)) :]
    is_guessed = all(len(one) <= MOST_AROUND or _is_counted_on(one) for one in (before, behind))
    return password.strip(AROUND) if is_guessed else password


def _is_counted_on(text: str) -> bool:
    return any(text in row for row in ROWS) or len(_piece(text)) < SHORTEST_PIECE


def _piece(text: str) -> str:
    """What it is, written again and again; itself where it is no such thing."""
    return text[: (text + text).find(text, 1)]
