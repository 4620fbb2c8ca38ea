"""What stands after an English verb of speech: a quotation, a clause with or without "that", what somebody binds himself to."""

from __future__ import annotations

from collections.abc import Sequence

from archive.extraction.languages.english import words as en
from archive.extraction.languages.english.verbs import ALWAYS, THIRDS
from archive.extraction.speech.english.content import LINKS
from archive.extraction.speech.english.cues import ADDRESSING
from archive.extraction.speech.loose_quotes import LooseQuotes
from archive.extraction.speech.reports import Cue, Report
from archive.extraction.text.predicates import is_adverb, is_finite, past_predicate
from archive.extraction.text.tokens import Token

ENDING = ".!?…;:,—–- \t\n\r\xa0"
CLAUSE_WORDS = 3
LONGEST_PHRASE = 26
LONGEST_HEARER = 4
# Before "according to" these open the clause that it tells of.
OPENING = frozenset("that and but while whereas и а но што і але що".split())
# Verbs that lead to words in quotation marks only.
QUOTED_ONLY = en.NAMING - en.TELLING - en.SAYING - en.PARTICIPLES
OPEN_CUES = (
    en.SAYING
    | en.AMBIGUOUS
    | (en.PARTICIPLES - en.NAMING)
    | en.ADJECTIVES
    | frozenset(["made clear", "made known", "took the view", "has no doubt"])
)


def _is_noun_before(tokens: Sequence[Token], at: int) -> bool:
    """ "targets for", "results of": a plural that looks like a verb, before a preposition."""
    following = tokens[at + 1].lower if at + 1 < len(tokens) else "of"
    return tokens[at].lower in THIRDS and following in ("of", "for", "from", "in", "on", "to")


