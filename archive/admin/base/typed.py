"""What people type and paste: dates as they write them, words as they stand in a document."""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget
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


class TypedDateField(forms.CharField):
    """Reads what is typed into EDTF. What stands already is shown in words and comes back as it was."""

    widget = AdminTextInputWidget
    reference: Callable[[], datetime.date | None] = staticmethod(lambda: None)
    standing = ""
    reading: Typed | None = None

    def __init__(self, **kwargs):
        super().__init__(
            **kwargs
            | {
                "max_length": 100,
                "help_text": _("As you would write it: “24 June 2024”, “May 2019”, “late 2021”; or 2021-12~ for about December 2021."),
            }
        )

    def prepare_value(self, value):
        return parse(value).words if value and value == self.standing else value

    def has_changed(self, initial, data) -> bool:
        return not self._stands(str(data or "").strip())

    def clean(self, value):
        words = super().clean(value).strip()
        if not words or self._stands(words):
            return self.standing if words else ""
        self.reading = read_typed(words, self.reference())
        return self.reading.edtf

    def _stands(self, words: str) -> bool:
        return words == (self.standing and parse(self.standing).words) or words == self.standing


class TypedDates:
    """A model form whose typed dates know what stands and from which day they are counted."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.typed_dates().items():
            field.standing = getattr(self.instance, name)
            field.reference = self.reference_date

    def typed_dates(self) -> dict[str, TypedDateField]:
        return {name: field for name, field in self.fields.items() if isinstance(field, TypedDateField)}

    def readings(self) -> dict[str, Typed]:
        """What was newly typed, by field."""
        return {name: field.reading for name, field in self.typed_dates().items() if field.reading}

    def reference_date(self) -> datetime.date | None:
        """The day from which “last Tuesday” is counted."""
        return None


class PastedField(forms.CharField):
    """Words that are kept to the letter: not stripped, line ends made LF."""

    widget = AdminTextareaWidget

    def __init__(self, **kwargs):
        super().__init__(**kwargs | {"strip": False})

    def to_python(self, value):
        return super().to_python(value).replace("\r\n", "\n").replace("\r", "\n")

    def has_changed(self, initial, data) -> bool:
        return super().has_changed(initial, self.to_python(data))
