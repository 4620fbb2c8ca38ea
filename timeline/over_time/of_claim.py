"""What became of a claim over time, from its first reports: dates and numbers that were stated, and who changed position."""

from typing import NamedTuple

from archive.enums import CountedAs
from timeline import charts
from timeline.lists.claims import ClaimRow
from timeline.lists.occurrences import Occurrences
from timeline.lists.paging import OLDEST_FIRST
from timeline.over_time.drawing import Chart, charts_of
from timeline.over_time.positions import Positions, positions
from timeline.over_time.stated import stated_in
from timeline.printing.addresses import address
from timeline.record.reports_of_claims import Report, read

MOST_READ = 300  # reports
STATING = (CountedAs.SAYINGS, CountedAs.VARIANTS, CountedAs.NARROWER, CountedAs.WIDER)


class OverTime(NamedTuple):
    charts: list[Chart]
    positions: list[Positions]
    strip: charts.Strip | None
    is_cut: bool


NOTHING = OverTime([], [], None, is_cut=False)


def over_time(claim: ClaimRow) -> OverTime:
    """Nothing of a claim that was only ever said: it has one value, and nobody changed position."""
    if not claim.tally.variants and not claim.tally.denials:
        return NOTHING
    placed = Occurrences(claim.id).read(OLDEST_FIRST, None, MOST_READ, back=False)
    reports, _beside = read(placed)
    stated = [stated_in(one.words, one.shown["language"]) for one in reports]
    asserted = [values if one.counted_as in STATING else () for one, values in zip(reports, stated, strict=True)]
    changed = positions(reports, stated)
    return OverTime(charts_of(reports, asserted), changed, _strip(reports, changed), is_cut=len(placed) == MOST_READ)


def _strip(reports: list[Report], changed: list[Positions]) -> charts.Strip | None:
    """All that those said of it who changed position, a line for each, over the years of the whole claim."""
    names = {one.voice.slug: one.voice.name for one in changed}
    said = [_said(one, voice.slug) for one in reports for voice in one.voices if one.counted_as and voice.slug in names]
    whole = [_said(one, "") for one in reports if one.counted_as]
    return charts.strip(said, beside=whole, names_of=lambda lines: [(names[str(line)], address("speaker", str(line))) for line in lines])


def _said(report: Report, slug: str) -> charts.Said:
    day = report.said.date if report.said else None
    return charts.Said(day and day.earliest, day and day.latest, str(report.counted_as), report.placed.saying, slug)
