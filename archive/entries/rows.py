"""What the tables hold of statements, their speakers and their links, as an entry is made of it."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

from archive import edtf
from archive.entries.asking import asked, listed
from archive.entries.ways import SAID, way_of
from archive.entries.whens import When
from archive.enums import Stance
from archive.models.sayings import Who, who
from archive.models.statement import HOUR, OF_PUBLICATION

STATEMENT = """
SELECT s.id, s.public_id, s.text, s.start, s."end", s.kind, s.force, s.language, s.said_on, s.said_earliest, s.said_latest, s.said_words,
       s.said_rule, s.locator, s.prefix, s.suffix, s.version, s.recorded_at, s.occasion_id, s.document_id, d.article_id,
       held.held_earliest, held.held_latest, original.id, original.occasion_id, original.public_id, original.status
FROM archive_statement s
JOIN archive_document d ON d.id = s.document_id
LEFT JOIN archive_occasion held ON held.id = s.occasion_id
LEFT JOIN archive_statement original ON original.id = s.translation_of_id
WHERE s.id IN ({}) AND s.status = 'public'
"""
SPEAKER = """
SELECT a.statement_id, a.speaker_id, a.name, a.role, a.start, a."end" FROM archive_attribution a WHERE a.statement_id IN ({})
ORDER BY a.statement_id, a.position, a.id
"""
LINK = """
SELECT o.id, o.claim_id, o.statement_id, o.start, o."end", o.stance, o.likeness, o.said_sort FROM archive_occurrence o
WHERE o.statement_id IN ({}) AND o.status = 'public' ORDER BY o.statement_id, o.start, o.id
"""
OTHER = """
SELECT o.id, o.stance, o.likeness, o.said_sort, s.said_on, s.said_rule, s.said_earliest, s.said_latest,
       held.held_earliest, held.held_latest,
       substr(s.text, o.start - s.start + 1, o."end" - o.start)
FROM archive_occurrence o
JOIN archive_statement s ON s.id = o.statement_id
LEFT JOIN archive_occasion held ON held.id = s.occasion_id
WHERE o.id IN ({})
"""


class StatementRow(NamedTuple):
    """A public statement with the occasion it was said on and what it translates; the columns of STATEMENT."""

    pk: int
    public_id: str
    text: str
    start: int
    end: int
    kind: str
    force: str
    language: str
    said_on: str
    earliest: date | str | None
    latest: date | str | None
    said_words: str
    said_rule: str
    locator: str
    prefix: str
    suffix: str
    version: int
    recorded_at: datetime | str | None
    occasion: int | None
    document: int
    article: int
    held_earliest: date | str | None
    held_latest: date | str | None
    original: int | None
    occasion_of_original: int | None
    public_id_of_original: str | None
    status_of_original: str | None

    @property
    def is_reported(self) -> bool:
        return is_reported(self.said_on, self.said_rule, (self.earliest, self.latest, self.held_earliest, self.held_latest))

    @property
    def saying(self) -> int:
        """`Statement.saying_key`, as one number: that of the occasion, or where there is none that of the original below zero."""
        if self.original is None:
            return self.occasion or -self.pk
        return self.occasion_of_original or -self.original

    @property
    def said(self) -> edtf.Edtf | None:
        return edtf.parse(self.said_on) if self.said_on else None

    @property
    def place_in_source(self) -> str:
        """`Statement.place_in_source`."""
        return "" if HOUR.fullmatch(self.locator) else self.locator

    @property
    def recorded(self) -> str | None:
        """The moment as Python writes it; SQLite keeps it as text, in UTC."""
        at = datetime.fromisoformat(self.recorded_at) if isinstance(self.recorded_at, str) else self.recorded_at
        return (at if at.tzinfo else at.replace(tzinfo=UTC)).isoformat() if at else None


class SpeakerRow(NamedTuple):
    """One speaker of a statement as printed; the columns of SPEAKER."""

    statement: int
    speaker: int | None
    name: str
    role: str
    start: int | None
    end: int | None

    @property
    def who(self) -> Who:
        return who(self.speaker, self.name, self.role)


class LinkRow(NamedTuple):
    """A public link; the columns of LINK."""

    pk: int
    claim: int
    statement: int
    start: int
    end: int
    stance: str
    likeness: str
    said_sort: int

    @property
    def way(self) -> str:
        return way_of(self.stance, self.likeness)

    @property
    def takes_a_side(self) -> bool:
        return self.way == SAID or self.stance == Stance.DENIES


class OtherRow(NamedTuple):
    """Another link that something is told of beside one; the columns of OTHER."""

    pk: int
    stance: str
    likeness: str
    said_sort: int
    said_on: str
    said_rule: str
    earliest: date | str | None
    latest: date | str | None
    held_earliest: date | str | None
    held_latest: date | str | None
    words: str

    @property
    def way(self) -> str:
        return way_of(self.stance, self.likeness)

    @property
    def when(self) -> When | None:
        days = (self.earliest, self.latest, self.held_earliest, self.held_latest)
        return When(edtf.parse(self.said_on), is_reported(self.said_on, self.said_rule, days)) if self.said_on else None


def statements(numbers: Iterable[int]) -> dict[int, StatementRow]:
    return {row[0]: StatementRow(*row) for row in asked(STATEMENT.format(listed(numbers)))}


def speakers(numbers: Iterable[int]) -> dict[int, list[SpeakerRow]]:
    """By the number of the statement, in order."""
    return _grouped(map(SpeakerRow._make, asked(SPEAKER.format(listed(numbers)))))


def links(numbers: Iterable[int]) -> dict[int, list[LinkRow]]:
    """By the number of the statement, in order."""
    return _grouped(map(LinkRow._make, asked(LINK.format(listed(numbers)))))


def others(numbers: Iterable[int]) -> dict[int, OtherRow]:
    return {row[0]: OtherRow(*row) for row in asked(OTHER.format(listed(numbers)))}


def is_reported(said_on: str, said_rule: str, days: tuple[date | str | None, ...]) -> bool:
    """`Statement.said_is_reported`; `days`: the first and last of saying, and those of the occasion."""
    is_told = None not in days and len(set(days)) == 1
    return bool(said_on) and said_rule in OF_PUBLICATION and not is_told


def _grouped(rows: Iterable[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for row in rows:
        found.setdefault(row.statement, []).append(row)
    return found
