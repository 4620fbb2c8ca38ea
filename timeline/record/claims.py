"""What the head of a claim's page tells of the whole claim: who said it when, and its longest silence."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import orjson
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from archive import edtf
from archive.entries.asking import in_iso
from archive.entries.whens import When
from archive.models import Occurrence
from archive.models.search import Condition
from timeline import charts
from timeline.lists import named
from timeline.lists.claims import Figures
from timeline.lists.walks import rows_of
from timeline.printing.addresses import address
from timeline.record.ways import COUNTED

DRAWN = """\
SELECT l.said_sort, {latest}, l.figure, l.saying, l.voices
FROM archive_countedlink l WHERE l.claim_id = %s AND l.figure <> ''
ORDER BY l.said_sort, l.occurrence_id LIMIT {most}
"""
CALENDAR = charts.Calendar(edtf.earliest_of, date.fromisoformat)  # of `said_sort` and `said_latest`
VOICE = "statement__attributions__"
COLUMNS = ("said_sort", "statement__said_latest", "figure", "saying", f"{VOICE}speaker", f"{VOICE}name", f"{VOICE}role")  # of an Occurrence


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
    said = _said(claim)
    return charts.strip(said, is_cut=len(said) == charts.MOST_MARKS, names_of=_names_of, calendar=CALENDAR)


def strip_of_all(claim: int) -> charts.Strip | None:
    """The same in one line."""
    said = [one._replace(line="") for one in _said(claim)]
    return charts.strip(said, is_cut=len(said) == charts.MOST_MARKS, names_of=lambda _lines: [(_("All speakers"), "")], calendar=CALENDAR)


def _said(claim: int) -> list[charts.Said]:
    sql = DRAWN.format(latest=in_iso("l.said_latest"), most=charts.MOST_MARKS)
    return _drawn(rows_of(Condition(sql, (claim,)))) or _drawn_from_the_record(claim)


def _drawn(links: list[tuple[Any, ...]]) -> list[charts.Said]:
    """Each voice of these links, as many as are drawn; none at all where one of them is not known."""
    voices_in = {text: orjson.loads(text) if text else [] for text in {link[-1] for link in links}}
    if None in voices_in:
        return []
    return [charts.Said(*link, voice) for *link, text in links for voice in voices_in[text]][: charts.MOST_MARKS]


def _drawn_from_the_record(claim: int) -> list[charts.Said]:
    """The same after an update, until `reindex` has counted every link."""
    rows = charts.drawn(Occurrence.objects.public().filter(claim=claim)).values_list(*COLUMNS)
    return [
        charts.Said(said_sort, day and day.isoformat(), figure, saying, speaker or name or role)
        for said_sort, day, figure, saying, speaker, name, role in rows
    ]


def _names_of(lines: list[charts.Line]) -> list[tuple[str, str]]:
    speakers = named.speakers({line for line in lines if isinstance(line, int)})
    return [_name_of(speakers[line]) if isinstance(line, int) else (line or _("unnamed"), "") for line in lines]


def _name_of(speaker: named.SpeakerName) -> tuple[str, str]:
    return speaker.name, address("speaker", speaker.slug)
