"""Where reported words begin and end in an English sentence: past the hearers and the time, and before the reporter goes on."""

from __future__ import annotations

from itertools import pairwise

from archive.extraction.lexicon import english as en
from archive.extraction.reports import Cue, Unit
from archive.extraction.tokens import Token

LEAST_QUOTED = 4
DASHES = ("—", "–", "-", "―")
LINKS = (",", ":", "—", "–", "-")
# Conjunctions after a comma that open a clause of another speaker.
CONJUNCTIONS = ("and", "but", "while", "whereas", "though", "although", "а", "но", "але")


class Content:
    """One sentence with its cues, and questions about stretches of its tokens."""

    def __init__(self, text: str, unit: Unit) -> None:
        self.text, self.unit, self.tokens = text, unit, unit.tokens
        self.cues = self.find_cues()

    def find_cues(self) -> list[Cue]:
        return []

    def _is_hearer(self, at: int, first: int) -> bool:
        token = self.tokens[at]
        if token.kind != "w":
            return False
        known = token.lower in en.OBJECTS | en.BODIES | en.ROLES | en.MODIFIERS | en.OCCASIONS or token.lower in ("of", "news", "joint")
        return (at == first and token.lower in en.DETERMINERS) or token.is_capital or known

    def _is_phrase(self, begin: int, end: int) -> bool:
        told = begin > 0 and self.tokens[begin - 1].lower.startswith(("told", "tells", "assur", "inform", "remind", "warn"))
        return begin >= end or self.tokens[begin].lower in en.PREPOSITIONS or self._is_time(begin) or told

    def _is_long_quote(self, at: int) -> bool:
        quoted = self.tokens[at].quoted
        return quoted is not None and quoted.words >= LEAST_QUOTED

    def _quote_fills(self, at: int) -> bool:
        """The quotation is the whole of what is said, not the first words of a clause."""
        if at + 1 >= len(self.tokens) or self._is_long_quote(at):
            return True
        return self.tokens[at + 1].kind != "w"

    def _that_after(self, at: int) -> int | None:
        """One past "that", right after the cue or after a phrase of time and place; after "told" also past the hearers."""
        told = at > 0 and self.tokens[at - 1].lower.startswith(("told", "tells", "assur", "inform", "remind", "warn"))
        for n in range(at, min(len(self.tokens), at + 22)):
            token = self.tokens[n]
            if token.lower == "that":
                return n + 1 if n + 1 < len(self.tokens) and (n == at or self._is_phrase(at, n)) else None
            if token.kind == "q" or token.text in (":", ";") or (told and token.lower in en.FINITE):
                return None
        return None

    def _past_object(self, cue: Cue, at: int) -> int:
        """Past the hearers: "told reporters", "told the BBC"; and past "to" and the hearers after other verbs."""
        if cue.word.startswith(("told", "tell", "assur", "remind", "inform", "warn", "asked")) and at < len(self.tokens):
            if self.tokens[at].lower in en.OBJECTS:
                return at + 1
            end = at
            while end < len(self.tokens) and end - at < 7 and self._is_hearer(end, at):
                end += 1
            proper = end > at and any(t.is_capital for t in self.tokens[at:end])
            if proper or (
                end > at
                and (
                    (end < len(self.tokens) and self.tokens[end].lower == "that")
                    or (end < len(self.tokens) and self.tokens[end].kind != "w")
                )
            ):
                return end
            return end if end > at and self.tokens[end - 1].lower in en.BODIES | en.OBJECTS | en.ROLES | en.OCCASIONS else at
        return at

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
        ) or (at < end and self._is_time(at)):
            n = at
            while n < end and n - at < 9:
                if self._is_time(n) or self.tokens[n].lower in en.OCCASIONS or self.tokens[n].lower in en.DOCUMENTS:
                    return n + 1
                n += 1
        return at

    def _is_time(self, at: int) -> bool:
        word = self.tokens[at].lower
        return word in ("yesterday", "today", "earlier", "later", "recently", "week", "month", "year") or (
            word.endswith("day") and self.tokens[at].is_capital
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
                t.lower in en.FINITE
                or (t.lower.endswith("ed") and len(t.lower) > 4)
                or t.lower.endswith(("n't", "'s", "'re", "'ll", "'ve"))
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
            return (action and self._is_clause(begin, n)) or again
        return False

    def _ends_at_comma(self, n: int, following: Token) -> bool:
        if following.lower in en.PARTICIPLES or following.lower == "according":
            return True
        rest = self.tokens[n + 1 : n + 9]
        lower = [t.lower for t in rest]
        if lower[:1] in (["and"], ["but"]) and len(lower) > 2:
            if lower[1] in en.SAYING | en.TELLING | en.PARTICIPLES | en.ACTIONS or (
                lower[1] in ("he", "she") and lower[2] in en.SAYING | en.TELLING | {"also", "has", "had"}
            ):
                return True
            lower = lower[1:]
        if self._is_next_source(n + 1 + (rest[0].lower in CONJUNCTIONS)):
            return rest[0].lower in CONJUNCTIONS or self._short_report(n + 1)
        learned = any(a in ("has", "have") and b in ("learned", "learnt") for a, b in pairwise(lower))
        return learned or self._short_report(n + 1)

    def _is_next_source(self, at: int) -> bool:
        """Another reporting clause begins at the token."""
        return any(
            c.source and c.source.kind in ("person", "role", "body") and c.begin <= at <= c.source.last < c.first
            for c in self.cues
            if c.begin == at
        )

    def _short_report(self, at: int) -> bool:
        """ ", the minister said." at the end of the sentence."""
        tail = self.tokens[at:]
        return 2 <= len(tail) <= 8 and any(t.lower in en.SAYING and k + 2 >= len(tail) and k for k, t in enumerate(tail))

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
