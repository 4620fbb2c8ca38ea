"""What the machine finds for a statement, without writing anything: links of its passages, and other reports of the same words.

`compare` is all that a worker process does. The same statement and index give the same values, whoever asks and in whichever order.
"""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import NamedTuple

from archive import matching
from archive.entries.asking import asked_of
from archive.enums import Band
from archive.linking import vectors
from archive.linking.candidates import candidates
from archive.linking.circumstances import circumstances_of
from archive.linking.forces import told_apart
from archive.linking.lookup.database import ask
from archive.linking.lookup.questions import Ask
from archive.linking.occasion_reports import Text, reports_of
from archive.linking.postings import of_stems
from archive.linking.translations import translations
from archive.linking.waiting.refusals import basis_of
from archive.matching.aloud import partings
from archive.matching.meaning.vectors import codes_from, vectors_from
from archive.models import OccasionSuggestion, Passage, PassageVector, Statement, Suggestion

Around = Callable[[Passage, Passage], matching.Circumstances]
MOST_UNLIKELY = 5
MOST_LISTED = 10
DECIDED = "j.undone_at IS NULL AND j.answer <> 'undecided'"  # `Judgement.objects.decided()`
STANDING = "o.status <> 'withdrawn'"  # `Occurrence.objects.standing()`
# What a person judged some words against already, seen from both sides: what carries a claim that these words were judged against, what
# was judged against a claim that these carry, and the others of their pairs.
JUDGED = f"""
SELECT o.statement_id, o.start, o."end" FROM wanted
JOIN archive_judgement j ON j.statement_id = wanted.statement AND j.start < wanted.until AND j."end" > wanted.since
JOIN archive_judgement_about a ON a.judgement_id = j.id JOIN archive_occurrence o ON o.claim_id = a.claim_id
WHERE {DECIDED} AND {STANDING}
UNION SELECT j.statement_id, j.start, j."end" FROM wanted
JOIN archive_occurrence o ON o.statement_id = wanted.statement AND o.start < wanted.until AND o."end" > wanted.since
JOIN archive_judgement_about a ON a.claim_id = o.claim_id JOIN archive_judgement j ON j.id = a.judgement_id
WHERE {DECIDED} AND {STANDING}
UNION SELECT j.other_id, j.other_start, j.other_end FROM wanted
JOIN archive_judgement j ON j.statement_id = wanted.statement AND j.start < wanted.until AND j."end" > wanted.since
WHERE {DECIDED} AND j.other_id IS NOT NULL
UNION SELECT j.statement_id, j.start, j."end" FROM wanted
JOIN archive_judgement j ON j.other_id = wanted.statement AND j.other_start < wanted.until AND j.other_end > wanted.since
WHERE {DECIDED}
"""  # noqa: S608 - words of our own


class Judged(NamedTuple):
    """Words of a statement."""

    statement: int
    start: int
    end: int

    def covers(self, other: Passage) -> bool:
        return other.statement_id == self.statement and other.start < self.end and self.start < other.end


@dataclass(frozen=True)
class Compared:
    """What stands for one statement, as unsaved rows. Its `passages` were compared as `read_as` says, but for those that `wait` for their
    vector and were compared by words alone. `is_new` is False where they had been."""

    statement: int
    passages: list[int]
    read_as: str
    lock_version: int
    links: list[Suggestion] = field(default_factory=list)
    reports: list[OccasionSuggestion] = field(default_factory=list)
    wait: frozenset[int] = frozenset()
    is_new: bool = True


def engine() -> str:
    """What the marks of compared passages begin with."""
    return f"{matching.ENGINE_METHOD} {matching.ENGINE_VERSION} "


def compare(statement: Statement, total: int, *, again: bool = True, ask: Ask = ask) -> Compared:
    """`total` is how many passages the index holds. Unless `again`, what was compared as it still stands is only said to be so."""
    passages = list(statement.passages.select_related("statement").order_by("start"))
    found = Compared(statement.pk, [passage.pk for passage in passages], engine() + _fingerprint(statement), statement.lock_version)
    if not again and all(one.compared == found.read_as and not is_outgrown(one, total) for one in passages):
        return replace(found, is_new=False)
    wait = frozenset(PassageVector.objects.awaited().filter(pk__in=found.passages).values_list("pk", flat=True))
    beside: dict[Text, list[Passage]] = {}
    links: dict[tuple[int, int], Suggestion] = {}
    for passage in passages:
        others = candidates(passage, ask=ask)
        beside[Text(passage.pk, letters_of(passage.text))] = others
        links |= {(row.passage_id, row.other_id): row for row in best(passage, total, others)}
    links |= {(row.passage_id, row.other_id): row for row in translations(statement, passages, total)}
    reports = reports_of(statement, beside, letters_of)
    return replace(found, links=list(links.values()), reports=reports, wait=wait)


