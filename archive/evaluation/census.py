"""How often each rule of reading speaks over many texts; which rules none of them needs, and which one sentence alone needs.

A rule is a row of a table of `archive.extraction.text.rules`, a rule of a grammar of dates (one row for all languages that share it), or a
pattern that reported words were found by. It is needed by one sentence alone where it speaks in one text, and no more once that sentence
is taken out of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from archive.extraction import NOTHING, Extraction, Stated, extract
from archive.extraction.dates import english, numeric, slavic
from archive.extraction.dates.finder import QUESTION
from archive.extraction.text.rules import TABLES, heard
from archive.extraction.types import Span

Rule: TypeAlias = tuple[str, str]  # the question that it answers, and its name
DATES = "which date is it, {}"
HOW = "how are the words reported"
# The patterns of reports, as the evidence of a statement names them.
PATTERNS = (
    "clause before", "clause after", "clause after that", "clause around", "noun phrase after", "quotation before", "quotation after",
    "quotation in the clause", "second quotation", "name after a dash", "subject of the sentence", "sentence before", "dialogue", "turn",
    "headline", "clause after whether", "what is promised", "what is forecast", "nobody named",
)  # fmt: skip
GRAMMARS = {
    "in English": (("en",), [rule.name for rule in english.RULES]),
    "in Slavic": (tuple(slavic.LANGUAGES), [rule.name for grammar, _ in slavic.LANGUAGES.values() for rule in grammar.rules]),
    "in figures": (("en", *slavic.LANGUAGES), [rule.name for rule in numeric.GRAMMAR.rules]),
}
# A rule of a grammar as it is heard in one language -> the row that it is counted in, and the language.
ROW_OF: dict[Rule, tuple[Rule, str]] = {
    (QUESTION.format(code), name): ((DATES.format(grammar), name), code)
    for grammar, (codes, names) in GRAMMARS.items()
    for code in codes
    for name in names
}
PIECE = re.compile(r"\S(?:[^\n]*\S)?")


@dataclass(frozen=True, slots=True)
class Sample:
    """`name` is its file, with the row where it is one of many; `own` is where the row's words begin behind the head it is read under."""

    name: str
    text: str
    own: int = 0
    stated: Stated = NOTHING


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence: the name of its text, its span there, and its words."""

    name: str
    start: int
    end: int
    text: str


@dataclass(slots=True)
class Census:
    """What was heard so far; of rules of dates also in which language. `last` is the text in which a rule spoke last.

    `times` counts every reading: most paragraphs are read twice for dates, to see whether they are a stamp of the page, and what they tell.
    """

    texts: int = 0
    times: Counter[Rule] = field(default_factory=Counter)
    heard_in: Counter[Rule] = field(default_factory=Counter)
    languages: dict[Rule, Counter[str]] = field(default_factory=dict)
    last: dict[Rule, Sample] = field(default_factory=dict)

    def read(self, text: Sample) -> None:
        told = told_in(text)[1]
        for rule in ROW_OF.keys() & told.keys():
            row, language = ROW_OF[rule]
            self.languages.setdefault(row, Counter())[language] += told[rule]
        spoken = by_row(told)
        self.texts += 1
        self.times.update(spoken)
        self.heard_in.update(spoken.keys())
        self.last |= dict.fromkeys(spoken, text)

    def unneeded(self) -> list[Rule]:
        return [rule for rule in rules() if not self.times[rule]]

    def in_one_text(self) -> list[Rule]:
        return [rule for rule in rules() if self.heard_in[rule] == 1]

    def needed_once(self, rules_of_one_text: Iterable[Rule]) -> Iterator[tuple[Rule, Place]]:
        """Those of them that one sentence alone needs. Reads their text a few times for each."""
        taken = dict[str, _TakenApart]()
        for rule in rules_of_one_text:
            text = self.last[rule]
            apart = taken.setdefault(text.name, _TakenApart(text))
            if place := apart.needs(rule):
                yield rule, place


def rules() -> list[Rule]:
    """All that could be heard, by their tables."""
    rows = [(question, row.name) for question, table in TABLES.items() for row in table.rows]
    return [*rows, *dict.fromkeys(row for row, _ in ROW_OF.values()), *((HOW, name) for name in PATTERNS)]


def told_in(text: Sample) -> tuple[Extraction, Counter[Rule]]:
    """What is found in it, and how often each rule spoke."""
    with heard() as counts:
        found = extract(text.text, stated=text.stated)
    return found, counts + Counter((HOW, one.evidence[0]) for one in found.statements if one.evidence)


def by_row(told: Counter[Rule]) -> Counter[Rule]:
    """The rules of dates of all languages in the row that they share."""
    spoken: Counter[Rule] = Counter()
    for rule, times in told.items():
        spoken[ROW_OF[rule][0] if rule in ROW_OF else rule] += times
    return spoken


class _TakenApart:
    """A text, read again without some of its sentences. Halves are taken out, so that few readings find one among many."""

    def __init__(self, text: Sample) -> None:
        self.text = text
        self.pieces = pieces_of(text.text, told_in(text)[0].sentences)
        self.read: dict[tuple[int, int], Counter[Rule]] = {}

    def needs(self, rule: Rule) -> Place | None:
        first, last = 0, len(self.pieces)
        if self._speaks(rule, first, last):
            return None
        while last - first > 1:
            middle = (first + last) // 2
            if not self._speaks(rule, middle, last):  # the later first: a rule speaks in a sentence and may look back for it
                first = middle
            elif not self._speaks(rule, first, middle):
                last = middle
            else:
                return None
        start, end = self.pieces[first]
        own = self.text.own if start >= self.text.own else 0
        return Place(self.text.name, start - own, end - own, self.text.text[start:end])

    def _speaks(self, rule: Rule, first: int, last: int) -> bool:
        """Without the pieces from first to last."""
        if (first, last) not in self.read:
            kept = without(self.text.text, self.pieces[first:last])
            self.read[first, last] = by_row(told_in(replace(self.text, text=kept))[1])
        return bool(self.read[first, last][rule])


def pieces_of(text: str, sentences: Sequence[Span]) -> list[Span]:
    """The sentences, and the lines or parts of lines that are in none, in order."""
    found, at = list[Span](), 0
    for start, end in [*sentences, (len(text), len(text))]:
        found += [match.span() for match in PIECE.finditer(text, at, start)]
        found += [(start, end)] if start < end else []
        at = max(at, end)
    return found


def without(text: str, spans: Sequence[Span]) -> str:
    """Blanks in place of the spans, so that the others stand where they stood."""
    for start, end in spans:
        text = text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]
    return text
