"""All that a list shows of a public statement, as plain values: what an Entry keeps, worked out afresh.

Nothing here depends on the reader's language, and what others may rename stands as a number: the claims, speakers, occasion and document.
"""

from collections.abc import Iterable
from typing import Any

from archive.entries import printed
from archive.entries.histories import History, histories
from archive.entries.marks import role_of
from archive.entries.reservations import reservation_of
from archive.entries.whens import When
from archive.models import Attribution, Occurrence, Statement
from archive.models.source_note import tell

Shown = dict[str, Any]


def shown_of(statements: Iterable[Statement]) -> dict[int, Shown]:
    """By the number of the statement; they were read with `.shown()`. A fixed number of queries, however many there are."""
    statements = list(statements)
    tell(statement.document for statement in statements)
    printed.cover(statements)
    before = histories([link for statement in statements for link in statement.public_occurrences])
    return {one.pk: _shown(one, before) for one in statements}


def _shown(row: Statement, before: dict[int, History]) -> Shown:
    original = row.translation_of
    return {
        "id": row.public_id,
        "text": row.text,
        "start": row.start,
        "end": row.end,
        "kind": row.kind,
        "force": row.force,
        "language": row.language,
        "said_on": row.said_on,
        "reported": row.said_is_reported,
        "earliest": row.said_earliest and row.said_earliest.isoformat(),
        "latest": row.said_latest and row.said_latest.isoformat(),
        "said_words": row.said_words,
        "said_rule": row.said_rule,
        "locator": row.place_in_source,
        "prefix": row.prefix,
        "suffix": row.suffix,
        "version": row.version,
        "recorded_at": row.recorded_at and row.recorded_at.isoformat(),
        "translation_of": original.public_id if original and original.is_public else None,
        "occasion": row.occasion_id,
        "document": row.document_id,
        "speakers": [_speaker(one) for one in row.attributions.all()],
        "links": [_link(link, before[link.pk]) for link in row.public_occurrences],
    }


def _speaker(one: Attribution) -> Shown:
    """`called`: how a source without a row is called. `beside`: the role as an editor took it down, which is not told where the name
    tells it already. `name` and `role` are those that stand in the document."""
    return {
        "speaker": one.speaker_id,
        "called": "" if one.speaker_id else one.name or one.role,
        "beside": one.role,
        "name": one.printed.name,
        "role": one.printed.role,
    }


def _link(link: Occurrence, before: History) -> Shown:
    role = role_of(link, before)
    reservation = reservation_of(link) if role == "first" else None
    return {
        "occurrence": link.pk,
        "claim": link.claim_id,
        "stance": link.stance,
        "likeness": link.likeness,
        "start": link.start,
        "end": link.end,
        "role": role,
        "counts": link.counts,
        "reserved": [reservation.words, reservation.by_speaker] if reservation else None,
        "history": _history(before),
    }


def _history(row: History) -> Shown:
    """The fields of a History."""
    return vars(row) | {"before": _when(row.before), "turned_from": _when(row.turned_from)}


def _when(row: When | None) -> tuple[str, bool] | None:
    return row and (row.date.text, row.is_reported)
