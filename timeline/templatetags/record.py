"""How templates write a date, a moment and linked data."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from django import template
from django.utils.dates import MONTHS
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator

from archive import edtf
from archive.entries.whens import When, when_of
from archive.models import Occurrence, Statement
from archive.models.statement import marked
from timeline import chronology
from timeline.alike.finding import Likeness
from timeline.corrections.log import Item
from timeline.filter_forms import Filter
from timeline.lists.claims import ClaimRow
from timeline.lists.named import ClaimName
from timeline.lists.paging import Count
from timeline.printing import alike as printed_alike
from timeline.printing import beside as printed_beside
from timeline.printing import claims as printed_claims
from timeline.printing import correction as printed_correction
from timeline.printing import quoting as printed_quoting
from timeline.printing import spine as printed_spine
from timeline.printing import tongues
from timeline.printing import trail as printed_trail
from timeline.printing.language import language_name
from timeline.printing.markup import part
from timeline.quoting.table import Table
from timeline.record import trails
from timeline.record.gaps import days_words
from timeline.record.reports import Translation
from timeline.record.reports_of_claims import Report
from timeline.record.ways import bearing_words
from timeline.said_again import Tag

register = template.Library()
register.filter("language", language_name)

FROM_GREENWICH = re.compile(r"Etc/(?:GMT|UTC|Greenwich|UCT|Universal|Zulu)(?:([+-])(\d+))?")
MOMENT = part('<time datetime="%s">%s %s %s</time>')
ESCAPED = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@register.simple_tag
def when(date: edtf.Edtf | str | None) -> SafeString | str:
    """A date as precisely as it is known: <time> for an exact day, else its words with the EDTF beside them."""
    if not date:
        return ""
    return printed_spine.date(edtf.parse(date) if isinstance(date, str) else date)


@register.simple_tag
def said(statement: Statement) -> SafeString | str:
    """The day of saying; one that was taken from publication says so, and where there is none that it is not known."""
    return printed_spine.day(when_of(statement))


@register.simple_tag
def said_at(day: When) -> SafeString | str:
    """A day of saying, as `said` shows it."""
    return printed_spine.day(day)


@register.simple_tag
def moment(at: datetime | None) -> SafeString | str:
    """A moment of our own clock, by its day in UTC."""
    if at is None:
        return ""
    at = at.astimezone(UTC)
    return MOMENT(at.isoformat(timespec="seconds"), at.day, MONTHS[at.month], at.year)


@register.simple_tag
def json_ld(thing: dict[str, Any]) -> SafeString:
    """Linked data as a data block, which no browser runs; escaped so that no text in it can end the block."""
    body = json.dumps(thing, ensure_ascii=False).translate(ESCAPED)
    return mark_safe(f'<script type="application/ld+json">{body}</script>')  # every < > and & is escaped above


@register.filter
def zone(name: str) -> str:
    """A time zone as people write it: names of the kind “Etc/GMT-2” count the other way round."""
    hours = FROM_GREENWICH.fullmatch(name)
    if hours is None:
        return name.replace("_", " ")
    return f"UTC{'+' if hours[1] == '-' else '−'}{hours[2]}" if int(hours[2] or 0) else "UTC"


@register.simple_tag
def spine(years: Sequence[chronology.Year], query: str = "") -> SafeString:
    """A list of statements under its years and months."""
    return printed_spine.spine(years, query)


@register.simple_tag
def likenesses(rows: Sequence[Likeness]) -> SafeString:
    """What was found for a pasted text."""
    return printed_alike.likenesses(rows)


@register.simple_tag
def voices(entry: chronology.Entry) -> SafeString:
    """Who speaks, with the roles."""
    return printed_spine.voices(entry.voices, entry.shown["language"])


@register.simple_tag
def speakers(report: Report) -> SafeString:
    """Who speaks in a report of a claim, with the roles."""
    return printed_spine.voices(report.voices)


@register.simple_tag
def trail(steps: Sequence[trails.Step]) -> SafeString:
    """The entries of a claim's trail."""
    return printed_trail.trail(steps)


@register.simple_tag
def quoting(table: Table) -> SafeString:
    """Who quoted what on an occasion."""
    return printed_quoting.table(table)


@register.simple_tag
def correction(item: Item, level: int) -> SafeString:
    """An entry of the log of corrections, under a heading of this level."""
    return printed_correction.correction(item, level)


@register.filter
def named(text: Any, language: str = "") -> SafeString:
    """A name or a title, in a language of its own or in none that is known."""
    return tongues.named(str(text), language)


@register.filter
def spoken(text: Any, language: str = "") -> SafeString:
    """A text that may be in another language than what stands around it."""
    return tongues.spoken(str(text), language)


@register.simple_tag
def changes(item: Item) -> SafeString:
    """The fields that a correction changed."""
    return printed_correction.changes(item.changes)


@register.simple_tag
def claims(rows: Sequence[ClaimRow], counts: Mapping[str, Count], query: str) -> SafeString:
    """A list of claims with their figures, and with how many statements each has that pass a filter."""
    return printed_claims.rows(rows, counts, query)


@register.simple_tag
def held(statement: Statement, tags: Sequence[Tag] = ()) -> SafeString:
    """The mark of words that are denied, asked or supposed. None where one of the `tags` above says “Denied” already."""
    return printed_spine.held(statement.force, tags)


@register.simple_tag
def only_here(pieces: Sequence[chronology.Segment], is_earlier: bool) -> SafeString:
    """The words of one of two statements, with what the other has not marked."""
    return printed_beside.only_in_earlier(pieces) if is_earlier else printed_beside.only_in_later(pieces)


@register.simple_tag
def held_so(entry: chronology.Entry) -> SafeString:
    """The same of an entry that stands without its claims."""
    return printed_spine.held(entry.shown["force"])


@register.simple_tag
def source_notes(entry: chronology.Entry) -> SafeString:
    """What the outlet corrected or retracted."""
    return printed_spine.notes(entry.source)


@register.filter
def in_a_line(statement: Statement | Translation, length: int) -> str:
    """As many of its words as there is room for, with the mark of how they are held: for titles and lists of links."""
    return marked(Truncator(statement.text).chars(length), statement.force)


@register.filter
def number(value: Any) -> str:
    """1234 as 1,234."""
    return f"{value:,}" if isinstance(value, int) else str(value)


@register.filter
def year(number: int) -> str:
    """2023, or “AD 203”, which nobody takes for a number of something."""
    return edtf.parse(f"{number:04}").words


@register.filter
def words(text: str) -> list[str]:
    """The words of a text, to loop over."""
    return text.split()


@register.filter
def item(values: Mapping[str, Any], name: str) -> Any:
    return values.get(name, "")


@register.simple_tag
def querywith(chosen: Filter, **changes: str) -> str:
    """The query of a filter with some parameters changed, for an address."""
    return chosen.query_with(**changes)


@register.filter
def place_of(statement: Statement, claim: ClaimName) -> str:
    """The address at which a statement stands in the trail of a claim."""
    return trails.place_of(claim, statement.public_id)


@register.filter
def bearing(link: Occurrence) -> str:
    """What a statement does with the claim: “says this in other words”."""
    return bearing_words(link.stance, link.likeness)


@register.simple_tag
def gap(before: When, after: When) -> str:
    """The days between two days of saying, in words."""
    return days_words(before, after)


@register.filter
def at(values: Sequence[Any], place: int) -> Any:
    return values[place]


@register.filter
def alone(value: Any) -> list[Any]:
    """One value as a list, for a part that takes several."""
    return [value]
