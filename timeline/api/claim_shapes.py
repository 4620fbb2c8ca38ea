"""Claims as JSON: their figures, their trail and their occurrences, beside the other `shapes`."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import orjson

from archive.entries.histories import History
from archive.entries.whens import When, is_in_order
from archive.enums import CountedAs
from archive.models.tally import SilenceEnd
from timeline.api.shapes import Shape, list_url, said_on, site_url, written
from timeline.lists.claims import ClaimRow, FactCheckRow
from timeline.lists.named import Listed, Shown
from timeline.printing.addresses import address
from timeline.record import gaps
from timeline.record.trails import Compared, Step


class Found(NamedTuple):
    """Entries with their links to claims, each under the number of its occurrence: the link, the entry, and this as it is written."""

    beside: Listed
    links: Mapping[int, tuple[Shown, Shown, orjson.Fragment]]


def found_in(beside: Listed) -> Found:
    rows = zip(beside.shown, written(beside.told), strict=True)
    return Found(beside, {link["occurrence"]: (link, row, whole) for row, whole in rows for link in row["links"]})


def claim(row: ClaimRow, checks: Sequence[FactCheckRow]) -> Shape:
    tally = row.tally
    return {
        "slug": row.slug,
        "url": site_url(address("claim", row.slug)),
        "text": row.text,
        "first_said": said_on(tally.first_said, tally.first_is_reported),
        "last_said": said_on(tally.last_said, tally.last_is_reported),
        **{figure.value: getattr(tally, figure) for figure in CountedAs.occasions()},
        "reports": tally.reports,
        "retracted_reports": tally.retracted,
        "speakers": tally.speakers,
        "outlets": tally.outlets,
        "longest_silence_days": tally.longest_silence_days,
        "longest_silence": tally.silence and silence(*tally.silence),
        "fact_checks": [one._asdict() | {"published": one.published or None} for one in checks],
        "occurrences_url": list_url("api-occurrences", claim=row.slug),
        "trail_url": site_url(address("api-trail", row.slug)),
    }


def step(row: Step, found: Found) -> Shape:
    """One step of a claim's trail."""
    return {
        "role": row.role,
        "counted": row.lead.counted_as if row.counts else None,
        **_since(row.lead.said, row.history),
        "is_reversal": row.history.turned_from is not None,
        "said_before": row.reservation and row.reservation.words,
        "may_be_later": row.history.unsure or None,
        **_compared(row.compared),
        "occurrence": occurrence(row.lead.number, found),
        "reports": [one.public_id for one in row.reports],
    }


def _since(said: When | None, history: History) -> Shape:
    """How long after the entry before it, and what that one is to the claim."""
    since = history.since
    if said is None or since is None:
        return {"days_since": None, "since": None}
    return {"days_since": _days(since, said), "since": history.after}


def _compared(found: Compared | None) -> Shape:
    if found is None:
        return {"compared_with": None, "changed": [], "remark": ""}
    changed = [{"op": one.op, "words": one.words} for one in found.wording]
    return {"compared_with": found.report.public_id, "changed": changed, "remark": found.remark}


def silence(last: SilenceEnd, said: SilenceEnd) -> Shape:
    days = _days(When(last.date, last.is_reported), When(said.date, said.is_reported))
    return days | {"from": _silence_end(last), "until": _silence_end(said)}


def _silence_end(row: SilenceEnd) -> Shape | None:
    shape = said_on(row.date.text, row.is_reported)
    return shape and shape | {"counted": row.figure}


def _days(before: When, after: When) -> Shape:
    fewest, most = gaps.days(before, after)
    return {"fewest": fewest, "most": most, "about": gaps.is_vague(before, after), "in_order": is_in_order(before, after)}


def occurrence(number: int, found: Found) -> Shape:
    link, row, whole = found.links[number]
    return {
        "claim": found.beside.claims[link["claim"]].slug,
        "stance": link["stance"],
        "likeness": link["likeness"],
        "start": link["start"],
        "end": link["end"],
        "text": row["text"][link["start"] - row["start"] : link["end"] - row["start"]],
        "statement": whole,
    }
