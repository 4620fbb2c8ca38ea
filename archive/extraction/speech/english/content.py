"""Where reported words begin in an English sentence: past the hearers, past the time and the place."""

from __future__ import annotations

from archive.extraction.languages.english import capitals
from archive.extraction.languages.english import words as en
from archive.extraction.languages.english.verbs import ALWAYS
from archive.extraction.speech.english.cues import ADDRESSING
from archive.extraction.speech.english.ends import ContentEnds
from archive.extraction.speech.reports import Cue
from archive.extraction.text.predicates import has_predicate

LEAST_QUOTED = 4
# Words of those who are told something.
HEARERS = en.OBJECTS | en.BODIES | en.ROLES | capitals.MODIFIERS | en.OCCASIONS | {"of", "news", "joint"}
DASHES = ("—", "–", "-", "―", "−")
LINKS = (",", ":", "—", "–", "-", "−")
# With these a relative clause goes on: "which critics say would hurt farmers".
AUXILIARIES = frozenset(word for word in ALWAYS if "'" not in word)
# "on the likelihood that": the clause belongs to the noun, not to the verb of speech before it.
TIED = frozenset("likelihood possibility fact idea grounds notion prospect risk theory basis assumption condition".split())
# "… and that prices rose" goes on with a clause that began without "that".
TIED_BEFORE = TIED | frozenset("and but or".split())
NOT_IN_ADJUNCT = en.PRONOUNS | AUXILIARIES
LONGEST_ADJUNCT = 9
MOST_ADJUNCTS = 4


