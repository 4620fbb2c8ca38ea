"""A year, a month or a day of the chronology: its bounds, its name, and the neighbours that hold statements."""

from dataclasses import dataclass
from datetime import timedelta

from django.http import Http404
from django.urls import reverse

from archive import edtf
from archive.enums import TallyScope
from archive.models import Statement, Tally


@dataclass(frozen=True)
class Period:
    """`parts` are the parts of its address, such as ("2023", "05")."""

    parts: tuple[str, ...]

    @property
    def date(self) -> edtf.Edtf:
        return edtf.parse("-".join(self.parts))

    @property
    def words(self) -> str:
        return self.date.words

    @property
    def url(self) -> str:
        return reverse(("year", "month", "day")[len(self.parts) - 1], args=self.parts)

    @property
    def parents(self) -> list["Period"]:
        return [Period(self.parts[:length]) for length in range(1, len(self.parts))]

    def neighbours(self) -> tuple["Period | None", "Period | None"]:
        """The nearest periods of this length before and after it in which something was said."""
        return self._nearest(back=True), self._nearest(back=False)

    def _nearest(self, *, back: bool) -> "Period | None":
        if len(self.parts) == 3:
            return self._nearest_day(back=back)
        scope = TallyScope.YEAR if len(self.parts) == 1 else TallyScope.MONTH
        keys = Tally.objects.filter(scope=scope, statements__gt=0).exclude(key="undated")
        here = "-".join(self.parts)
        keys = keys.filter(key__lt=here).order_by("-key") if back else keys.filter(key__gt=here).order_by("key")
        key = keys.values_list("key", flat=True).first()
        return Period(tuple(key.split("-"))) if key else None

    def _nearest_day(self, *, back: bool) -> "Period | None":
        one = timedelta(days=1)
        rows = Statement.objects.public()
        if back:
            rows = rows.said_inside(None, self.date.earliest - one).order_by("-said_earliest")
        else:
            rows = rows.said_inside(self.date.latest + one, None).order_by("said_earliest")
        day = rows.values_list("said_earliest", flat=True).first()
        return Period((f"{day.year:04}", f"{day:%m}", f"{day:%d}")) if day else None


def period_of(year: str, month: str = "", day: str = "") -> Period:
    """The period of an address; there is no page for a day that no calendar has."""
    period = Period(tuple(part for part in (year, month, day) if part))
    try:
        period.date  # noqa: B018 - reads it, to refuse it
    except edtf.EdtfError as error:
        raise Http404 from error
    return period


def months_of(year: str) -> list[tuple[str, int]]:
    """How much was said in each month of a year, from January to December."""
    known = dict(Tally.objects.filter(scope=TallyScope.MONTH, key__startswith=f"{year}-").values_list("key", "statements"))
    return [(f"{year}-{month:02}", known.get(f"{year}-{month:02}", 0)) for month in range(1, 13)]


def years() -> list[tuple[str, int]]:
    """How much was said in each year, from the first to the last, also the silent ones."""
    rows = Tally.objects.filter(scope=TallyScope.YEAR, statements__gt=0).exclude(key="undated")
    known = {int(key): statements for key, statements in rows.values_list("key", "statements")}
    return [(f"{year:04}", known.get(year, 0)) for year in range(min(known), max(known) + 1)] if known else []
