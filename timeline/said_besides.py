"""What was said of a statement's claims before it and after it: the saying before, the next one, the first, the last, and on how many
occasions its own speakers said it.

Each is read from the index of the claim's counted links at the statement's place in it, so that it costs the same however often a claim
was said.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from archive import edtf
from archive.entries.asking import asked, listed
from archive.enums import CountedAs
from archive.models import Occurrence, Statement
from timeline.lists.named import SpeakerName
from timeline.lists.occurrences import PLACED, Placed
from timeline.occasions import occasions
from timeline.printing.language import gettext as _
from timeline.record.counting import Told, trail_url
from timeline.record.gaps import before_words, since_words
from timeline.record.reports_of_claims import Report, read
from timeline.record.trails import place_of
from timeline.said_again import Carried

MOST_CLAIMS = 5  # of one statement, of which this is told
MOST_SPEAKERS = 5

ONE = """
SELECT {claim}, '{which}', occurrence_id FROM (
    SELECT occurrence_id FROM archive_countedlink WHERE claim_id = {claim} AND figure = 'sayings' AND saying <> {saying} AND {where}
    ORDER BY said_sort {way}, occurrence_id {way} LIMIT 1) found
"""
DATED = f"said_sort < {edtf.UNDATED_SORT}"
WHICH = {  # where it stands, and from which end it is looked for
    "first": (DATED, "ASC"),
    "before": ("(said_sort, occurrence_id) < ({said_sort}, {link})", "DESC"),
    "after": (f"(said_sort, occurrence_id) > ({{said_sort}}, {{link}}) AND {DATED}", "ASC"),
    "last": (DATED, "DESC"),
}
BY_SPEAKERS = """
SELECT t.claim_id, s.slug, s.name, t.occasions FROM archive_spokenclaim t JOIN archive_speaker s ON s.id = t.speaker_id
WHERE t.occasions > 0 AND t.claim_id IN ({claims}) AND t.speaker_id IN ({speakers}) ORDER BY t.claim_id, s.name_key
"""


class Besides(NamedTuple):
    """Another saying of the claim: what it is to this one, in words, its place in the trail, and how many days lie between."""

    label: str
    report: Report
    url: str
    gap: str = ""


@dataclass(frozen=True)
class SaidBesides:
    """What is told of one claim of a statement."""

    sayings: tuple[Besides, ...] = ()
    by_speakers: tuple[tuple[str, Told], ...] = ()


def said_besides(statement: Statement, links: Sequence[Carried]) -> list[SaidBesides]:
    """For each of the statement's links to a claim, in their order; `links` are the same as its entry tells them."""
    rows = list(statement.public_occurrences)[:MOST_CLAIMS]
    if not rows:
        return []
    found = asked(" UNION ALL ".join(_asked_of(row, statement) for row in rows))
    reports = _reports({pk for *_key, pk in found})
    beside = {(claim, which): reports[pk] for claim, which, pk in found if pk in reports}
    spoken = _by_speakers(statement, rows)
    told = [_told(row, link, beside, spoken) for row, link in zip(rows, links, strict=False)]
    return told + [SaidBesides()] * (len(links) - len(told))


def _asked_of(row: Occurrence, statement: Statement) -> str:
    kind, number = statement.saying_key
    here = {"claim": row.claim_id, "saying": number if kind == "occasion" else -number, "said_sort": statement.said_sort, "link": row.pk}
    dated = statement.said_sort != edtf.UNDATED_SORT
    wanted = {which: end for which, end in WHICH.items() if dated or which in ("first", "last")}
    return " UNION ALL ".join(ONE.format(which=one, where=where.format(**here), way=way, **here) for one, (where, way) in wanted.items())


def _reports(numbers: Iterable[int]) -> dict[int, Report]:
    rows = [Placed(*row) for row in asked(f"{PLACED} ({listed(numbers)})")]
    return {one.number: one for one in read(rows)[0]} if rows else {}


def _by_speakers(statement: Statement, rows: Iterable[Occurrence]) -> list[tuple[int, str, str, int]]:
    speakers = [one.speaker_id for one in statement.attributions.all() if one.speaker_id][:MOST_SPEAKERS]
    claims = listed(row.claim_id for row in rows)
    return asked(BY_SPEAKERS.format(claims=claims, speakers=listed(speakers))) if speakers else []


def _told(
    row: Occurrence, link: Carried, beside: dict[tuple[int, str], Report], spoken: Iterable[tuple[int, str, str, int]]
) -> SaidBesides:
    found = {which: beside[row.claim_id, which] for which in WHICH if (row.claim_id, which) in beside}
    by = [(name, _occasions(link, SpeakerName(slug, name), number)) for claim, slug, name, number in spoken if claim == row.claim_id]
    return SaidBesides(tuple([_besides(which, one, link) for which, one in found.items() if _is_told(which, found, link)]), tuple(by))


def _is_told(which: str, found: dict[str, Report], link: Carried) -> bool:
    """The first and the last where they are not the one before or the next. Of a day that has others on one side alone, the first of all
    stands on that side; nothing tells on which side the undated stand."""
    if which in ("before", "after"):
        return True
    if link.said is None:
        return which == "first" or found[which].number != found["first"].number
    near = found.get("before" if which == "first" else "after")
    return near is not None and near.number != found[which].number


def _besides(which: str, report: Report, link: Carried) -> Besides:
    labels = {"first": _("First said"), "before": _("Said before"), "after": _("Said again"), "last": _("Said last")}
    gap = ""
    if link.said and report.said:
        gap = before_words(report.said, link.said) if which in ("first", "before") else since_words(link.said, report.said)
    return Besides(labels[which], report, place_of(link.claim, report.public_id), gap)


def _occasions(link: Carried, speaker: SpeakerName, number: int) -> Told:
    return Told(occasions(CountedAs.SAYINGS, number), trail_url(link.claim, CountedAs.SAYINGS, speaker))
