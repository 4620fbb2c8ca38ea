"""Dates as people type them: “24 June 2024”, “May 2019”, “last Tuesday”, with what was understood and by which rule."""

import datetime
import re
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from archive.dated_by import BY_HAND
from archive.edtf import Edtf, EdtfError, parse
from archive.extraction import read_date

TIMED = re.compile(r"(?P<day>[^:]{4,60}),?\s(?P<hour>\d\d?):(?P<minute>\d\d)(?:\s?(?P<zone>Z|GMT|UTC|[+-]\d\d:\d\d))?", re.IGNORECASE)


@dataclass(frozen=True)
class Typed:
    """A date that somebody typed: what was understood, and by which rule."""

    words: str
    edtf: str
    rule: str

    def __str__(self) -> str:
        how = self.rule.partition(": ")[2]
        read = gettext("read “%(typed)s” as %(date)s") % {"typed": self.words, "date": date_in_full(self.edtf)}
        return f"{read}; {how}" if how else read


def read_typed(words: str, reference: datetime.date | None = None) -> Typed:
    """EDTF, or a date as people write it, with a time of day behind it or not. One with several readings is refused with all of them."""
    try:
        return Typed(words, parse(words).text, f"{BY_HAND} in EDTF")
    except EdtfError:
        pass
    timed = TIMED.fullmatch(words)
    reading = read_date(timed["day"].rstrip(" ,") if timed else words, reference=reference)
    if reading.edtf:
        return Typed(words, _with_time(reading.edtf, timed) if timed else reading.edtf, f"{BY_HAND}: {reading.rule}")
    if len(reading.readings) > 1:
        readings = gettext(" or ").join(parse(one).words for one in reading.readings)
        raise ValidationError(
            _("“%(words)s” can be read as %(readings)s. Write the month as a word."), params={"words": words, "readings": readings}
        )
    raise ValidationError(
        _("“%(words)s”: %(why)s. Write for instance “24 June 2024”, “May 2019”, “late 2021” or 2019-05."),
        params={"words": words, "why": reading.rule},
    )


def _with_time(day: str, timed: re.Match[str]) -> str:
    zone = {"": "", "GMT": "Z", "UTC": "Z", "Z": "Z"}.get((timed["zone"] or "").upper(), timed["zone"])
    try:
        return parse(f"{day}T{int(timed['hour']):02}:{timed['minute']}{zone}").text
    except EdtfError as error:
        raise ValidationError(str(error)) from error


def date_in_full(text: str) -> str:
    """“2019-05: May 2019 (1 May 2019 to 31 May 2019)”."""
    date = parse(text)
    return f"{date.text}: {date.words}" + ("" if date.is_exact_day else f" ({_bounds(date)})")


def _bounds(date: Edtf) -> str:
    first, last = (day and parse(day.isoformat()).words for day in (date.earliest, date.latest))
    if date.is_open:
        return gettext("open")
    return first if first == last else gettext("%(first)s to %(last)s") % {"first": first, "last": last}
