"""Cuts out of an English sentence what its cues report: the words after, before or around the reporting clause.

Content that a cue introduces keeps the cues inside it (what A says that B said is A's); it ends where the reporter goes on: before
", adding that", ", according to", an outlet's "has learned", or a verb of what the speaker did next.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from archive.extraction.cues import cues_of, subject_of
from archive.extraction.lexicon import english as en
from archive.extraction.lexicon import slavic
from archive.extraction.quotes import Quoted
from archive.extraction.reports import Cue, Report, Unit
from archive.extraction.sources import Source
from archive.extraction.tokens import Token

LEAST_QUOTED = 4
ENDING = re.compile(r"[.!?…;:,\s—–-]+$")
CLAUSE_WORDS = 3
DASHES = ("—", "–", "-", "―")
CONJUNCTIONS = ("and", "but", "while", "whereas", "though", "although", "а", "но", "але")
LONGEST_PHRASE = 26
LINKS = (",", ":", "—", "–", "-")


class Clauses:
    """One sentence on its way: `at` is the first token not yet given to a report."""

    def __init__(self, text: str, unit: Unit) -> None:
        self.text, self.unit, self.tokens = text, unit, unit.tokens
        self.at = 0
        self.found: list[Report] = []
        self.last_cue: Cue | None = None
        self.cues = self.find_cues()

    def find_cues(self) -> list[Cue]:
        return cues_of(self.unit)

    def run(self) -> list[Report]:
        cues = self.cues
        for number, cue in enumerate(cues):
            if (
                cue.first < self.at
                and not cue.inverted
                or cue.begin < self.at
                and cue.word not in en.PARTICIPLES
                and not self._goes_on(cue)
            ):
                continue
            following = next((c for c in cues[number + 1 :] if c.begin >= cue.stop), None)
            self._read(cue, following)
        self._leftovers()
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

    # ------------------------------------------------------------ words before the reporting clause

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

    def _without_opener(self, begin: int, end: int) -> int:
        """Past "In addition," and the like, which are the reporter's."""
        while begin < end and self.tokens[begin].text in LINKS:
            begin += 1
        lower = [t.lower for t in self.tokens[begin : begin + 6]]
        for opener in en.OPENERS:
            if tuple(lower[: len(opener)]) == opener and begin + len(opener) < end:
                begin += len(opener)
                break
        else:
            if lower and lower[0] in en.CONNECTORS - {"as"} and begin + 1 < end:
                begin += 1
        return begin + 1 if begin < end and self.tokens[begin].text == "," else begin

    # ------------------------------------------------------------ words after it

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
        if cue.word in en.SAYING or cue.word in en.PARTICIPLES and cue.word not in en.NAMING:
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

    def _past_object(self, cue: Cue, at: int) -> int:
        """Past the hearers: "told reporters", "told the BBC"; and past "to" and the hearers after other verbs."""
        if cue.word.startswith(("told", "tell", "assur", "remind", "inform", "warn", "asked")) and at < len(self.tokens):
            if self.tokens[at].lower in en.OBJECTS:
                return at + 1
            end = at
            while end < len(self.tokens) and end - at < 7 and self._is_hearer(end, at):
                end += 1
            proper = end > at and any(t.is_capital for t in self.tokens[at:end])
            if (
                proper
                or end > at
                and (end < len(self.tokens) and self.tokens[end].lower == "that" or end < len(self.tokens) and self.tokens[end].kind != "w")
            ):
                return end
            return end if end > at and self.tokens[end - 1].lower in en.BODIES | en.OBJECTS | en.ROLES | en.OCCASIONS else at
        return at

    def _is_hearer(self, at: int, first: int) -> bool:
        token = self.tokens[at]
        if token.kind != "w":
            return False
        known = token.lower in en.OBJECTS | en.BODIES | en.ROLES | en.MODIFIERS | en.OCCASIONS or token.lower in ("of", "news", "joint")
        return at == first and token.lower in en.DETERMINERS or token.is_capital or known

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

    def _quote_fills(self, at: int) -> bool:
        """The quotation is the whole of what is said, not the first words of a clause."""
        if at + 1 >= len(self.tokens) or self._is_long_quote(at):
            return True
        return self.tokens[at + 1].kind != "w"

    def _is_phrase(self, begin: int, end: int) -> bool:
        told = begin > 0 and self.tokens[begin - 1].lower.startswith(("told", "tells", "assur", "inform", "remind", "warn"))
        return begin >= end or self.tokens[begin].lower in en.PREPOSITIONS or self._is_time(begin) or told

    def _is_long_quote(self, at: int) -> bool:
        quoted = self.tokens[at].quoted
        return quoted is not None and quoted.words >= LEAST_QUOTED

    def _quotes_from(self, at: int, cue: Cue, how: str = "quotation after") -> bool:
        """The quotation and those that follow it with nothing but a comma or "and" between."""
        end = at
        while end < len(self.tokens):
            token = self.tokens[end]
            if token.kind == "q" and (end == at or self._is_long_quote(end)):
                self._add_quote(token.quoted, cue, how)
            elif not (token.text == "," or token.lower == "and" and end + 1 < len(self.tokens) and self._is_long_quote(end + 1)):
                break
            end += 1
        self.at = max(self.at, end)
        return True

    def _that_after(self, at: int) -> int | None:
        """One past "that", right after the cue or after a phrase of time and place; after "told" also past the hearers."""
        told = at > 0 and self.tokens[at - 1].lower.startswith(("told", "tells", "assur", "inform", "remind", "warn"))
        for n in range(at, min(len(self.tokens), at + 22)):
            token = self.tokens[n]
            if token.lower == "that":
                return n + 1 if n + 1 < len(self.tokens) and (n == at or self._is_phrase(at, n)) else None
            if token.kind == "q" or token.text in (":", ";") or told and token.lower in en.FINITE:
                return None
        return None

    def _past_time(self, at: int) -> int:
        """Past "on Monday", "late Monday", "in a statement", which may stand before a clause."""
        end = len(self.tokens)
        if at < end and self.tokens[at].text == ",":
            comma = next((n for n in range(at + 1, min(end, at + 10)) if self.tokens[n].text == ","), None)
            if comma:
                return comma + 1
        if (
            at < end
            and self.tokens[at].lower in ("in", "on", "at", "during", "late", "early", "earlier", "yesterday", "today", "last", "this")
            or at < end
            and self._is_time(at)
        ):
            n = at
            while n < end and n - at < 9:
                if self._is_time(n) or self.tokens[n].lower in en.OCCASIONS or self.tokens[n].lower in en.DOCUMENTS:
                    return n + 1
                n += 1
        return at

    def _is_time(self, at: int) -> bool:
        word = self.tokens[at].lower
        return (
            word in ("yesterday", "today", "earlier", "later", "recently", "week", "month", "year")
            or word.endswith("day")
            and self.tokens[at].is_capital
        )

    def _is_clause(self, begin: int, end: int) -> bool:
        """Has a subject and a finite verb: at least some words, one of them a verb after the first."""
        inner = self.tokens[begin:end]
        if (
            not inner
            or inner[0].kind == "p"
            or inner[0].lower in ("to", "of", "so", "nothing", "yes")
            or inner[0].lower in en.PREPOSITIONS - {"if", "since", "while", "when", "although"}
        ):
            return False
        if len(inner) < 2:
            return False
        verbs = [
            t
            for t in inner[1:]
            if t.kind == "w"
            and (
                t.lower in en.FINITE or t.lower.endswith("ed") and len(t.lower) > 4 or t.lower.endswith(("n't", "'s", "'re", "'ll", "'ve"))
            )
        ]
        if verbs or inner[0].lower.endswith(("'s", "'re", "'ll", "'ve", "'m")):
            return True
        return any(b.lower.endswith("s") and not b.is_capital and (a.is_capital or a.lower in en.PRONOUNS) for a, b in pairwise(inner[:5]))

    def _is_object(self, at: int) -> bool:
        if at >= len(self.tokens) or self.tokens[at].kind != "w":
            return False
        words = self._end_of_content(at, None) - at
        end = at + words
        finite = any(t.lower in en.FINITE for t in self.tokens[at:end])
        return words >= 5 and finite and self.tokens[at].lower in en.DETERMINERS

    # ------------------------------------------------------------ where content ends

    def _end_of_content(self, begin: int, cue: Cue | None) -> int:
        for n in range(begin + 1, len(self.tokens)):
            if self._ends_at(n, begin):
                return n
        end = len(self.tokens)
        while end > begin and self.tokens[end - 1].kind == "p" and self.tokens[end - 1].text not in ("%", ")", "]"):
            end -= 1
        return end

    def _ends_at(self, n: int, begin: int) -> bool:
        token = self.tokens[n]
        following = self.tokens[n + 1] if n + 1 < len(self.tokens) else None
        if token.text == "," and following:
            return self._ends_at_comma(n, following)
        if token.text in (";",) and following and following.lower in ("he", "she", "they"):
            return True
        if token.lower in ("while", "whereas", "but") and self._is_next_source(n + 1):
            return True
        if token.lower in ("and", "but") and following and n - begin >= 2:
            action = following.lower in en.ACTIONS and self.tokens[n - 1].kind != "p"
            again = (
                following.lower in ("he", "she")
                and n + 2 < len(self.tokens)
                and self.tokens[n + 2].lower in en.SAYING | en.TELLING | en.ACTIONS
            )
            return action and self._is_past_clause(begin, n, following) or again
        return False

    def _is_past_clause(self, begin: int, n: int, following: Token) -> bool:
        """ "said the vote was fair and left": the clause before has its own verb already."""
        return self._is_clause(begin, n)

    def _ends_at_comma(self, n: int, following: Token) -> bool:
        if following.lower in en.PARTICIPLES or following.lower == "according":
            return True
        rest = self.tokens[n + 1 : n + 9]
        lower = [t.lower for t in rest]
        if lower[:1] in (["and"], ["but"]) and len(lower) > 2:
            if (
                lower[1] in en.SAYING | en.TELLING | en.PARTICIPLES | en.ACTIONS
                or lower[1] in ("he", "she")
                and lower[2] in en.SAYING | en.TELLING | {"also", "has", "had"}
            ):
                return True
            lower = lower[1:]
        if self._is_next_source(n + 1 + (rest[0].lower in CONJUNCTIONS)):
            return rest[0].lower in CONJUNCTIONS or self._short_report(n + 1)
        learned = any(a in ("has", "have") and b in ("learned", "learnt") for a, b in zip(lower, lower[1:], strict=False))
        return learned or self._short_report(n + 1)

    def _is_next_source(self, at: int) -> bool:
        """Another reporting clause begins at the token."""
        return any(c.source and c.source.kind in ("person", "role", "body") and c.begin <= at <= c.source.last < c.first for c in self.cues if c.begin == at)

    def _short_report(self, at: int) -> bool:
        """ ", the minister said." at the end of the sentence."""
        tail = self.tokens[at:]
        return 2 <= len(tail) <= 8 and any(t.lower in en.SAYING and k + 2 >= len(tail) and k for k, t in enumerate(tail))

    # ------------------------------------------------------------ reports

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
        stop -= len(self.text[start:stop]) - len(ENDING.sub("", self.text[start:stop])) if inner[-1].kind == "p" else 0
        self.found.append(Report("mixed" if quotes else "indirect", start, stop, cue.source, self._span(cue), how, quotes))
        self.at = max(self.at, end)

    def _add_quote(self, quoted: Quoted | None, cue: Cue | None, how: str) -> None:
        if quoted:
            source = cue.source if cue else None
            self.found.append(Report("direct", quoted.inner, quoted.outer, source, self._span(cue) if cue else None, how, (quoted,)))

    def _span(self, cue: Cue) -> tuple[int, int]:
        return self.tokens[cue.first].start, self.tokens[cue.last].end

    def _leftovers(self) -> None:
        """Quotations that no cue took: after a second part of the sentence, before a dash and a name, or with a subject alone."""
        for at, token in enumerate(self.tokens):
            if token.quoted is None or any(r.start <= token.quoted.inner < r.end for r in self.found):
                continue
            named = self._name_after_dash(at)
            if named:
                self.found.append(named)
            elif (token.quoted.words >= LEAST_QUOTED or self._stands_alone(at)) and not self.is_title(at):
                self._add_uncued(at, token.quoted)

    def _name_after_dash(self, at: int) -> Report | None:
        if at + 2 >= len(self.tokens) or self.tokens[at + 1].text not in DASHES or self.tokens[at].quoted is None:
            return None
        rest = self.tokens[at + 2 :]
        if len(rest) > 14 or not rest[0].is_capital or any(t.kind == "q" for t in rest):
            return None
        quoted = self.tokens[at].quoted
        assert quoted is not None
        source = named_source(self.unit, at + 2, len(self.tokens))
        return Report("direct", quoted.inner, quoted.outer, source, None, "name after a dash", (quoted,)) if source else None

    def _add_uncued(self, at: int, quoted: Quoted) -> None:
        before = [r for r in self.found if r.cue and r.end <= quoted.start]
        if before and self.last_cue:
            self._add_quote(quoted, self.last_cue, "second quotation")
            return
        source = subject_of(self.unit, at)
        how = "subject of the sentence" if source else "nobody named"
        self.found.append(Report("direct", quoted.inner, quoted.outer, source, None, how, (quoted,)))

    def _stands_alone(self, at: int) -> bool:
        """A short quotation counts where it is a sentence of its own or the second part of one."""
        return self.last_cue is not None or all(t.kind != "w" for t in self.tokens)

    def is_title(self, at: int) -> bool:
        """A quotation in Title Case, or after "the film" and the like, names a thing."""
        quoted = self.tokens[at].quoted
        assert quoted is not None
        inner = self.text[quoted.inner : quoted.outer].split()
        long = [word for word in inner if len(word) > 3 and word[0].isalpha()]
        titled = bool(long) and sum(w[0].isupper() for w in long) >= 0.75 * len(long)
        before = self.tokens[at - 1].lower if at else ""
        if before in ("so-called", "self-styled", "as") and quoted.words < 7:
            return True
        return titled or before in slavic.WORKS or before in en.WORKS - {"reading", "called", "the", "writing"} and not self.text[quoted.outer - 1] in ".!?"


def named_source(unit: Unit, begin: int, end: int) -> Source | None:
    """The name that fills tokens begin to end, as in a line "― Anna Smith, engineer"."""
    tokens = unit.tokens[begin:end]
    mention = next((m for m in unit.mentions if begin <= m.first <= begin + 4), None)
    if mention:
        return Source("person", mention.name, mention.first, mention.last, mention.start, mention.end, (mention,))
    stop = next((n for n, t in enumerate(tokens) if t.kind != "w"), len(tokens))
    if not 1 <= stop <= 5:
        return None
    return Source("body", tokens[stop - 1].lower, begin, begin + stop - 1, tokens[0].start, tokens[stop - 1].end)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a sentence gave, and the cue that announces the words of the next paragraph ("She said:")."""

    reports: tuple[Report, ...]
    announced: Cue | None
