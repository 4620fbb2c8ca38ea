"""Quotations and their speakers. The unit is the run: four words or more between double quotation marks, in the text itself.

A run is attributed when a gold statement covers four fifths of its letters, and proposed when a found statement does, or several that
one attribution holds together. Runs in gold passages that are not required count neither way.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from archive.evaluation.gold import GoldDocument, GoldStatement
from archive.evaluation.names import capitals, is_called, is_part_of, last_words
from archive.extraction.types import Span, SpeakerFound, StatementFound

LEAST_WORDS = 4
MOST = 0.8  # of the letters of a run must be covered
HALF = 0.5
NO_LETTERS = frozenset(" \t\n,.;:!?—–-“”\"‘’'()[]\xa0")
MARK = re.compile(r'[“”"«»„]')
WORD = re.compile(r"\w[\w’'-]*")
LINE = re.compile(r"[^\n]+")
PERSONAL = frozenset("he she он она ён яна він вона".split())


@dataclass(frozen=True, slots=True)
class Judged:
    """A statement whose speaker, or candidate, is right or not."""

    statement: StatementFound
    right: bool

    @property
    def is_given(self) -> bool:
        return bool(self.statement.speakers)


@dataclass(slots=True)
class Tally:
    """Counts, each statement whose speaker could be judged, and what went wrong where."""

    counts: Counter[str] = field(default_factory=Counter)
    judged: list[Judged] = field(default_factory=list)
    misses: list[str] = field(default_factory=list)

    def miss(self, document: GoldDocument, what: str, *details: str) -> None:
        self.misses.append(" | ".join([document.name, what, *(" ".join(one.split())[:100] for one in details)]))


@dataclass(slots=True)
class Proposal:
    """Words that are proposed together: one statement, a copy of it, or the parts of one attribution."""

    spans: list[Span]
    statement: StatementFound


def letters(text: str, spans: Iterable[Span]) -> frozenset[int]:
    return frozenset(at for start, end in spans for at in range(start, end) if text[at] not in NO_LETTERS)


# ---------------------------------------------------------------- runs


def runs_of(text: str) -> list[Span]:
    return [span for line in LINE.finditer(text) for span in _paired(text, line) if len(WORD.findall(text, *span)) >= LEAST_WORDS]


def _paired(text: str, line: re.Match[str]) -> Iterator[Span]:
    """Marks paired within a line; one that is never closed runs to the end of the line."""
    opened: int | None = None
    for match in MARK.finditer(text, line.start(), line.end()):
        at, mark = match.start(), match.group()
        if opened is None:
            opened = at if mark in '“«„"' else None
        elif mark in '”»"':
            yield opened, at + 1
            opened = None
        elif mark == "“" and at - opened > 2:
            opened = at
    if opened is not None:
        yield opened, line.end()


def proposals_of(text: str, statements: Iterable[StatementFound]) -> list[Proposal]:
    ordered = sorted(statements, key=lambda one: (one.start, one.end))
    single = [Proposal([span], one) for one in ordered for span in ((one.start, one.end), *one.duplicates)]
    return [*single, *_joined(text, ordered)]


def _joined(text: str, statements: Iterable[StatementFound]) -> list[Proposal]:
    """Statements of one cue, and those without a cue that follow in the same line with the same mention."""
    joined: list[Proposal] = []
    last: Proposal | None = None
    for one in statements:
        met = next((other for other in joined if one.cue and other.statement.cue and other.statement.cue.start == one.cue.start), None)
        if met is None and one.cue is None and last and mentions_of(last.statement.speakers) == mentions_of(one.speakers):
            met = last if "\n" not in text[last.spans[-1][1] : one.start] else None
        if met is None:
            met = Proposal([], one)
            joined.append(met)
        met.spans.append((one.start, one.end))
        last = met
    return joined


def mentions_of(speakers: Iterable[SpeakerFound]) -> list[Span]:
    return [(one.start, one.end) for one in speakers if one.start is not None and one.end is not None]


def names_of(statement: StatementFound) -> list[str]:
    return [one.name for one in statement.speakers if one.name]


# ---------------------------------------------------------------- counting


def count(tally: Tally, document: GoldDocument, statements: Sequence[StatementFound]) -> None:
    text = document.text
    gold = [(letters(text, [one.span]), one) for one in document.statements]
    proposals = [(letters(text, one.spans), one.statement) for one in proposals_of(text, statements)]
    for run in runs_of(text):
        inside = letters(text, [run])
        wanted = next((one for covered, one in reversed(gold) if _covers(covered, inside)), None)
        if wanted and not wanted.required:
            continue
        covering = [one for one in proposals if _covers(one[0], inside)]
        found = min(covering, key=lambda one: len(one[0]))[1] if covering else None
        _count_run(tally, document, run, wanted, found)


def _covers(covered: frozenset[int], inside: frozenset[int]) -> bool:
    return len(inside & covered) >= MOST * len(inside)


def _count_run(tally: Tally, document: GoldDocument, run: Span, wanted: GoldStatement | None, found: StatementFound | None) -> None:
    words = document.text[run[0] : run[1]]
    tally.counts.update({"runs": 1, "runs wanted": wanted is not None, "runs given": found is not None})
    if wanted is None:
        if found is not None:
            tally.miss(document, "quotation that nobody says in the gold", words)
        return
    pronoun = _is_personal(document.text, wanted)
    tally.counts["pronouns"] += pronoun
    if found is None:
        tally.miss(document, "quotation not found", words)
        return
    tally.counts["runs right"] += 1
    _count_speaker(tally, document, wanted, found, pronoun=pronoun)


def _is_personal(text: str, wanted: GoldStatement) -> bool:
    return bool(wanted.names) and any(text[a:b].casefold() in PERSONAL for a, b in wanted.mentions)


def _count_speaker(tally: Tally, document: GoldDocument, wanted: GoldStatement, found: StatementFound, *, pronoun: bool = False) -> None:
    """The speakers of words that are in the gold and were found."""
    text, counts = document.text, tally.counts
    source, here = letters(text, wanted.mentions), letters(text, mentions_of(found.speakers))
    met = len(source & here)
    gold_words = " / ".join([*(text[a:b] for a, b in wanted.mentions), *wanted.names[:1]])
    given = " / ".join([*(text[a:b] for a, b in mentions_of(found.speakers)), *names_of(found)]) or "nobody"
    if source:
        right = bool(met) or _shares_name(text, wanted, found)
        counts.update({"sources": 1, "sources right": right, "mentions half": bool(met) and met >= HALF * len(source | here)})
        if not right:
            tally.miss(document, "another speaker", gold_words, given)
    if wanted.names:
        named = any(is_called(name, wanted.names) for name in names_of(found))
        counts.update({"names": 1, "names right": named, "pronouns right": pronoun and named})
        if not named:
            tally.miss(document, "another full name", gold_words, given)
    judge(tally, document, wanted, found)


def judge(tally: Tally, document: GoldDocument, wanted: GoldStatement, found: StatementFound) -> None:
    """Notes whether an editor would let the speaker (or where none is given, the candidate) stand: the person named is the gold's, or
    where one side names nobody, the mention is."""
    proposed = found.speakers or found.candidates
    names = [one.name for one in proposed if one.name]
    if not proposed or not (wanted.mentions or (wanted.names and names)):
        return
    if wanted.names and names:
        right = any(is_part_of(name, wanted.names) for name in names)
    else:
        right = not letters(document.text, wanted.mentions).isdisjoint(letters(document.text, mentions_of(proposed)))
    tally.judged.append(Judged(found, right))


def _shares_name(text: str, wanted: GoldStatement, found: StatementFound) -> bool:
    here = capitals(" ".join([*(text[a:b] for a, b in mentions_of(found.speakers)), *names_of(found)]))
    there = last_words(wanted.names) if wanted.names else capitals(" ".join(text[a:b] for a, b in wanted.mentions))
    return not here.isdisjoint(there)
