"""The keys of a page: what each does, listed on the page. A button or field carries the same as `data-key`, and `desk.js` presses it."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Key:
    """One key and what it does, in a word or two."""

    key: str
    does: Any
    shown: Any = ""

    @property
    def label(self) -> str:
        return str(self.shown or self.key.upper())


HELP = Key("?", _("these keys"))
