"""The read model of the chronology: public statements become entries, and entries stand under their years and months.

What may have been said at any time of several years stands under these years, what may have been said in several months under these
months, and none of it under the first day of them. `entries` makes a fixed number of queries however many statements there are; nothing
here writes.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property, lru_cache
from typing import Any, NamedTuple, TypeVar

from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

from archive import edtf
from archive.entries.histories import History
from archive.entries.reservations import Reservation
from archive.entries.whens import When
from archive.models.fields import folded
from archive.models.search import query_phrases, spans_found
from timeline.lists import named
from timeline.lists.named import ClaimName, Shown, Source, SpeakerName, Told
from timeline.lists.periods import Span
from timeline.lists.snippets import shown_part
from timeline.printing.addresses import list_address, period_address
from timeline.said_again import Carried, Tag, tag_of

DAYS_OF_A_YEAR = 364  # from the first to the last
MOST_DATES = 10_000  # of which the headings are kept
Time = TypeVar("Time")
SEASONS = {"21": _("Spring"), "22": _("Summer"), "23": _("Autumn"), "24": _("Winter")}


@dataclass(frozen=True)
class Segment:
    """A piece of a quote; marked where the words carry a claim, or were searched for. `is_gap` stands for what is left out."""

    text: str
    marked: bool = False
    is_gap: bool = False


class Voice(NamedTuple):
    """Who speaks: with a page of its own, or as the source is called; and in which role, where the name does not tell it."""

    slug: str
    name: str
    role: str


@dataclass(frozen=True)
class Entry:
    """One statement as a list shows it. With `stems`, the words that were searched for are marked and not those that carry a claim.

    Two that are equal look the same, in one language; what they look like is worked out when it is asked for.
    """

    told: Told
    stems: frozenset[str] = frozenset()

    @cached_property
    def shown(self) -> Shown:
        return self.told.shown

    @cached_property
    def said(self) -> When | None:
        return when_of(self.shown)

    @property
    def said_on(self) -> str:
        return str(self.shown["said_on"])

    @property
    def said_in_words(self) -> str:
        return self.said.words if self.said else ""

    @property
    def shape(self) -> str:
        """How its date is drawn in the margin."""
        return shape_of(self.said.date if self.said else None)

    @property
    def quote(self) -> tuple[Segment, ...]:
        return found_in(self.shown["text"], self.stems) if self.stems else quote_of(self.shown)

    @property
    def links(self) -> tuple[Carried, ...]:
        return tuple([carried(link, self.shown, claim) for link, claim in zip(self.shown["links"], self.told.claims, strict=True)])

    @property
    def tags(self) -> tuple[Tag, ...]:
        return tuple([tag_of(link) for link in self.links])

    @property
    def voices(self) -> tuple[Voice, ...]:
        return voices_of(self.shown, self.told.speakers)

    @property
    def source(self) -> Source:
        return self.told.source


@dataclass(frozen=True)
class Month:
    """The entries of one month, some of them folded; without an address of a season or several months, without a name of the year."""

    name: str
    url: str
    entries: list[Any]


@dataclass(frozen=True)
class Year:
    """The months of one year, or what was said at some time of several; without a name, the undated. Without an address what is listed
    otherwise than by dates, under the day on which it was recorded or no heading."""

    name: str
    url: str
    months: list[Month]


def entries(statements: Iterable[int], query: str = "") -> list[Entry]:
    """Entries of the statements with these numbers, with the words of a query marked."""
    stems = frozenset(stem for ways in query_phrases(query) for way in ways for stem in way)
    return [Entry(told, stems) for told in named.read(statements).told]


def when_of(shown: Shown) -> When | None:
    """The day of saying of an entry."""
    return When(edtf.parse(shown["said_on"]), shown["reported"]) if shown["said_on"] else None


def carried(link: Shown, shown: Shown, claim: ClaimName) -> Carried:
    """An entry's link to a claim, as its tag tells it."""
    start, end = (place - shown["start"] for place in (link["start"], link["end"]))
    reservation = Reservation(*link["reserved"]) if link["reserved"] else None
    return Carried(link["role"], claim, shown["text"][start:end], when_of(shown), _history(link), reservation)


def _history(link: Shown) -> History:
    kept = link["history"]
    before, turned_from = (When(edtf.parse(one[0]), one[1]) if one else None for one in (kept["before"], kept["turned_from"]))
    return History(**kept | {"before": before, "turned_from": turned_from})


def voices_of(shown: Shown, speakers: Iterable[SpeakerName | None]) -> tuple[Voice, ...]:
    """Who speaks in an entry. `speakers`: by which name each is known here."""
    return tuple([_voice(one, known) for one, known in zip(shown["speakers"], speakers, strict=True)])


def _voice(one: Shown, known: SpeakerName | None) -> Voice:
    slug, name = known or ("", one["called"])
    role = one["beside"]
    return Voice(slug, name, "" if folded(role) in folded(name) else role)


