"""A list as iCalendar (RFC 5545): one event for each statement of which the day is known, or the days from one to another.

What is known to the month or year alone is no event: a calendar would show it on a day. How many these are stands in its description.
"""

from collections.abc import Iterable
from datetime import UTC, date, timedelta
from html import unescape
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from icalendar import Calendar, Event, vText

from archive import edtf
from timeline.formats.items import Item, items
from timeline.formats.taken import Taken

Days = tuple[date, date]


def write(taken: Taken) -> Iterable[bytes]:
    rows = [(one, _days(one.said)) for one in items(taken)]
    events = [_event(one, days) for one, days in rows if days]
    calendar = Calendar()
    calendar.add("prodid", f"-//{settings.SITE_NAME}//Calendar//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", vText(f"{settings.SITE_NAME}: {taken.listed.name}"))  # as text: what nobody registered is written as it is
    calendar.add("x-wr-caldesc", vText(_about(taken, len(rows) - len(events))))
    for event in events:
        calendar.add_component(event)
    return [calendar.to_ical()]


def _about(taken: Taken, left_out: int) -> str:
    said = [taken.page_url]
    if left_out:
        words = ngettext("%(number)s of which no day is known is left out.", "%(number)s of which no day is known are left out.", left_out)
        said.append(words % {"number": f"{left_out:,}"})
    if taken.next_url:
        said.append(_("These are the newest; there are more than a calendar is given: narrow the list to see others."))
    return " ".join(said)


def _days(said: edtf.Edtf | None) -> Days | None:
    """The first and the last day; none of what is known to no day, or not for certain."""
    if said is None or said.latest is None or said.approximate or said.uncertain:
        return None
    ends = said.ends if said.precision == "interval" else (said,)
    is_known = all(one and one.is_exact_day for one in ends)
    return (said.earliest, said.latest) if is_known else None


def _event(one: Item, days: Days) -> Event:
    event = Event()
    event.add("uid", f"{urlsplit(one.id).path.strip('/').replace('/', '-')}@{urlsplit(settings.SITE_URL).hostname}")
    event.add("dtstamp", one.recorded.astimezone(UTC))
    event.add("dtstart", days[0])
    if days[1] < date.max:  # after which there is no day to end on
        event.add("dtend", days[1] + timedelta(days=1))
    event.add("summary", one.title)
    event.add("description", unescape(strip_tags(one.html)).strip())
    event.add("url", one.url)
    event.add("transp", "TRANSPARENT")
    return event
