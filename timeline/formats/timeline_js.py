"""A list as the JSON of TimelineJS 3, which draws it on any page: a slide for each dated statement, and a title that says what is left out.

A slide has no month or day that is not known, and tells its date in our words. Nothing of it is loaded from elsewhere: the words are its
headline, and the source is a link.
"""

import datetime
from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from archive import edtf
from timeline.api.answers import in_json
from timeline.formats.items import Item, items
from timeline.formats.taken import Taken


def write(taken: Taken) -> Iterable[bytes]:
    rows = list(items(taken))
    slides = [_slide(one, one.said) for one in rows if one.said]
    return [in_json({"title": {"text": _title(taken, len(slides), len(rows) - len(slides))}, "events": slides})]


def _title(taken: Taken, shown: int, undated: int) -> dict[str, str]:
    said = [ngettext("%(number)s entry.", "%(number)s entries.", shown) % {"number": f"{shown:,}"}]
    if undated:
        said.append(ngettext("%(number)s has no date.", "%(number)s have no date.", undated) % {"number": f"{undated:,}"})
    if taken.next_url:
        said.append(_("There are more than a timeline can draw: narrow the list to see them."))
    link = format_html('<p>{} <a href="{}">{}</a></p>', " ".join(said), taken.page_url, _("The whole list"))
    return {"headline": taken.listed.name, "text": link}


def _slide(one: Item, said: edtf.Edtf) -> dict[str, Any]:
    start, end = _ends(said)
    slide = {
        "unique_id": f"st-{one.own['id']}" if "id" in one.own else one.id.rpartition(":")[2],
        "start_date": start,
        "display_date": one.said_in_words,
        "text": {"headline": format_html('<a href="{}">{}</a>', one.url, one.title), "text": one.html},
        "group": one.group,
        "autolink": False,
    }
    return slide | ({"end_date": end} if end else {})


def _ends(said: edtf.Edtf) -> tuple[dict[str, int], dict[str, int] | None]:
    """Where it begins and, if it is not one day, month or year, ends; each as precisely as it is known."""
    first, last = said.ends if said.precision == "interval" else (None, None)
    if first and last:
        return _ends(first)[0], _ends(last)[1] or _ends(last)[0]
    if said.precision == "time" and said.time:
        return dict(_parts(said.time.date(), "day"), hour=said.time.hour, minute=said.time.minute), None
    if said.precision in PARTS:
        return dict(_parts(said.earliest, said.precision)), None
    precision = "month" if said.precision == "season" else "year"
    return dict(_parts(said.earliest, precision)), dict(_parts(said.latest or said.earliest, precision))


PARTS = {"day": ("year", "month", "day"), "month": ("year", "month"), "year": ("year",)}


def _parts(day: datetime.date, precision: str) -> Iterator[tuple[str, int]]:
    return ((name, getattr(day, name)) for name in PARTS[precision])
