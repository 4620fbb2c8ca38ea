"""Two who edit one row at once: what only one of them touched stays as that one left it, what both did is asked about.

A form carries a mark of each field as it was shown. Against it is told, when the form comes back, what was typed and what was saved
meanwhile.
"""

import hashlib
import json
from collections.abc import Callable
from typing import Any

from django import forms

UNMARKED = ("read_version", "read_values", "read_lists", "looked_at")
NO_VALUES = ("DELETE", "ORDER")  # of a row of a list


class ReadValuesField(forms.CharField):
    """The marks of what a form showed. They say nothing about the row, so they never count as a change."""

    widget = forms.HiddenInput

    def __init__(self, **kwargs):
        super().__init__(**{"required": False, "label": ""} | kwargs)

    def has_changed(self, initial, data) -> bool:
        return False


def marks_of(form: forms.BaseForm) -> str:
    return json.dumps({name: mark_of(_shown(form, name)) for name in form.fields if name not in UNMARKED}, separators=(",", ":"))


def merged(form: forms.BaseForm) -> list[str]:
    """Put what others saved meanwhile into the data of a bound form, wherever nothing else was typed. Returns the fields where both did."""
    read, data, both = marks_read(form), form.data.copy(), []
    for name in form.fields:
        typed, stands = mark_of(_typed(form, name)), mark_of(_shown(form, name))
        if name in UNMARKED or typed == stands or read.get(name) == stands:
            continue
        if read.get(name) == typed:
            _put(data, form.add_prefix(name), _shown(form, name))
        else:
            both.append(name)
    data[form.add_prefix("read_values")] = marks_of(form)
    form.data = data
    return both


def mark_of_list(rows: forms.BaseFormSet) -> str:
    """Of a list as it stands."""
    as_shown = type(rows)(initial=rows.initial, prefix=rows.prefix)
    return mark_of([_values(form, _shown) for form in as_shown.initial_forms])


def mark_of_typed_list(rows: forms.BaseFormSet) -> str:
    """Of a list as it was typed, without rows that are empty or taken out."""
    standing = [form for form in rows.forms if not _typed(form, "DELETE")]
    return mark_of([values for values in (_values(form, _typed) for form in standing) if any(values)])


def _values(form: forms.BaseForm, value_of: Callable[[forms.BaseForm, str], Any]) -> list[str]:
    values = [value_of(form, name) for name in form.fields if name not in NO_VALUES]
    return ["" if _is_empty(value) else str(value).strip() for value in values]


def is_touched(form: forms.BaseForm) -> bool:
    """Whether anything was typed since the form was shown."""
    read = marks_read(form)
    return any(read.get(name) != mark_of(_typed(form, name)) for name in form.fields if name in read)


def marks_read(form: forms.BaseForm, name: str = "read_values") -> dict[str, str]:
    try:
        marks = json.loads(form.data.get(form.add_prefix(name), ""))
    except (ValueError, RecursionError):  # not what `marks_of` wrote
        return {}
    return marks if isinstance(marks, dict) else {}


def _shown(form: forms.BaseForm, name: str) -> Any:
    field = form.fields[name]
    return field.prepare_value(form.get_initial_for_field(field, name))


def _typed(form: forms.BaseForm, name: str) -> Any:
    return form.fields[name].widget.value_from_datadict(form.data, form.files, form.add_prefix(name))


def mark_of(value: Any) -> str:
    """The same for what a page shows and for what a browser sends back of it."""
    plain = "" if _is_empty(value) else str(value).replace("\r\n", "\n").strip()
    return hashlib.sha256(plain.encode()).hexdigest()[:12]


def _put(data: Any, key: str, value: Any) -> None:
    """As a browser would send it: an empty box not at all."""
    data.pop(key, None)
    if not _is_empty(value):
        data[key] = "on" if value is True else str(value)


def _is_empty(value: Any) -> bool:
    return value is None or value is False
