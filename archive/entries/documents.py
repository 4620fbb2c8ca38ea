"""What has to be told of a public document beside its statements: its title as it may be shown, what its outlet said of it later, and where
words stand in it that were withdrawn. As plain values, kept as a DocumentEntry.
"""

from collections.abc import Iterable
from dataclasses import asdict

from archive.entries.finding import names
from archive.entries.withdrawn import kin_of, places_of, repeats, withdrawn_words
from archive.entries.writing import Shown, rewrite
from archive.enums import StatementStatus
from archive.models import Document, DocumentEntry, Redaction, Statement
from archive.models.finding.names import Named
from archive.models.source_note import notes_of, reach_of


def shown_of(documents: Iterable[int]) -> dict[int, Shown]:
    """By the number of the document, of those that are public. An empty `title` is to be stood in for; `notes` are SourceNotes, the gravest
    first; `hidden` are spans of its text; `redacted` says what the law had taken out of it, where it had."""
    titles = dict(Document.objects.public().filter(pk__in=list(documents)).order_by().values_list("pk", "title"))
    if not titles:
        return {}
    words, notes = withdrawn_words(titles), notes_of(titles)
    hidden, redacted = places_of(words), Redaction.objects.acts_on(titles)
    return {
        pk: {
            "title": "" if repeats(title, words.get(pk, ())) else title,
            "notes": [asdict(note) for note in notes.get(pk, ())],
            "hidden": sorted(hidden.get(pk, ())),
        }
        | ({"redacted": redacted[pk]} if pk in redacted else {})
        for pk, title in titles.items()
    }


def renew(documents: Iterable[int]) -> int:
    """The entries of these, as things stand now, and by which words their titles are found; returns how many became others."""
    numbers = sorted(documents)
    changed = rewrite(DocumentEntry, numbers, shown_of)
    return max(changed, names.renew(Named.DOCUMENT, numbers))


def touched_by(changes: Iterable[tuple[Statement, str]]) -> set[int]:
    """The documents whose entries an act changes, by its statements with the states that they came from: their own, while they have none;
    where words are withdrawn or come back, also those that print them too; and those beside which one of these documents is told as a
    notice, with a page of its own or without."""
    documents, hidden = dict[int, Document](), set[int]()
    for statement, came_from in changes:
        documents[statement.document_id] = statement.document
        if StatementStatus.WITHDRAWN in (came_from, statement.status):
            hidden.add(statement.document_id)
    shown = DocumentEntry.objects.filter(pk__in=documents.keys() - hidden).exclude(shown="").values_list("pk", flat=True)
    touched = documents.keys() - set(shown)
    notices = [pk for pk in touched if documents[pk].relates_to_id]
    return touched | (kin_of(hidden) if hidden else set()) | (reach_of(Document.objects.filter(pk__in=notices)) if notices else set())
