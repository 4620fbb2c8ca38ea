"""Who else reported a statement: the documents that carry these words, and none that only tell of the same occasion."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.db import connection

from archive.entries.asking import asked, listed
from archive.enums import Likeness
from archive.matching.wording import letters_of
from archive.models import Statement
from archive.models.search import Condition
from archive.models.source_note import SourceNote
from timeline.lists import named
from timeline.lists.walks import rows_of
from timeline.printing.addresses import address
from timeline.record.papers import Paper, papers

MOST_TRANSLATIONS = 20
MOST_READ = 500  # statements of one occasion whose words are looked at
FEWEST_WORDS = 4  # of words that are found inside longer ones

TRANSLATIONS = """
SELECT id, public_id FROM archive_statement WHERE id = {original} AND id <> {own} AND status = 'public'
UNION SELECT id, public_id FROM archive_statement WHERE translation_of_id = {original} AND id <> {own} AND status = 'public'
ORDER BY 1 LIMIT {most}
"""
# What somebody who speaks here said on the same occasion, by other documents.
BESIDE = """
FROM archive_statement s WHERE s.occasion_id = %s AND s.status = 'public' AND s.document_id <> %s AND EXISTS (
    SELECT 1 FROM archive_attribution a
    WHERE a.statement_id = s.id AND (a.speaker_id IN ({speakers}) OR (a.speaker_id IS NULL AND a.name IN ({names}))))
"""
OF_CLAIMS = "SELECT s.document_id {beside} AND EXISTS (SELECT 1 FROM archive_occurrence o WHERE o.statement_id = s.id AND ({said}))"
IN_WORDS = "SELECT s.document_id, s.text {beside} LIMIT {most}"
SAID = "(o.status = 'public' AND o.claim_id = %s AND o.stance = %s AND o.likeness IN (%s, %s))"
# Wire copies of one text, and that text, as far as they have the words.
COPIES = """
SELECT id FROM archive_document WHERE wire_copy_of_id = %s AND id <> %s AND text LIKE %s ESCAPE '\\'
UNION SELECT id FROM archive_document WHERE id = %s AND id <> %s AND text LIKE %s ESCAPE '\\'
"""


class Translation(NamedTuple):
    """The same words in another language: the original, or another translation of it."""

    url: str
    text: str
    force: str
    language: str
    document: int
    outlet: str
    notes: tuple[SourceNote, ...]
    is_original: bool


def translations(statement: Statement) -> list[Translation]:
    """The original of a translation, and other translations of it."""
    original = statement.translation_of_id or statement.pk
    rows = asked(TRANSLATIONS.format(original=original, own=statement.pk, most=MOST_TRANSLATIONS))
    numbers = {public_id: pk for pk, public_id in rows}
    beside = named.read(numbers.values()) if numbers else named.Listed([], {}, {}, {})
    return [_translation(numbers[one["id"]] == original, one, beside.sources[one["document"]]) for one in beside.shown]


def _translation(is_original: bool, shown: named.Shown, source: named.Source) -> Translation:
    return Translation(
        address("statement", shown["id"]), shown["text"], shown["force"], shown["language"], shown["document"], source.outlet, source.notes,
        is_original,
    )  # fmt: skip


def other_reports(statement: Statement, translations: Iterable[Translation]) -> list[Paper]:
    """Other public documents that carry the words: in one language or another, in these words or as the same claim by the same speaker."""
    found = {one.document for one in translations} | _copies(statement)
    if statement.occasion_id:
        beside = _beside(statement)
        found |= _of_the_claims(statement, beside) | _in_the_same_words(statement, beside)
    return papers(found - {statement.document_id})


def _beside(statement: Statement) -> Condition:
    speakers = [one.speaker_id for one in statement.attributions.all() if one.speaker_id]
    printed = [one.name for one in statement.attributions.all() if one.name and not one.speaker_id]
    sql = BESIDE.format(speakers=listed(speakers), names=", ".join(["%s"] * len(printed)) or "NULL")
    return Condition(sql, (statement.occasion_id, statement.document_id, *printed))


def _of_the_claims(statement: Statement, beside: Condition) -> set[int]:
    """Those that say of one of its claims the same as it does."""
    links = statement.public_occurrences
    if not links:
        return set()
    said: list[Any] = []
    for link in links:
        likeness = Likeness.sayings() if link.is_saying else (link.likeness, link.likeness)
        said += [link.claim_id, link.stance, *likeness]
    sql = OF_CLAIMS.format(beside=beside.sql, said=" OR ".join([SAID] * len(links)))
    return {document for (document,) in rows_of(Condition(sql, (*beside.params, *said)))}


def _in_the_same_words(statement: Statement, beside: Condition) -> set[int]:
    ours = letters_of(statement.text)
    rows = rows_of(Condition(IN_WORDS.format(beside=beside.sql, most=MOST_READ), beside.params))
    return {document for document, text in rows if _carries(ours, letters_of(text))}


def _carries(ours: str, theirs: str) -> bool:
    """The one stands in the other, word for word."""
    short, long = sorted((ours, theirs), key=len)
    return bool(short) and (short == long or (len(short.split()) >= FEWEST_WORDS and f" {short} " in f" {long} "))


def _copies(statement: Statement) -> set[int]:
    own, original = statement.document_id, statement.document.wire_copy_of_id or statement.document_id
    held = original, own, f"%{connection.ops.prep_for_like_query(statement.text)}%"
    return {pk for (pk,) in rows_of(Condition(COPIES, held * 2))}
