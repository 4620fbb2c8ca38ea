"""What each address that lists statements lists: one answer for its page, its feeds, what is taken away of it, alerts and dossiers.

    listed = listed_at("/chronology/2023/", request.GET)   # or `of("year", request.GET, year="2023")`; Http404 where there is no such list
    listed.title, listed.filter, listed.statements
    for told in listed.each():    # all of them in its order, however many, in constant memory

The same filter narrows them all, so that they cannot disagree. A wrong filter lists nothing: see `listed.filter.errors`.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import Http404
from django.urls import Resolver404, resolve, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from archive.enums import TallyScope
from archive.models import Occasion, Revision
from timeline.filter_forms import Filter
from timeline.filters import NewFilter, StatementFilter, TrailFilter
from timeline.lists import named, periods
from timeline.lists.claims import public_claim
from timeline.lists.named import Told
from timeline.lists.occurrences import Occurrences
from timeline.lists.paging import LATEST, OLDEST_FIRST, ListPage, Order, Rows, page_of
from timeline.lists.periods import Period, Span
from timeline.lists.walks import UNDATED, Walk
from timeline.record import profiles
from timeline.record.profiles import OutletProfile, SpeakerProfile

Params = Mapping[str, str]
MOST_PLACES = 10_000  # that are read at once; each is two numbers
MOST_TOLD = 200  # entries that are read at once, of some 5 kB each


@dataclass(frozen=True)
class Listed:
    """The list at one address. `whole`: what it lists but for its filter; `of`: the period, claim, speaker, … whose list it is."""

    path: str
    title: str
    filter: Filter
    whole: Rows
    of: Any = None

    @property
    def url(self) -> str:
        """Its address with its filter."""
        return self.url_of()

    def url_of(self, file: str = "", cursor: str = "") -> str:
        """The same of one of its formats, or from a place on."""
        query = "&".join(filter(None, [self.filter.query, urlencode({"cursor": cursor}) if cursor else ""]))
        return f"{self.path}{file}?{query}" if query else f"{self.path}{file}"

    @property
    def name(self) -> str:
        """Its title with what its filter says, in words."""
        return "; ".join([self.title, *(f"{one.label}: {one.value}" for one in self.filter.active())])

    @property
    def order(self) -> Order:
        if isinstance(self.filter, StatementFilter):
            return self.filter.ordering
        return LATEST if self.is_of_corrections else OLDEST_FIRST

    @property
    def is_of_corrections(self) -> bool:
        return self.whole.model is Revision

    @cached_property
    def rows(self) -> Any:
        """What its page shows: places of statements, occurrences of a claim, or revisions of the public log."""
        return self.filter.apply(self.whole)

    @property
    def statements(self) -> Walk:
        """The statements that it lists, each once; the log of corrections lists none."""
        if self.is_of_corrections:
            return Walk().none()
        found: Walk = self.rows.statements() if isinstance(self.rows, Occurrences) else self.rows
        return found

    def page(self, cursor: str = "", size: int = 0, order: Order | None = None) -> ListPage:
        """Places of its statements, or of the revisions of the public log, from a cursor on, up to a number; raises CursorError."""
        rows = self.rows.values_list("id", named=True) if self.is_of_corrections else self.statements
        return page_of(rows, order or self.order, cursor=cursor, size=size or MOST_PLACES)

    @property
    def lacks(self) -> str:
        """The parameter without which it lists nothing, where that is not given."""
        return "q" if self.whole == Walk().none() else ""

    @property
    def is_answerable(self) -> bool:
        """Whether its filter can be read and lacks nothing."""
        return self.filter.is_valid() and not self.lacks

    def each(self, order: Order | None = None) -> Iterator[Told]:
        """All its statements with what they name, as programs may be told of them.

        Each was public when the few beside it were read. What is withdrawn before its turn is left out, and so is what is published with
        an earlier date than where this has come to; a statement whose date is corrected meanwhile may come twice or not at all.
        """
        page = self.page(order=order)
        yield from told_at(page)
        while page.next:
            page = self.page(page.next, order=order)
            yield from told_at(page)


def told_at(page: ListPage) -> Iterator[Told]:
    """The statements of a page of places, read as they are asked for: what was withdrawn since is left out."""
    for numbers in _few_of(page):
        yield from named.cited(named.read(numbers)).told


def revisions_at(page: ListPage) -> Iterator[list[Revision]]:
    """The revisions of a page of places of the public log, as many as are read at once."""
    for numbers in _few_of(page):
        rows = Revision.objects.in_bulk(numbers)
        yield [rows[number] for number in numbers]


def _few_of(page: ListPage) -> Iterator[list[int]]:
    numbers = [row.id for row in page.rows]
    return (numbers[begin : begin + MOST_TOLD] for begin in range(0, len(numbers), MOST_TOLD))


def listed_at(path: str, params: Params) -> Listed:
    """The list at an address of ours."""
    try:
        match = resolve(path)
    except Resolver404 as error:
        raise Http404 from error
    return of(match.url_name or "", params, **match.kwargs)


def of(route: str, params: Params, **parts: str) -> Listed:
    """The list of a route, with the parts of its address."""
    if route not in LISTS:
        raise Http404
    return LISTS[route](reverse(route, kwargs=parts), params, **parts)


def _chronology(path: str, params: Params) -> Listed:
    return Listed(path, _("Chronology"), StatementFilter.of(params), Walk())


def _new(path: str, params: Params) -> Listed:
    return Listed(path, _("New on record"), NewFilter.of(params), Walk())


def _undated(path: str, params: Params) -> Listed:
    return Listed(path, _("Undated"), StatementFilter.of(params), Walk().within(UNDATED))


def _period(path: str, params: Params, **parts: str) -> Listed:
    return _of_time(path, params, periods.period_of(**parts))


def _span(path: str, params: Params, first: str, last: str) -> Listed:
    return _of_time(path, params, periods.span_of(first, last))


def _of_time(path: str, params: Params, time: Period | Span) -> Listed:
    return Listed(path, time.words, StatementFilter.of(params), time.statements(), time)


def _search(path: str, params: Params) -> Listed:
    """Nothing, until there are words to look for."""
    chosen = StatementFilter.of(params)
    return Listed(path, _("Search"), chosen, Walk() if "q" in chosen.given else Walk().none())


def _claim(path: str, params: Params, slug: str) -> Listed:
    row = public_claim(slug)
    if row is None:
        raise Http404
    return Listed(path, row.text, TrailFilter.of(params), Occurrences(row.id), row)


def _speaker(path: str, params: Params, slug: str) -> Listed:
    return _of_one(path, params, TallyScope.SPEAKER, profiles.speaker_of(slug))


def _outlet(path: str, params: Params, slug: str) -> Listed:
    return _of_one(path, params, TallyScope.OUTLET, profiles.outlet_of(slug))


def _occasion(path: str, params: Params, public_id: str) -> Listed:
    row = Occasion.objects.public().filter(public_id=public_id).first()
    if row is None:
        raise Http404
    return Listed(path, str(row), StatementFilter.of(params), Walk().said_on(row.pk), row)


def _of_one(path: str, params: Params, scope: TallyScope, row: SpeakerProfile | OutletProfile) -> Listed:
    return Listed(path, row.name, StatementFilter.of(params), Walk().under(scope, row.pk), row)


def _corrections(path: str, params: Params) -> Listed:
    return Listed(path, _("Corrections"), Filter.of(params), Revision.objects.corrections())


# The name of each address that lists statements, or what became of them, and what is listed there.
LISTS: dict[str, Callable[..., Listed]] = {
    "chronology": _chronology,
    "new": _new,
    "undated": _undated,
    "year": _period,
    "month": _period,
    "day": _period,
    "span": _span,
    "search": _search,
    "claim": _claim,
    "speaker": _speaker,
    "outlet": _outlet,
    "occasion": _occasion,
    "corrections": _corrections,
}
