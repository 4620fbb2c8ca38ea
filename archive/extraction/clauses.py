"""Cuts out of an English sentence what its cues report: the words after, before or around the reporting clause.

Content that a cue introduces keeps the cues inside it (what A says that B said is A's); it ends where the reporter goes on: before
", adding that", ", according to", an outlet's "has learned", or a verb of what the speaker did next.
"""

from __future__ import annotations

from archive.extraction.content import LINKS
from archive.extraction.cues import cues_of
from archive.extraction.lexicon import english as en
from archive.extraction.loose_quotes import LooseQuotes
from archive.extraction.reports import Cue, Report, Unit

ENDING = ".!?…;:,—–- \t\n\r\xa0"
CLAUSE_WORDS = 3
LONGEST_PHRASE = 26


class Clauses(LooseQuotes):
    """One sentence on its way: `at` is the first token not yet given to a report."""

    def __init__(self, text: str, unit: Unit) -> None:
        super().__init__(text, unit)
        self.at = 0

    def find_cues(self) -> list[Cue]:
        return cues_of(self.unit)

    def run(self) -> list[Report]:
        cues = self.cues
        for number, cue in enumerate(cues):
            if (cue.first < self.at and not cue.inverted) or (
                cue.begin < self.at and cue.word not in en.PARTICIPLES and not self._goes_on(cue)
            ):
                continue
            following = next((c for c in cues[number + 1 :] if c.begin >= cue.stop), None)
            self._read(cue, following)
        self.leftovers()
        return sorted(self.found, key=lambda report: report.start)

    def _goes_on(self, cue: Cue) -> bool:
        """Coordinated verbs ("and added") share a source that lies behind."""
        return cue.source is not None and cue.source.first < self.at <= cue.first

    def _read(self, cue: Cue, following: Cue | None) -> None:
        behind = self.at if cue.begin >= self.at else None
        before = self._before(cue, behind) if behind is not None and cue.word not in en.PARTICIPLES else False
        after = self._after(cue, following, told=before) if not (before and cue.word == "according to") else False
        if before or after:
            self.last_cue = cue

    def _before(self, cue: Cue, begin: int) -> bool:
        end = cue.begin
        while end > begin and self.tokens[end - 1].text in LINKS:
            end -= 1
        if end <= begin:
            return False
        if self.tokens[end - 1].kind == "q":
            return self._quote_before(cue, begin, end)
        comma = end < cue.begin and self.tokens[end].text in (",", "—", "–")
        if not comma or not self._trails(cue, begin, end):
            return False
        begin = self._without_opener(begin, end)
        self._add_clause(begin, end, cue, "clause before")
        return True

    def _quote_before(self, cue: Cue, begin: int, end: int) -> bool:
        """“…,” said X. Words of the reporter that run into the quotation make it a mixed statement."""
        quote = end - 1
        first = quote
        while first > begin and self.tokens[first - 1].kind == "q":
            first -= 1
        lead = self.tokens[begin:first]
        if lead and quote == first and self.is_title(quote):
            return False
        if not lead or lead[-1].text in (",", ":") or len(lead) < 2 or all(t.lower in en.CONNECTORS for t in lead):
            for token in self.tokens[first:end]:
                self._add_quote(token.quoted, cue, "quotation before")
        else:
            self._add_clause(self._without_opener(begin, end), end, cue, "clause before")
        self.at = end
        return True

    def _trails(self, cue: Cue, begin: int, end: int) -> bool:
        """Whether the clause before the comma is what is reported: "The border will stay open, X said on Monday."""
        head = self.tokens[begin]
        words = sum(t.kind == "w" for t in self.tokens[begin:end])
        if words < CLAUSE_WORDS or cue.source is None or not cue.source.speaks or cue.word in en.NAMING - en.SAYING:
            return False
        if self._introduces(cue):
            return False
        closed = cue.stop >= len(self.tokens) or self.tokens[cue.stop].text in (".", ",", ";")
        opener = self._without_opener(begin, end) > begin
        dependent = head.lower in en.PREPOSITIONS | {"asked", "speaking", "because", "although", "where"} or head.lower.endswith("ing")
        if (
            dependent
            and not opener
            and not (closed and words >= 8 and head.lower not in ("asked", "speaking", "according", "as", "when", "while", "after"))
        ):
            return False
        return closed or not dependent or opener

    def _introduces(self, cue: Cue) -> bool:
        """A clause, a quotation or "that" follows the reporting clause."""
        at = cue.stop
        if at >= len(self.tokens):
            return False
        token = self.tokens[at]
        if token.kind == "q" or token.lower == "that" or token.text == ":":
            return True
        return self._that_after(at) is not None or (
            token.kind == "w"
            and token.lower not in en.PREPOSITIONS
            and not self._is_time(at)
            and self._is_clause(at, self._end_of_content(at, cue))
        )

    def _after(self, cue: Cue, following: Cue | None, *, told: bool) -> bool:
        at = cue.stop
        if cue.word == "according to":
            return self._after_according(cue)
        at = self._past_object(cue, at)
        quote = self._quote_after(at)
        if quote is not None:
            return self._quotes_from(quote, cue)
        that = self._that_after(at)
        if that is not None and cue.word not in en.NAMING - en.TELLING - en.SAYING - en.PARTICIPLES:
            return self._clause_from(that, cue, "clause after that")
        if cue.word in en.SAYING or (cue.word in en.PARTICIPLES and cue.word not in en.NAMING):
            start = self._past_time(at)
            if not told and start < len(self.tokens) and self._is_clause(start, self._end_of_content(start, cue)):
                return self._clause_from(start, cue, "clause after")
        if (
            cue.word in en.NOUN_OBJECTS
            and not told
            and cue.source
            and cue.source.kind in ("person", "pronoun", "role")
            and self._is_object(at)
        ):
            return self._clause_from(at, cue, "noun phrase after")
        later = next(
            (n for n in range(at, min(len(self.tokens), following.begin if following else len(self.tokens))) if self._is_long_quote(n)),
            None,
        )
        if later is not None and not told:
            return self._quotes_from(later, cue, "quotation in the clause")
        return False

    def _after_according(self, cue: Cue) -> bool:
        at = cue.stop
        if cue.first > self.at + 1 and self.tokens[cue.first - 1].text != "that":
            begin = self._without_opener(self.at, cue.first)
            end = cue.first - 1 if self.tokens[cue.first - 1].text in LINKS else cue.first
            if end - begin >= CLAUSE_WORDS and self.tokens[cue.first - 1].text in LINKS:
                self._add_clause(begin, end, cue, "clause before")
                self.at = max(self.at, at)
                return True
            return False
        comma = next((n for n in range(at, min(len(self.tokens), at + LONGEST_PHRASE)) if self.tokens[n].text == ","), None)
        if comma is None or comma + 1 >= len(self.tokens) or self.tokens[comma + 1].kind == "p":
            return False
        return self._clause_from(comma + 1, cue, "clause after")

    def _quote_after(self, at: int) -> int | None:
        """A quotation right after the cue, or after a comma or colon with no more than a phrase between."""
        if at < len(self.tokens) and self.tokens[at].text in (",", ":"):
            at += 1
        elif at < len(self.tokens) and self.tokens[at].lower == "that" and at + 1 < len(self.tokens) and self.tokens[at + 1].kind == "q":
            return at + 1 if self._quote_fills(at + 1) else None
        if at < len(self.tokens) and self.tokens[at].kind == "q":
            return at if self._quote_fills(at) else None
        for n in range(at, min(len(self.tokens) - 1, at + 25)):
            if self.tokens[n].kind == "q":
                return None
            if (
                self.tokens[n].text in (",", ":")
                and self.tokens[n + 1].kind == "q"
                and self._is_long_quote(n + 1)
                and self._is_phrase(at, n)
            ):
                return n + 1
        return None

    def _quotes_from(self, at: int, cue: Cue, how: str = "quotation after") -> bool:
        """The quotation and those that follow it with nothing but a comma or "and" between."""
        end = at
        while end < len(self.tokens):
            token = self.tokens[end]
            if token.kind == "q" and (end == at or self._is_long_quote(end)):
                self._add_quote(token.quoted, cue, how)
            elif not (token.text == "," or (token.lower == "and" and end + 1 < len(self.tokens) and self._is_long_quote(end + 1))):
                break
            end += 1
        self.at = max(self.at, end)
        return True

    def _clause_from(self, at: int, cue: Cue, how: str) -> bool:
        end = self._end_of_content(at, cue)
        if at >= end or sum(t.kind != "p" for t in self.tokens[at:end]) < 2 or cue.source is None:
            return False
        if not cue.source.speaks and how != "clause after that":
            return False
        self._add_clause(at, end, cue, how)
        self.at = max(self.at, end)
        return True

    def _add_clause(self, begin: int, end: int, cue: Cue, how: str) -> None:
        inner = self.tokens[begin:end]
        quotes = tuple(t.quoted for t in inner if t.quoted)
        if len(inner) == 1 and inner[0].quoted:
            self._add_quote(inner[0].quoted, cue, how)
            return
        start, stop = inner[0].start, inner[-1].end
        if inner[-1].kind == "p":
            stop = start + len(self.text[start:stop].rstrip(ENDING))
        self.found.append(Report("mixed" if quotes else "indirect", start, stop, cue.source, self._span(cue), how, quotes))
        self.at = max(self.at, end)
