"""What is told beside a statement because its outlet, or the one whose text it copies, corrected or retracted the report.

Of documents that were told their `source_notes`, the gravest first. Citations, linked data and the API ask here; pages show the notes
themselves (`templates/timeline/_source.html`).
"""

from collections.abc import Iterable
from typing import Any

from archive.entries.asking import asked
from archive.models import Document, Sighting, Statement
from archive.models.source_note import SourceNote


def source_line(statement: Statement) -> str:
    """“Telexa corrected this report on 14 June 2018: 52.4 instead of 54.2.” Empty where nothing was said."""
    return " ".join(f"{note.words}." for note in statement.document.source_notes)


def source_status(notes: Iterable[SourceNote]) -> dict[str, Any] | None:
    """The gravest notice, for programs; None where there is none."""
    return next(map(notice, notes), None)


def notice(note: SourceNote) -> dict[str, Any]:
    return {
        "status": note.status.value,
        "on": note.on or None,
        "by": note.by if note.is_public else None,
        "url": note.url or None,
        "note": note.note,
        "words": note.words,
    }


def correction_comments(document: Document) -> list[dict[str, Any]]:
    """The notices as schema.org says them of an article."""
    return [
        {"@type": "CorrectionComment", "text": note.words}
        | ({"datePublished": note.on} if note.is_of_a_day else {})
        | ({"url": note.url} if note.url else {})
        for note in document.source_notes
    ]


def sighting_of(statement: Statement) -> Sighting | None:
    """What a later look of our own found of its words. Nearly all were never looked for again, which one lookup tells."""
    is_known = asked(f"SELECT 1 FROM archive_sighting WHERE statement_id = {int(statement.pk)}")  # noqa: S608 - a number
    return Sighting.objects.public().filter(statement=statement).first() if is_known else None
