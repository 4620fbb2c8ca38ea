"""Claims with their figures as plain values: one by its slug, or those of a page."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from archive.entries.asking import asked, listed
from archive.models.search import Condition
from archive.models.tally import SilenceEnd, silence_between
from timeline.lists.walks import rows_of


class Figures(NamedTuple):
    """The columns of ClaimTally."""

    claim_id: int
    sayings: int
    reports: int
    retracted: int
    variants: int
    narrower: int
    wider: int
    denials: int
    relays: int
    speakers: int
    outlets: int
    first_said: str
    first_is_reported: bool
    last_said: str
    last_is_reported: bool
    longest_silence_days: int | None
    silence_from: str
    silence_from_is_reported: bool
    silence_from_figure: str
    silence_until: str
    silence_until_is_reported: bool
    silence_until_figure: str

    @property
    def silence(self) -> tuple[SilenceEnd, SilenceEnd] | None:
        return silence_between(self)


class ClaimRow(NamedTuple):
    """A claim that was read with its tally."""

    id: int
    slug: str
    text: str
    tally: Figures

    def __str__(self) -> str:
        return self.text


class FactCheckRow(NamedTuple):
    """What somebody else found of a claim, in their words."""

    publisher: str
    url: str
    rating: str
    language: str
    published: str


PLACES = ("id", "tally__sayings", "tally__claim_id")  # what a list of them is paged by: claims said most first
ROWS = f"""
SELECT c.id, c.slug, c.text, {", ".join(f"t.{name}" for name in Figures._fields)}
FROM archive_claim c JOIN archive_claimtally t ON t.claim_id = c.id
"""  # noqa: S608 - names of columns
CHECKED = """
SELECT COALESCE(c.merged_into_id, c.id), f.publisher, f.address, f.rating, f.language, f.published
FROM archive_factcheck f JOIN archive_claim c ON c.id = f.claim_id WHERE COALESCE(c.merged_into_id, c.id) IN ({keys})
ORDER BY f.published_sort, f.id
"""
PUBLIC = "EXISTS (SELECT 1 FROM archive_occurrence o WHERE o.claim_id = c.id AND o.status = 'public')"


def public_claim(slug: str) -> ClaimRow | None:
    found = rows_of(Condition(f"{ROWS} WHERE c.slug = %s AND {PUBLIC}", (slug,)))
    return _row(found[0]) if found else None


def claims_at(places: Iterable[Any]) -> list[ClaimRow]:
    """Those of a page that was read by PLACES, in its order."""
    numbers = [one.id for one in places]
    rows = {row[0]: _row(row) for row in asked(f"{ROWS} WHERE c.id IN ({listed(numbers)})")}
    return [rows[number] for number in numbers if number in rows]


def fact_checks_of(numbers: Iterable[int]) -> dict[int, tuple[FactCheckRow, ...]]:
    """By the numbers of claims; those of a claim that was merged into another stand with that one."""
    keys = listed(list(numbers))
    found: dict[int, tuple[FactCheckRow, ...]] = {}
    for claim, *columns in asked(CHECKED.format(keys=keys)):
        found[claim] = (*found.get(claim, ()), FactCheckRow(*columns))
    return found


def _row(row: tuple[Any, ...]) -> ClaimRow:
    return ClaimRow(*row[:3], Figures(*row[3:]))