class Content(ContentEnds):
    """Questions about stretches of the tokens of one sentence."""

    def _is_hearer(self, at: int, first: int) -> bool:
        token = self.tokens[at]
        if token.kind != "w":
            return token.text == "&"
        if at > first and token.lower in en.PRONOUNS:
            return False
        known = token.lower in HEARERS
        return (at == first and token.lower in en.DETERMINERS) or token.is_capital or known

    def _is_phrase(self, begin: int, end: int) -> bool:
        if begin >= end or self.tokens[begin].lower in en.PREPOSITIONS or self._is_time(begin) or self._is_told(begin):
            return True
        return all(t.text == "," or t.lower in en.CONNECTORS | {"though", "too"} for t in self.tokens[begin:end])

    def _is_told(self, at: int) -> bool:
        return at > 0 and self.tokens[at - 1].lower.startswith(ADDRESSING)

    def _is_long_quote(self, at: int) -> bool:
        quoted = self.tokens[at].quoted
        return quoted is not None and quoted.words >= LEAST_QUOTED

    def _quote_fills(self, at: int) -> bool:
        """The quotation is the whole of what is said, not the first words of a clause."""
        if at + 1 >= len(self.tokens) or (self._is_long_quote(at) and not self._runs_on(at)):
            return True
        return self.tokens[at + 1].kind != "w"

    def _runs_on(self, at: int) -> bool:
        """ "says “steps have been taken” to cut costs": the words behind the quotation go on with its clause."""
        after, last = self.tokens[at + 1 : at + 3], self.tokens[at].text[-2:-1]
        if len(after) < 2 or last in ".,!?…" or after[0].lower != "to":
            return False
        return after[1].kind == "w" and not after[1].is_capital and after[1].lower not in en.OBJECTS | en.DETERMINERS | en.PRONOUNS

    def _that_after(self, at: int) -> int | None:
        """One past "that", right after the cue or after a phrase of time and place; after "told" also past the hearers."""
        told = self._is_told(at)
        at += at < len(self.tokens) and self.tokens[at].lower in ("only", "simply", "merely", "just")
        for n in range(at, min(len(self.tokens), at + 22)):
            token = self.tokens[n]
            if token.lower == "that":
                if n > at and self.tokens[n - 1].lower in TIED_BEFORE:
                    return None
                return n + 1 if n + 1 < len(self.tokens) and (n == at or self._is_phrase(at, n) or self._is_inserted(at, n)) else None
            if token.kind == "q" or token.text in (":", ";") or (told and token.lower in en.FINITE) or (n > at and n in self.verbs):
                return None
        return None

    def _is_inserted(self, begin: int, end: int) -> bool:
        """ ", however," between the verb and "that"."""
        return self.tokens[begin].text == "," and self.tokens[end - 1].text == ","

    def _past_object(self, cue: Cue, at: int) -> int:
        """Past the hearers: "told reporters", "told the BBC"; and past "to" and the hearers after other verbs."""
        if cue.word.startswith(ADDRESSING) and at < len(self.tokens):
            if self.tokens[at].lower in ("it", "you") and at + 1 < len(self.tokens) and self.tokens[at + 1].lower in en.FINITE:
                return at
            if self.tokens[at].lower in en.OBJECTS and not self.tokens[at].lower.startswith(("parliament", "congress")):
                return at + 1
            if self._is_bare_plural(at):
                return at + 1
            end = at
            while end < len(self.tokens) and end - at < 7 and self._is_hearer(end, at):
                end += 1
            proper = end > at and any(t.is_capital for t in self.tokens[at:end])
            if proper or (end > at and end < len(self.tokens) and (self.tokens[end].lower == "that" or self.tokens[end].kind != "w")):
                return end
            return end if end > at and self.tokens[end - 1].lower in en.BODIES | en.OBJECTS | en.ROLES | en.OCCASIONS else at
        return at

    def _is_bare_plural(self, at: int) -> bool:
        """ "told shareholders the company": a plural alone, and a subject behind it."""
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        plural = (
            self.tokens[at].lower.endswith("s")
            and self.tokens[at].lower not in en.DETERMINERS | en.PRONOUNS
            and not self.tokens[at].is_capital
        )
        return plural and after is not None and (after.lower in en.DETERMINERS | en.PRONOUNS or after.is_capital)

    def _past_time(self, at: int) -> int:
        """Past "on Monday", ", however,", "in a statement on its website", which may stand before a clause."""
        end = len(self.tokens)
        if at < end and self.tokens[at].text == ",":
            comma = next((n for n in range(at + 1, min(end, at + LONGEST_ADJUNCT + 1)) if self.tokens[n].text == ","), None)
            return comma + 1 if comma else at
        for _ in range(MOST_ADJUNCTS):
            past = self._past_adjunct(at)
            if past == at:
                break
            at = past
        return at

    def _past_adjunct(self, at: int) -> int:
        """One past a time or a phrase of place, occasion or writing that begins at the token."""
        if at >= len(self.tokens):
            return at
        if self._is_time(at):
            return at + 1
        possessed = at + 1 < len(self.tokens) and self.tokens[at + 1].lower.endswith("'s")
        if self.tokens[at].lower not in en.ADJUNCT_HEADS or (possessed and self.tokens[at].lower in ("last", "this", "late", "early")):
            return at
        for n in range(at + 1, min(len(self.tokens), at + LONGEST_ADJUNCT)):
            lower = self.tokens[n].lower
            if self.tokens[n].kind != "w" or lower in NOT_IN_ADJUNCT or (n > at + 1 and lower in en.DETERMINERS - en.POSSESSIVE_WORDS):
                return self._before_pronoun(at)
            if self._is_time(n) or self._ends_adjunct(n):
                return next((m for m in range(n + 1, len(self.tokens)) if not self._ends_adjunct(m)), len(self.tokens))
        return self._before_pronoun(at)

    def _before_pronoun(self, at: int) -> int:
        """ "said at the end of the quarter | it had cut costs": a phrase up to a pronoun with its verb."""
        for n in range(at + 2, min(len(self.tokens) - 1, at + LONGEST_ADJUNCT)):
            token = self.tokens[n]
            if token.kind != "w" or token.lower in en.STOPS - en.PREPOSITIONS - {"of"}:
                return at
            if token.lower in ("it", "he", "she", "they", "there"):
                return n if self.tokens[n + 1].lower in en.FINITE | {"hoped", "believed", "planned", "intended", "expected"} else at
        return at

    def _ends_adjunct(self, at: int) -> bool:
        return self.tokens[at].lower in en.OCCASIONS | en.DOCUMENTS | en.CHANNELS

    def _is_time(self, at: int) -> bool:
        word = self.tokens[at].lower
        return word in en.TIMES or (word.endswith("day") and self.tokens[at].is_capital)

    def _is_clause(self, begin: int, end: int) -> bool:
        """Has a subject and a finite verb of its own."""
        inner = self.tokens[begin:end]
        if len(inner) < 2 or inner[0].kind == "p" or self._is_no_subject(begin) or self._is_doing(begin):
            return False
        return has_predicate(inner)

    def _is_no_subject(self, at: int) -> bool:
        lower = self.tokens[at].lower
        if lower == "at" and at + 1 < len(self.tokens) and self.tokens[at + 1].lower in ("least", "most"):
            return False
        return (
            lower in ("who", "which", "whose", "to", "of", "so", "nothing", "yes", "little", "goodbye", "as", "whether", "how")
            or lower in en.PREPOSITIONS - en.OPENING_CLAUSES
        )

    def _is_doing(self, at: int) -> bool:
        """ "said using his account": what the speaker did meanwhile."""
        following = self.tokens[at + 1].lower if at + 1 < len(self.tokens) else ""
        return self.tokens[at].lower.endswith("ing") and following in en.DETERMINERS

    def _may_be_said(self, begin: int, end: int) -> bool:
        """After "said" nearly anything is what was said: a phrase of some words that begins like a subject."""
        return (
            end - begin >= 3
            and self.tokens[begin].kind != "p"
            and self.tokens[begin].lower not in AUXILIARIES
            and not (self._is_no_subject(begin) or self._is_doing(begin))
        )

    def _opens_with_phrase(self, begin: int, end: int) -> bool:
        """ "said before now, such a finding was unlikely": a phrase that belongs to what is said, with a comma and the clause behind."""
        comma = next((n for n in range(begin + 1, min(end, begin + LONGEST_ADJUNCT)) if self.tokens[n].kind != "w"), None)
        if comma is None or self.tokens[comma].text != "," or self.tokens[begin].lower not in en.PREPOSITIONS or comma + 2 >= end:
            return False
        told = any(self._is_time(n) or self._ends_adjunct(n) for n in range(begin, comma))
        subject = self.tokens[comma + 1]
        subject_like = subject.is_capital or subject.lower in en.DETERMINERS | en.PRONOUNS or subject.lower in ("there", "such")
        return not told and subject_like and comma + 1 not in self.begins and has_predicate(self.tokens[comma + 1 : end])

    def _is_object(self, at: int) -> bool:
        if at >= len(self.tokens) or self.tokens[at].kind != "w":
            return False
        end = self._end_of_content(at, None)
        finite = any(t.lower in en.FINITE for t in self.tokens[at:end])
        return end - at >= 5 and finite and self.tokens[at].lower in en.DETERMINERS

    def _without_opener(self, begin: int, end: int) -> int:
        """Past "In addition," and the like, which are the reporter's."""
        while begin < end and self.tokens[begin].text in LINKS:
            begin += 1
        lower = [t.lower for t in self.tokens[begin : begin + 6]]
        for opener in en.OPENERS:
            if (
                tuple(lower[: len(opener)]) == opener
                and lower[len(opener) : len(opener) + 1] not in (["to"], ["of"])
                and begin + len(opener) < end
            ):
                begin += len(opener)
                break
        else:
            if lower and lower[0] in en.CONNECTORS - {"as"} and begin + 1 < end:
                begin += 1
        return begin + 1 if begin < end and self.tokens[begin].text == "," else begin
