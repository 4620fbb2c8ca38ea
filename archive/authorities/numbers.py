"""Under which numbers libraries, catalogues and registers know a person or a body: how each is written, checked, and where it leads.

A number is typed as it stands, with spaces or without, or pasted as its address. One with a checksum is checked by that too.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext as _

LONGEST = 40  # characters of a number
AROUND = re.compile(r"^(?:https?://)?(?:[\w.-]+\.[a-z]{2,}/)?(?:[\w%.:-]+/)*|[?#].*$", re.IGNORECASE)


class Scheme(TextChoices):
    """Whose number it is."""

    WIKIDATA = "wikidata", "Wikidata"
    VIAF = "viaf", "VIAF"
    GND = "gnd", "GND"
    ISNI = "isni", "ISNI"
    ORCID = "orcid", "ORCID"


class NotOne(ValueError):  # noqa: N818 - says what is so
    """What was typed is no number of this scheme; says so in words for the editor."""


@dataclass(frozen=True)
class Form:
    """How a number of one scheme is written. `tidy` makes what was typed into that, `is_sound` knows its checksum."""

    written: re.Pattern[str]
    example: str
    address: str
    tidy: Callable[[str], str] = str.upper
    is_sound: Callable[[str], bool] = lambda value: True


def read_identifier(scheme: str, typed: str) -> str:
    """The number as it is kept. Raises NotOne for what is none of this scheme."""
    form = FORMS[Scheme(scheme)]
    value = form.tidy(AROUND.sub("", typed.strip().rstrip("/")))
    told = {"typed": typed, "scheme": Scheme(scheme).label, "example": form.example}
    if len(value) > LONGEST or not value.isascii() or not form.written.fullmatch(value):
        raise NotOne(_("“%(typed)s” is no %(scheme)s number. One looks like this: %(example)s.") % told)
    if not form.is_sound(value):
        raise NotOne(_("“%(typed)s” has a wrong check digit: a %(scheme)s number with one of its digits mistyped or swapped.") % told)
    return value


def scheme_of(typed: str) -> Scheme:
    """Whose number it is, by its address or by its look. Raises NotOne where that tells nothing."""
    for sign, scheme in SIGNS:
        if sign.search(typed.strip()):
            return scheme
    raise NotOne(_("Say whose number “%(typed)s” is.") % {"typed": typed})


def address_of(scheme: str, value: str) -> str:
    """Where the number leads."""
    return FORMS[Scheme(scheme)].address.format(value)


def _digits(typed: str) -> str:
    return re.sub(r"[\s-]", "", typed.replace("%20", "")).upper()


def _in_fours(typed: str) -> str:
    digits = _digits(typed)
    return "-".join(digits[at : at + 4] for at in range(0, len(digits), 4))


def _is_iso_7064(value: str) -> bool:
    """MOD 11-2, of sixteen digits."""
    total = 0
    for digit in _digits(value)[:-1]:
        total = (total + int(digit)) * 2
    return "0123456789X"[(12 - total % 11) % 11] == value[-1]


def _is_gnd(value: str) -> bool:
    """MOD 11 with the weights 2, 3, …; that of a person's number is taken from 11. Numbers of other bodies are taken by their form."""
    digits, last = value[:-1].rstrip("-"), value[-1]
    rest = sum(int(digit) * weight for weight, digit in enumerate(reversed(digits), 2)) % 11
    if "-" not in value:
        return "0123456789X"[-rest % 11] == last
    return value[0] not in "47" or "0123456789X"[rest] == last


FORMS = {
    Scheme.WIKIDATA: Form(re.compile(r"Q[1-9]\d*"), "Q42", "https://www.wikidata.org/wiki/{}"),
    Scheme.VIAF: Form(re.compile(r"[1-9]\d{1,21}"), "113230702", "https://viaf.org/viaf/{}", _digits),
    Scheme.GND: Form(
        re.compile(r"1[0123]?\d{7}[0-9X]|3\d{7}[0-9X]|[1-9]\d{0,7}-[0-9X]"), "118540238", "https://d-nb.info/gnd/{}", is_sound=_is_gnd
    ),
    Scheme.ISNI: Form(re.compile(r"\d{15}[\dX]"), "0000000121032683", "https://isni.org/isni/{}", _digits, _is_iso_7064),
    Scheme.ORCID: Form(re.compile(r"(?:\d{4}-){3}\d{3}[\dX]"), "0000-0002-1825-0097", "https://orcid.org/{}", _in_fours, _is_iso_7064),
}
SIGNS = (
    (re.compile(r"wikidata\.org|^q[1-9]\d*$", re.IGNORECASE), Scheme.WIKIDATA),
    (re.compile(r"viaf\.org", re.IGNORECASE), Scheme.VIAF),
    (re.compile(r"d-nb\.info", re.IGNORECASE), Scheme.GND),
    (re.compile(r"orcid\.org|^\d{4}(?:-\d{4}){2}-\d{3}[\dX]$", re.IGNORECASE), Scheme.ORCID),
    (re.compile(r"isni\.org|^(?:\d{4} ?){3}\d{3}[\dX]$", re.IGNORECASE), Scheme.ISNI),
)
