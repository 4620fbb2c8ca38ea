"""What the head of a claim's page tells of the whole claim: who said it when, and its longest silence."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from archive.entries.whens import When
from archive.models import Occurrence
from timeline import charts
from timeline.lists.claims import Figures
from timeline.printing.addresses import address
from timeline.record.ways import COUNTED

DRAWN = (
    "statement__said_earliest", "statement__said_latest", "figure", "saying", "statement__attributions__name",
    "statement__attributions__role", "statement__attributions__speaker__name", "statement__attributions__speaker__slug",
)  # fmt: skip


@dataclass(frozen=True)
class Silence:
    """The longest gap between two entries, and what these are to the claim."""

    since: When
    until: When
    since_way: str | Promise
    until_way: str | Promise


def silence_of(tally: Figures) -> Silence | None:
    """None where nothing tells that there was one: all lies in one day, or in one time."""
    if not (tally.silence and tally.longest_silence_days):
        return None
    since, until = tally.silence
    ways = COUNTED[since.figure], COUNTED[until.figure]
    return Silence(When(since.date, since.is_reported), When(until.date, until.is_reported), *ways)


def strip_by_speaker(claim: int) -> charts.Strip | None:
    """Who said it when, a line for each speaker."""
    rows = list(charts.drawn(Occurrence.objects.public().filter(claim=claim)).values_list(*DRAWN))
    said = [charts.Said(*row, name or printed or role or _("unnamed"), _speaker_url(slug)) for *row, printed, role, name, slug in rows]
    return charts.strip(said, is_cut=len(said) == charts.MOST_MARKS)


def _speaker_url(slug: str | None) -> str:
    return address("speaker", slug) if slug else ""
