"""All that a list shows of a public statement, as plain values: what an Entry keeps, worked out afresh.

Nothing here depends on the reader's language, and what others may rename stands as a number: the claims, speakers, occasion and document.
"""

from collections.abc import Iterable, Mapping

from archive.entries import rows
from archive.entries.histories import History, Subject, histories
from archive.entries.marks import role_of
from archive.entries.printed import Printed, printed_in, texts_of
from archive.entries.reservations import reservation_of
from archive.entries.rows import SpeakerRow, StatementRow
from archive.entries.ways import SAID
from archive.entries.whens import When
from archive.entries.writing import Shown
from archive.enums import StatementStatus

NOTHING = History()


def shown_of(statements: Iterable[int]) -> dict[int, Shown]:
    """By the number of the statement, of those that are public. A fixed number of queries, however many there are."""
    found = rows.statements(statements)
    if not found:
        return {}
    named, linked = rows.speakers(found), rows.links(found)
    subjects = [Subject(link, found[pk], named.get(pk, [])) for pk, links in linked.items() for link in links]
    before = histories(subjects)
    texts = texts_of({found[pk].document for pk, speakers in named.items() if any(map(_is_printed, speakers))})
    shown = {pk: _shown(row, named.get(pk, []), texts) for pk, row in found.items()}
    for one in subjects:
        shown[one.statement.pk]["links"].append(_link(one, before.get(one.link.pk)))
    return shown


def _is_printed(one: SpeakerRow) -> bool:
    return bool(one.name or one.role) or one.start is not None


def _shown(row: StatementRow, speakers: list[SpeakerRow], texts: Mapping[int, str]) -> Shown:
    is_original_public = row.status_of_original == StatementStatus.PUBLIC
    return {
        "id": row.public_id,
        "text": row.text,
        "start": row.start,
        "end": row.end,
        "kind": row.kind,
        "force": row.force,
        "language": row.language,
        "said_on": row.said_on,
        "reported": row.is_reported,
        "earliest": row.earliest and str(row.earliest),
        "latest": row.latest and str(row.latest),
        "said_words": row.said_words,
        "said_rule": row.said_rule,
        "locator": row.place_in_source,
        "prefix": row.prefix,
        "suffix": row.suffix,
        "version": row.version,
        "recorded_at": row.recorded,
        "translation_of": row.public_id_of_original if is_original_public else None,
        "occasion": row.occasion,
        "document": row.document,
        "speakers": [_speaker(one, printed_in(texts[row.document], one) if _is_printed(one) else Printed()) for one in speakers],
        "links": [],
    }


def _speaker(one: SpeakerRow, printed: Printed) -> Shown:
    """`called`: how a source without a row is called. `beside`: the role as an editor took it down, which is not told where the name
    tells it already. `name` and `role` are those that stand in the document."""
    return {
        "speaker": one.speaker,
        "called": "" if one.speaker else one.name or one.role,
        "beside": one.role,
        "name": printed.name,
        "role": printed.role,
    }


def _link(one: Subject, before: History | None) -> Shown:
    """Without a history, its report was retracted."""
    link, is_dated = one.link, bool(one.statement.said_on)
    role = role_of(link.way, before, is_dated=is_dated)
    reservation = reservation_of(one.statement, link.start, link.end) if role == "first" else None
    return {
        "occurrence": link.pk,
        "claim": link.claim,
        "stance": link.stance,
        "likeness": link.likeness,
        "start": link.start,
        "end": link.end,
        "role": role,
        "counts": link.way == SAID and before is not None,
        "reserved": [reservation.words, reservation.by_speaker] if reservation else None,
        "history": _history(before or NOTHING),
    }


def _history(row: History) -> Shown:
    """The fields of a History."""
    return row._asdict() | {"before": _when(row.before), "turned_from": _when(row.turned_from)}


def _when(row: When | None) -> tuple[str, bool] | None:
    return row and (row.date.text, row.is_reported)
