"""Whether every word stands where it was read: texts and bytes by their fingerprints, statements, names and links in their texts."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models.functions import Length

from archive.log.faults import Fault
from archive.models import Attribution, Document, Judgement, Occurrence, Statement
from archive.models.statement import CONTEXT
from archive.verification.lawful import Left, left_of
from archive.verification.lots import FEW, each, lots
from archive.verification.naming import named

SPAN = ("pk", "public_id", "document_id", "start", "end", "text", "prefix", "suffix", "locator")


def texts_and_words() -> Iterator[Fault]:
    """Documents with what stands in them, each text read once."""
    yield from each(lots(Document.objects.only("public_id", "text", "sha256", "raw", "raw_sha256"), FEW), _in_documents)


def _in_documents(documents: list[Document]) -> Iterator[Fault]:
    by_document = _by(Statement.objects.filter(document__in=documents).only(*SPAN), "document_id")
    names = _by(Attribution.objects.filter(statement__document__in=documents, end__isnull=False), "statement_id")
    links = _by(Occurrence.objects.filter(statement__document__in=documents), "statement_id")
    left = left_of("document", [document.pk for document in documents])
    for document in documents:
        yield from (Fault(named(document), told) for told in _fingerprints(document, left.get(document.pk, {})))
        for statement in by_document[document.pk]:
            yield from (Fault(named(statement), told) for told in _words(statement, document.text))
            yield from _spans_of_names(names[statement.pk], statement, document.text)
            yield from _spans_of_links(links[statement.pk], statement)


def judged_words() -> Iterator[Fault]:
    """What was judged may have been moved or cut since, but never lay outside of its document."""
    yield from each(lots(Judgement.objects.all()), _in_answers)


def _in_answers(answers: list[Judgement]) -> Iterator[Fault]:
    numbers = {one.statement_id for one in answers} | {one.other_id for one in answers if one.other_id}
    rows = Statement.objects.filter(pk__in=numbers).values_list("pk", "document_id", "public_id")
    placed = {pk: (document, public_id) for pk, document, public_id in rows}
    lengths = _lengths({document for document, _ in placed.values()})
    for one in answers:
        for statement, end in ((one.statement_id, one.end), (one.other_id, one.other_end)):
            if statement in placed and (end or 0) > lengths.get(placed[statement][0], 0):
                yield Fault(f"statement {placed[statement][1]}, judgement {one.pk}", "the words that were judged lie outside of its text")


def _lengths(documents: Iterable[int]) -> dict[int, int]:
    return dict(Document.objects.filter(pk__in=documents).values_list("pk", Length("text")))


def _fingerprints(document: Document, left: Left) -> Iterator[str]:
    """Of what the law had taken out, against what was left then."""
    if hashlib.sha256(document.text.encode()).hexdigest() != left.get("text", document.sha256):
        yield "its text is not the one that its fingerprint was taken of"
    if document.raw if "raw" in left else hashlib.sha256(bytes(document.raw)).hexdigest() != document.raw_sha256:
        yield "its bytes are not those that their fingerprint was taken of"


def _words(statement: Statement, text: str) -> Iterator[str]:
    start, end = statement.start, statement.end
    if text[start:end] != statement.text:
        yield "its words are not what stands at their place in the document"
    if statement.prefix and statement.prefix != text[max(0, start - CONTEXT) : start]:
        yield "the words kept from before it are not what stands there"
    if statement.suffix and statement.suffix != text[end : end + CONTEXT]:
        yield "the words kept from behind it are not what stands there"


def _spans_of_names(attributions: list[Any], statement: Statement, text: str) -> Iterator[Fault]:
    for one in attributions:
        if not 0 <= one.start < one.end <= len(text):
            yield Fault(named(statement), "where a name of its speakers was read lies outside of the text")


def _spans_of_links(links: list[Any], statement: Statement) -> Iterator[Fault]:
    for one in links:
        if one.stands and not statement.start <= one.start < one.end <= statement.end:
            yield Fault(f"{named(statement)}, occurrence {one.pk}", "the words that carry a claim lie outside of the statement")


def _by(rows: Iterable[Any], column: str) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[getattr(row, column)].append(row)
    return found
