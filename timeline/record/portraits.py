"""What pages tell about a claim beside its list, or of the rows of a list, each in a fixed number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from archive.entries.whens import When
from archive.models import Claim, Occurrence
from timeline import charts
from timeline.record.counting import Told, told_of
from timeline.record.ways import COUNTED

DRAWN = ("statement__said_earliest", "statement__said_latest", "figure", "saying")


@dataclass(frozen=True)
class Counted:
    row: Claim
    told: list[Told]


def strip_by_speaker(claim: Claim) -> charts.Strip | None:
    """Who said it when, a line for each speaker."""
    rows = charts.drawn(Occurrence.objects.public().filter(claim=claim)).values_list(
        *DRAWN, "statement__attributions__name", "statement__attributions__role",
        "statement__attributions__speaker__name", "statement__attributions__speaker__slug",
    )  # fmt: skip
    said = [charts.Said(*row, name or printed or role or _("unnamed"), _speaker_url(slug)) for *row, printed, role, name, slug in rows]
    return charts.strip(said, is_cut=len(said) == charts.MOST_MARKS)


@dataclass(frozen=True)
class Silence:
    """The longest gap between two entries, and what these are to the claim."""

    since: When
    until: When
    since_way: str | Promise
    until_way: str | Promise


def silence_of(claim: Claim) -> Silence | None:
    """None where nothing tells that there was one: all lies in one day, or in one time."""
    if not (claim.tally.silence and claim.tally.longest_silence_days):
        return None
    since, until = claim.tally.silence
    ways = COUNTED[since.figure], COUNTED[until.figure]
    return Silence(When(since.date, since.is_reported), When(until.date, until.is_reported), *ways)


def _speaker_url(slug: str | None) -> str:
    return reverse("speaker", args=[slug]) if slug else ""


def counted(claims: Iterable[Claim]) -> list[Counted]:
    """Claims with their figures."""
    return [Counted(claim, told_of(claim)) for claim in claims]
