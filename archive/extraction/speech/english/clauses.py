"""Cuts out of an English sentence what its cues report: the words after, before or around the reporting clause.

Content that a cue introduces keeps the cues inside it (what A says that B said is A's); it ends where the reporter goes on: before
", adding that", ", according to", an outlet's "has learned", or a verb of what the speaker did next.
"""

from __future__ import annotations

from collections.abc import Sequence

from archive.extraction.languages.english import words as en
from archive.extraction.languages.english.verbs import ALWAYS
from archive.extraction.speech.english.after import CLAUSE_WORDS, QUOTED_ONLY, ClausesAfter
from archive.extraction.speech.english.content import LINKS
from archive.extraction.speech.english.cues import cues_of
from archive.extraction.speech.english.left import left_of
from archive.extraction.speech.reports import Cue, Report, Unit
from archive.extraction.text.predicates import has_predicate
from archive.extraction.text.tokens import Token

# A clause that begins with one of these, after the reporting clause, is still reported.
CONTINUING = frozenset("and but because since although though so if unless while whereas nor or".split())
CONTRASTING = frozenset("although though while whereas but".split())
LONG_ENOUGH = 8


class Clauses(ClausesAfter):
    """One sentence on its way."""

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
        if behind is not None and self._around(cue, behind):
            self.last_cue = cue
            return
        before = self._before(cue, behind) if behind is not None and cue.word not in en.PARTICIPLES else False
        after = self._after(cue, following, told=before) if not (before and cue.word == "according to") else False
        if before or after:
            self.last_cue = cue
        if before and not after and self.found[-1].how == "clause before":
            self._continued(cue)

    # ------------------------------------------------------------ the reporter in the middle

    def _around(self, cue: Cue, begin: int) -> bool:
        """ "His client, he said, had never been told": the reporting clause stands inside one clause of what was said.

        Such words are one statement with the reporter's inside, for neither half says anything alone."""
        opened, begin, end = begin, self._without_opener(begin, cue.begin), cue.begin - 1
        second = self._past_comma(cue)
        if second is not None and opened < end <= begin and cue.speaks and cue.word in en.SPEECH:  # "In addition, he said, …"
            return self._clause_from(second, cue, "clause after")
        if second is None or end <= begin or self.tokens[end].text not in LINKS or cue.word not in en.SPEECH | {"according to"}:
            return False
        first = self.tokens[begin:end]
        if not cue.speaks or any(self._is_long_quote(n) for n in range(begin, end)) or self._is_whole(first):
            return False
        if len(first) == 1 and first[0].lower in en.TIMES | en.AUXILIARY:  # "Now, they say, …"
            return self._clause_from(max(second, self._past_time(cue.stop)), cue, "clause after")
        if self._tells_occasion(begin, end):
            return self._clause_from(second, cue, "clause after")
        stop = self._end_of_content(second, cue)
        if stop - second < 2 or not has_predicate(self.tokens[begin:end] + self.tokens[second:stop]):
            return False
        self._add_clause(begin, stop, cue, "clause around")
        return True

    @staticmethod
    def _is_whole(first: Sequence[Token]) -> bool:
        """The words before the reporter are a clause; half of one where a verb is the last of them: "There is, he says, no reason"."""
        return has_predicate(first) and first[-1].text not in ALWAYS

    def _past_comma(self, cue: Cue) -> int | None:
        """The token after the comma that closes the reporting clause."""
        at = cue.stop
        while at < len(self.tokens) and self.tokens[at].text not in (",", "—", "–"):
            past = self._past_adjunct(at)
            if past == at:
                return None
            at = past
        return at + 1 if at + 1 < len(self.tokens) and not self._ends_at(at, self.at) else None

    def _tells_occasion(self, begin: int, end: int) -> bool:
        """ "In an interview, he said, …": the phrase before is the reporter's."""
        lower = {t.lower for t in self.tokens[begin:end]}
        head = self.tokens[begin].lower
        return head in en.ADJUNCT_HEADS | {"asked", "speaking", "writing"} and bool(lower & (en.OCCASIONS | en.CHANNELS | {"statement"}))

    def _continued(self, cue: Cue) -> None:
        """ "Revenue would be flat, the company warned, and margins could shrink": what follows with a conjunction is said too."""
        at = self._past_comma(cue)
        if at is None or self.tokens[at].lower not in CONTINUING or (at + 1) in self.begins:
            return
        begin = at + (self.tokens[at].lower in ("and", "but", "so"))
        end = self._end_of_content(begin, cue)
        if self.tokens[at].lower in CONTRASTING and any(t.lower in en.REFUSING for t in self.tokens[at:end]):
            return
        if end - begin > CLAUSE_WORDS and has_predicate(self.tokens[at + 1 : end]) and not any(t.kind == "q" for t in self.tokens[at:end]):
            self._clause_from(begin, cue, "clause after")

    # ------------------------------------------------------------ the reporter behind

    def _before(self, cue: Cue, begin: int) -> bool:
        cue_begin = end = self._begin_of_sources(cue, begin)
        while end > begin and self.tokens[end - 1].text in LINKS:
            end -= 1
        if end <= begin:
            return False
        if self.tokens[end - 1].kind == "q":
            return self._quote_before(cue, begin, end)
        comma = end < cue_begin and self.tokens[end].text in (",", "—", "–")
        if not comma or not self._trails(cue, begin, end):
            return False
        begin = self._without_opener(begin, end)
        self._add_clause(begin, end, cue, "clause before")
        return True

    def _begin_of_sources(self, cue: Cue, begin: int) -> int:
        """Where the sources begin of which the cue names the last: ", | officials and the energy minister said"."""
        at = cue.begin
        if at - 2 <= begin or self.tokens[at - 1].lower != "and":
            return at
        other = left_of(self.tokens, self.unit.mentions, at - 2)
        joint = other and other.speaks and other.first > begin and self.tokens[other.first - 1].text in LINKS
        return other.first if other and joint else at

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
        if any(t.lower == "according" for t in self.tokens[begin : begin + 2]):  # it was read as another's
            return False
        words = sum(t.kind == "w" for t in self.tokens[begin:end])
        if words < CLAUSE_WORDS or not cue.speaks or cue.word in QUOTED_ONLY:
            return False
        if self._is_time(begin) and not has_predicate(self.tokens[begin:end]):  # "Monday at a meeting in Oslo, he announced …"
            return False
        if self._introduces(cue):
            return False
        closed = self._is_closed(self._past_object(cue, cue.stop))
        inner = self._without_opener(begin, end)
        opener = inner > begin and self.tokens[inner].lower not in ("as", "when", "while", "after", "before", "if", "although")
        if head.lower.endswith("ing") and self._quote_after(cue.stop) is not None:  # "Hinting that talks had stalled, she said, “…”"
            return False
        dependent = head.lower in en.PREPOSITIONS | {"asked", "speaking", "because", "although", "where", "given"} or head.lower.endswith(
            "ing"
        )
        if (
            dependent
            and not opener
            and not (
                closed
                and words >= LONG_ENOUGH
                and head.lower not in ("asked", "speaking", "according", "as", "when", "while", "after", "given")
            )
        ):
            return False
        return closed or not dependent or opener

    def _is_closed(self, at: int) -> bool:
        """A mark ends the reporting clause, perhaps behind "on Friday"."""
        for _ in range(2):
            if at >= len(self.tokens) or self.tokens[at].text in (".", ",", ";"):
                return True
            at = self._past_adjunct(at)
        return False

    def _introduces(self, cue: Cue) -> bool:
        """A clause, a quotation or "that" follows the reporting clause."""
        at = cue.stop
        if at >= len(self.tokens):
            return False
        token = self.tokens[at]
        if token.kind == "q" or token.lower == "that" or token.text == ":" or self._is_bound(cue, at):
            return True
        if self._that_after(at) is not None:
            return True
        if token.kind != "w" or token.lower in en.PREPOSITIONS or self._is_time(at):
            return False
        return self._is_clause(at, self._end_of_content(at, cue))