class ClausesAfter(LooseQuotes):
    """`at` is the first token not yet given to a report."""

    at = 0

    def _after(self, cue: Cue, following: Cue | None, *, told: bool) -> bool:
        if cue.word == "according to":
            return self._after_according(cue)
        at = self._past_object(cue, cue.stop)
        quote = self._quote_after(at)
        if quote is not None:
            return self._quotes_from(quote, cue)
        if self._clause_after(cue, at, told=told):
            return True
        stop = min(len(self.tokens), following.begin if following else len(self.tokens))
        later = next((n for n in range(at, stop) if self._is_long_quote(n)), None)
        if later is not None and not told and cue.word not in en.UTTERING:
            return self._quotes_from(later, cue, "quotation in the clause")
        return False

    def _clause_after(self, cue: Cue, at: int, *, told: bool) -> bool:
        start = self._past_time(at)
        if self._is_about(cue, start):
            return False
        if not told and start < len(self.tokens) and self._is_bound(cue, start):
            return self._clause_from(start, cue, "what is promised")
        that = self._that_after(at)
        if that is not None and cue.word not in QUOTED_ONLY:
            return self._clause_from(that, cue, "clause after that")
        if told or start >= len(self.tokens):
            return False
        if self.tokens[start].text == ":" and cue.word in en.SPEECH:
            return start + CLAUSE_WORDS < len(self.tokens) and self._clause_from(start + 1, cue, "clause after")
        end = self._end_of_content(start, cue)
        if start > cue.last + 1 and self.tokens[start].kind == "q" and self._quote_fills(start):
            return self._quotes_from(start, cue)
        if cue.word in en.PURE and self._opens_with_phrase(start, end):
            return self._clause_from(start, cue, "clause after")
        if cue.word in en.PURE:
            return self._may_be_said(start, end) and self._clause_from(start, cue, "clause after")
        stated = self._is_clause(start, end) and not (cue.word in en.PRESENTING and self._is_presented(start, end))
        if cue.word in OPEN_CUES and (stated or self._is_future(cue, start, end)):
            return self._clause_from(start, cue, "clause after")
        if stated and cue.word in en.CONCLUDING and self._is_plain(start, end):
            return self._clause_from(start, cue, "clause after")
        if self._is_forecast(cue, start, end):
            return self._clause_from(start, cue, "what is forecast")
        named = cue.source is not None and cue.source.kind in ("person", "pronoun", "role")
        return cue.word in en.NOUN_OBJECTS and named and self._is_object(at) and self._clause_from(at, cue, "noun phrase after")

    def _is_plain(self, start: int, end: int) -> bool:
        """ "determined the cuts would be necessary": a subject with its article, and an auxiliary behind it."""
        opens = self.tokens[start].lower in en.DETERMINERS | en.PRONOUNS | {"there"} or self.tokens[start].is_capital
        return opens and any(t.lower in ALWAYS for t in self.tokens[start + 1 : end])

    def _is_about(self, cue: Cue, at: int) -> bool:
        """ "told a colleague about her part in it"."""
        if not cue.word.startswith(ADDRESSING) or at + 1 >= len(self.tokens):
            return False
        for n in range(at, min(len(self.tokens) - 1, at + LONGEST_HEARER)):
            token = self.tokens[n]
            if token.lower in ("about", "of"):
                return (token.lower == "about" or n == at) and not self.tokens[n + 1].text[0].isdigit()
            if token.kind != "w" or token.lower in en.FINITE | {"that"}:
                return False
        return False

    def _is_presented(self, start: int, end: int) -> bool:
        """ "reported a loss in May, blamed on fuel", "announced further targets for 2009": a thing, though a word looks like a verb."""
        comma = next((n for n in range(start, end) if self.tokens[n].text == ","), end)
        inner = self.tokens[start:comma]
        if comma + 1 < end and self.tokens[comma + 1].lower in ("but", "and", "while", "though", "although"):
            end = comma  # what another does follows
        return not any(is_finite(inner, n) and not _is_noun_before(inner, n) for n in range(len(inner))) and not any(
            t.lower in ALWAYS for t in self.tokens[comma:end]
        )

    def _is_future(self, cue: Cue, start: int, end: int) -> bool:
        """ "expects sales to rise 5%"."""
        first = self.tokens[start]
        if cue.word not in en.FORECASTING or first.kind != "w" or first.lower.endswith("ing") or self._is_no_subject(start):
            return False
        return any(self.tokens[n].lower == "to" and n > start for n in range(start, min(end - 1, start + LONGEST_PHRASE)))

    def _is_forecast(self, cue: Cue, start: int, end: int) -> bool:
        """ "analysts expected a loss of 6 cents a share": a figure or a change is what was said."""
        if cue.word not in en.FORECASTING or not cue.speaks or cue.inverted or end - start < CLAUSE_WORDS or self._is_no_subject(start):
            return False
        inner = self.tokens[start:end]
        if inner[0].kind == "p" or inner[0].lower.endswith("ing"):
            return False
        return any(t.text[-1].isdigit() or t.lower in en.CHANGES for t in inner)

    def _is_bound(self, cue: Cue, at: int) -> bool:
        """ "promised on Friday to veto the bill"."""
        return cue.word in en.COMMITTING and self.tokens[at].lower == "to" and at + 2 < len(self.tokens)

    def _after_according(self, cue: Cue) -> bool:
        at = cue.stop
        if cue.first > self.at + 1 and self.tokens[cue.first - 1].lower not in OPENING:
            begin = self._without_opener(self.at, cue.first)
            linked = self.tokens[cue.first - 1].text in LINKS
            end = cue.first - 1 if linked else cue.first
            if self.last_cue and begin <= self.last_cue.first < end:  # "…, Y told Z, according to X"
                return False
            if end - begin >= CLAUSE_WORDS and (linked or self._is_clause(begin, end)):
                self._add_clause(begin, end, cue, "clause before")
                self.at = max(self.at, at)
                return True
            if end - begin >= CLAUSE_WORDS:
                return False
        comma = next((n for n in range(at, min(len(self.tokens), at + LONGEST_PHRASE)) if self.tokens[n].text in (",", ":")), None)
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
        while at + 1 < len(self.tokens) and self.tokens[at].text == ",":
            at += 1
        end = self._end_of_content(at, cue)
        if cue.word == "claim":
            end = past_predicate(self.tokens, at, end)
        if self._is_relative(cue):
            end = self._end_of_relative(at, end)
        if at >= end or sum(t.kind != "p" for t in self.tokens[at:end]) < 2:
            return False
        if not (cue.speaks or (how == "clause after that" and cue.may_speak)):
            return False
        if cue.begin and self.tokens[cue.begin - 1].lower == "what":  # "less than what the firm said it would earn"
            return False
        self._add_clause(at, end, cue, how)
        self.at = max(self.at, end)
        return True

    def _is_relative(self, cue: Cue) -> bool:
        """ "who has strenuously denied"."""
        at = cue.first - 1
        while at > 0 and is_adverb(self.tokens[at]):
            at -= 1
        return at >= 0 and self.tokens[at].lower in ("who", "which")

    def _end_of_relative(self, begin: int, end: int) -> int:
        """ "Hill, who said she would go, resigned": the comma closes what she said; it may stand inside the marks of a quotation."""
        for n in range(begin, end):
            token = self.tokens[n]
            if token.text == ",":
                return n
            if token.kind == "q" and token.text[-2:-1] == ",":
                return n + 1
        return end

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
