"""Who changed position on a claim: said it and then denied it, or said it with another date or number than before."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from archive.enums import CountedAs
from timeline.chronology import Voice
from timeline.over_time.stated import Stated
from timeline.record.gaps import since_words
from timeline.record.reports_of_claims import Report

MOST_SPEAKERS, MOST_TURNS = 8, 6  # those with the most; of each the first
FEWEST_TURNS = 2
WORDS: dict[CountedAs, str | Promise] = {
    CountedAs.SAYINGS: _("said it"),
    CountedAs.VARIANTS: _("said it otherwise"),
    CountedAs.DENIALS: _("denied it"),
}  # what is less or more than the claim, or another's, changes no position


class Turn(NamedTuple):
    """What somebody did with the claim that he had not done the last time."""

    report: Report
    before: Report | None

    @property
    def words(self) -> str:
        return str(WORDS[self.figure])

    @property
    def figure(self) -> CountedAs:
        return self.report.counted_as or CountedAs.SAYINGS

    @property
    def is_otherwise(self) -> bool:
        """Said in words that have to be shown."""
        return self.figure == CountedAs.VARIANTS

    @property
    def since(self) -> str:
        """“1,231 days later”."""
        if not (self.before and self.before.said and self.report.said):
            return ""
        return since_words(self.before.said, self.report.said)


@dataclass(frozen=True)
class Positions:
    voice: Voice
    turns: list[Turn]


def positions(reports: Iterable[Report], stated: Iterable[tuple[Stated, ...]]) -> list[Positions]:
    """Of speakers with a page, in the order of days; what is undated tells no change."""
    found: dict[str, Positions] = {}
    last: dict[str, tuple[object, ...]] = {}
    for report, values in zip(reports, stated, strict=True):
        if report.counted_as not in WORDS or report.said is None:
            continue
        position = _position(report, values)
        for voice in report.voices:
            if voice.slug and last.get(voice.slug) != position:
                turns = found.setdefault(voice.slug, Positions(voice, [])).turns
                turns.append(Turn(report, turns[-1].report if turns else None))
                last[voice.slug] = position
    changed = [Positions(one.voice, one.turns[:MOST_TURNS]) for one in found.values() if len(one.turns) >= FEWEST_TURNS]
    return sorted(changed, key=lambda one: -len(one.turns))[:MOST_SPEAKERS]


def _position(report: Report, values: tuple[Stated, ...]) -> tuple[object, ...]:
    """A variant is another position where it states another value; in other words alone it is the same."""
    is_variant = report.counted_as == CountedAs.VARIANTS
    return (report.counted_as, tuple((one.kind, one.least, one.most) for one in values) if is_variant else ())
