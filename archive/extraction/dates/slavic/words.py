"""What the grammar of a Slavic language needs to know. A row of months or weekdays holds the forms of each, January and Monday first."""

from __future__ import annotations

from dataclasses import dataclass

from archive.extraction.dates.feasts import Feast


@dataclass(frozen=True, slots=True)
class SlavicWords:
    """One language. The regular expressions are pieces without groups; `steps` are stems of "last", "this" and "next".

    `later`, `earlier` and `after_so_long` stand beside a number of units ("спустя два дня"); `day_before` is a day before verbs alone,
    since before a noun it is the eve of something; `past_few` stands before a number ("последние"), `recent`
    and `coming` before units alone.
    """

    months: str
    locative: str
    weekdays: str
    numbers: str
    seasons: str
    year: str
    century: str
    units: dict[str, str]
    away: dict[str, int]
    steps: dict[str, int]
    ago: str
    ahead: str
    within: str
    parts: tuple[tuple[str, str], ...]
    since: str
    until: str
    after: str
    around: str
    perhaps: str
    ranged: str
    opens: str
    between: str
    and_: str
    or_: str
    nominative: str
    dative: str
    more_numbers: dict[str, int]
    later: str
    earlier: str
    after_so_long: str
    same_day: str
    same: str
    next_day: str
    day_before: str
    past_verb: str
    past_few: str
    recent: str
    coming: str
    plural_units: str
    weekend: str
    season_words: str
    away_years: dict[str, int]
    half_ago: dict[str, int]
    decades: str
    feasts: dict[str, Feast]