class Stretch(NamedTuple):
    """Some months of a year, and which season they are."""

    year: int
    first: int
    last: int
    season: str


def by_year(rows: Iterable[Any]) -> list[Year]:
    """Entries in order of date, either way round, under their years and months; each heading once, where its first entry stands."""
    return [Year(*_year_of(years), _months(group)) for years, group in _under(rows, _years_in)]


def by_rank(rows: list[Entry]) -> list[Year]:
    """The same for a list that goes by something else than dates: entries under no heading."""
    return [Year("", "", [Month("", "", rows)])] if rows else []


def by_recorded_day(rows: Iterable[Entry]) -> list[Year]:
    """Entries in the order in which they became public, under the days of that."""
    days: dict[date, list[Entry]] = {}
    for row in rows:
        days.setdefault(datetime.fromisoformat(row.shown["recorded_at"]).astimezone(UTC).date(), []).append(row)
    named = {_("Recorded %(day)s") % {"day": edtf.parse(day.isoformat()).words}: group for day, group in days.items()}
    return [Year(name, "", [Month("", "", group)]) for name, group in named.items()]


def _months(rows: list[Any]) -> list[Month]:
    return [Month(*_month_of(stretch), group) for stretch, group in _under(rows, _stretch_in)]


def _under(rows: Iterable[Any], time_of: Callable[[str], Time]) -> list[tuple[Time, list[Any]]]:
    """The entries of each time that has a heading."""
    found: dict[Time, list[Any]] = {}
    for row in rows:
        found.setdefault(time_of(row.said_on), []).append(row)
    return list(found.items())


@lru_cache(maxsize=MOST_DATES)
def _years_in(said_on: str) -> tuple[int, int] | None:
    return _years(edtf.parse(said_on) if said_on else None)


@lru_cache(maxsize=MOST_DATES)
def _stretch_in(said_on: str) -> Stretch | None:
    return _stretch(edtf.parse(said_on) if said_on else None)


def _years(said: edtf.Edtf | None) -> tuple[int, int] | None:
    return (said.earliest.year, said.latest.year) if said and said.latest else None


def _stretch(said: edtf.Edtf | None) -> Stretch | None:
    """None of what has no date, or may be of any time of a year or of several."""
    if said is None or said.latest is None or said.earliest.year != said.latest.year:
        return None
    first, last = said.earliest, said.latest
    if first.month != last.month and (last - first).days >= DAYS_OF_A_YEAR:
        return None
    return Stretch(first.year, first.month, last.month, said.text[5:7] if said.precision == "season" else "")


def _year_of(years: tuple[int, int] | None) -> tuple[str, str]:
    """The name and the address of a heading."""
    if years is None:
        return "", list_address("undated")
    if years[0] != years[1]:
        span = Span(*years)
        return span.words, span.url
    year = f"{years[0]:04}"
    return edtf.parse(year).words, period_address("year", year)


def _month_of(stretch: Stretch | None) -> tuple[str, str]:
    if stretch is None:
        return "", ""
    year, first, last, season = stretch
    if first == last:
        return str(MONTHS[first]), period_address("month", f"{year:04}", f"{first:02}")
    return (str(SEASONS[season]) if season else f"{MONTHS[first]}–{MONTHS[last]}"), ""


def shape_of(said: edtf.Edtf | None) -> str:
    """Dot, pill or bracket; dashed where the date is approximate or uncertain."""
    if said is None:
        return "undated"
    return f"{said.shape} dashed" if said.approximate or said.uncertain else said.shape


def quote_of(shown: Shown) -> tuple[Segment, ...]:
    """The words with those marked that carry a claim; when they all do, none is."""
    text, offset = shown["text"], shown["start"]
    spans = sorted((link["start"] - offset, link["end"] - offset) for link in shown["links"])
    pieces, at = [], 0
    for start, end in spans:
        if end > at:
            pieces += [Segment(text[at:start]), Segment(text[max(at, start) : end], marked=True)]
            at = end
    pieces.append(Segment(text[at:]))
    shown = tuple(piece for piece in pieces if piece.text)
    return (Segment(text),) if all(piece.marked for piece in shown) else shown


GAP = Segment("…", is_gap=True)


def found_in(text: str, stems: frozenset[str]) -> tuple[Segment, ...]:
    """The text with those words marked whose stem was searched for; of a long one the part that has most of them."""
    spans = spans_found(text, stems)
    begin, end = shown_part(text, spans)
    pieces, at = [GAP] if begin else [], begin
    for first, beyond in spans:
        if at <= first and beyond <= end:
            pieces += [Segment(text[at:first]), Segment(text[first:beyond], marked=True)]
            at = beyond
    pieces += [Segment(text[at:end]), *([GAP] if end < len(text) else [])]
    return tuple([piece for piece in pieces if piece.text])