def is_outgrown(passage: Passage, total: int) -> bool:
    """The index has doubled since it was compared: what is rare in it, and so the scores, may be other now."""
    return passage.compared_among * 2 <= total


def _fingerprint(statement: Statement) -> str:
    """What besides its words a statement is compared by."""
    speakers = sorted(statement.attributions.values_list("speaker", "name"), key=str)
    when, where = (statement.said_sort, statement.said_on, statement.occasion_id), (statement.document_id, statement.language)
    parts = (when, where, statement.translation_of_id, statement.force, speakers)
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


def best(passage: Passage, total: int, others: list[Passage] | None = None) -> list[Suggestion]:
    """Whatever is likely or possible, and what else is telling among the five best; without what a person judged and without translations
    of each other."""
    judged = _judged_beside(passage)
    others = [other for other in (candidates(passage) if others is None else others) if not any(one.covers(other) for one in judged)]
    others = [other for other in others if _original(other.statement) != _original(passage.statement)]
    weighed, idf = weigh(passage, others, total)
    matches = [(told_apart(matching.explained(pair, idf), *in_order(passage, other)), other) for pair, other in weighed[:MOST_LISTED]]
    matches.sort(key=lambda pair: (-pair[0].probability, pair[1].pk))
    listed = [pair for place, pair in enumerate(matches) if pair[0].band != "none" or (place < MOST_UNLIKELY and pair[0].is_telling)]
    return [_row(passage, other, match, rank) for rank, (match, other) in enumerate(listed, 1)]


def weigh(passage: Passage, others: list[Passage], total: int) -> tuple[list[tuple[matching.Weighed, Passage]], matching.Idf]:
    """The others, those first that are most alike; with the idf that they were weighed by."""
    sides = [passage, *others]
    numbers = vectors.numbers_of(side.pk for side in sides)
    read = {side.pk: prepared(side.text, numbers.get(side.pk)) for side in sides}
    idf, around = archive_idf(read.values(), total), circumstances_of(sides)
    weighed = []
    for other in others:
        later, earlier = in_order(passage, other)
        weighed.append((matching.weighed(read[later.pk], read[earlier.pk], idf, around(later, earlier)), other))
    return sorted(weighed, key=lambda pair: (-pair[0].likeness, pair[1].pk)), idf


def _original(statement: Statement) -> int:
    return statement.translation_of_id or statement.pk


@lru_cache(maxsize=4_000)
def prepared(text: str, numbers: bytes | None) -> matching.Prepared:
    """A run compares the same passages again and again: each is taken apart once. `numbers` are its vector as the index keeps it; without
    one it is compared by its words."""
    return matching.taken_apart(text, vectors_from(codes_from(numbers))[0] if numbers else None)


@lru_cache(maxsize=10_000)
def letters_of(text: str) -> str:
    return matching.letters_of(text)


def archive_idf(read: Iterable[matching.Prepared], total: int) -> matching.Idf:
    """The archive's own counts of the stems in these texts."""
    stems = frozenset[str]().union(*(one.content for one in read))
    return matching.Idf(of_stems(stems, "passages"), total)


def in_order(one: Passage, two: Passage) -> tuple[Passage, Passage]:
    """The later said first."""
    later, earlier = sorted([one, two], key=lambda passage: (passage.statement.said_sort, passage.statement_id), reverse=True)
    return later, earlier


def _row(asked: Passage, found: Passage, match: matching.Match, rank: int) -> Suggestion:
    later, earlier = in_order(asked, found)
    return Suggestion(
        passage_id=later.pk,
        other_id=earlier.pk,
        score=round(match.probability, 4),
        band=Band.LISTED if match.band == "none" else Band(match.band),
        label=match.label,
        reasons=[*match.reasons, *partings(earlier.text, later.text)],
        method=matching.ENGINE_METHOD,
        version=matching.ENGINE_VERSION,
        rank=rank,
        rests_on=basis_of(match.reasons),
        places=[[one.ours, one.theirs] for one in match.differences],
    )


def _judged_beside(passage: Passage) -> list[Judged]:
    """The words that a person judged beside this passage, or by the claim that one of both carries."""
    rows = asked_of(JUDGED, ("statement", "since", "until"), [(passage.statement_id, passage.start, passage.end)])
    return list(map(Judged._make, rows))
