"""Where reported words end in an English sentence: before the reporter goes on, with another verb of speech, with what the speaker did
next, or with when and why it was said."""

from __future__ import annotations

from itertools import pairwise

from archive.extraction.languages.english import words as en
from archive.extraction.speech.colons import COLON
from archive.extraction.speech.english.opposing import AGAINST, opposes
from archive.extraction.speech.reports import Cue, Unit
from archive.extraction.text.predicates import has_predicate, is_adverb
from archive.extraction.text.tokens import Token

# Conjunctions after a comma that open a clause of another speaker.
CONJUNCTIONS = ("and", "but", "while", "whereas", "though", "although", "а", "но", "але")
# ", rekindling fears of a slump": what the news did.
EFFECTS = frozenset("fears fear hopes hope concerns concern speculation doubts worries pressure tensions questions".split())
SHE = ("he", "she", "they")
HELPING = frozenset("did does do would could has have had didn't doesn't don't wouldn't couldn't hasn't haven't hadn't".split())
SUBORDINATE = frozenset("after before when until once because who whose".split())
REACH = 9
WHEN = (
    en.SPANS
    | frozenset("on in late early earlier last this the at a of".split())
    | frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday".split())
)


class ContentEnds:
    """One sentence with its cues, and where the words they report stop."""

    def __init__(self, text: str, unit: Unit) -> None:
        self.text, self.unit, self.tokens = text, unit, unit.tokens
        self.cues = self.find_cues()
        self.verbs = {cue.first for cue in self.cues if cue.source and cue.source.last < cue.first}
        self.begins = {cue.begin for cue in self.cues if cue.source and cue.speaks and cue.source.last < cue.first}

    def find_cues(self) -> list[Cue]:
        return []

    def _end_of_content(self, begin: int, cue: Cue | None) -> int:
        end = next((n for n in range(begin + 1, len(self.tokens)) if self._ends_at(n, begin)), len(self.tokens))
        while end > begin and self.tokens[end - 1].kind == "p" and self.tokens[end - 1].text not in ("%", ")", "]", "$", "°"):
            end -= 1
        return end

    def _ends_at(self, n: int, begin: int) -> bool:
        token = self.tokens[n]
        following = self.tokens[n + 1] if n + 1 < len(self.tokens) else None
        if following is None:
            return False
        if token.text in (",", "—", "–", "-", "("):
            return self._ends_at_comma(n, begin, following)
        if token.text == ":":
            return following.kind == "q" and n - begin > 2 and not any(t.lower in en.SPEECH for t in self.tokens[begin:n])
        if token.text == ";":
            after = n + 1 + (following.lower in CONJUNCTIONS)
            return following.lower in SHE or self._is_next_source(after) or opposes(self.tokens, self.unit.mentions, after)
        if token.lower in AGAINST and opposes(self.tokens, self.unit.mentions, n + 1):
            return True
        if token.lower in ("while", "whereas", "but", "though") and self._is_next_source(n + 1):
            return True
        if token.lower in ("and", "but", "then") and n - begin >= 2:
            return self._goes_on_at(n, begin)
        return token.lower in ("according", "adding") and n - begin >= 2 and (token.lower == "adding" or following.lower == "to")

    def _goes_on_at(self, n: int, begin: int) -> bool:
        """ "… and left the room", "… and added that", "… and Y said": a second predicate of the speaker, or a second speaker."""
        following = self.tokens[n + 1]
        if following.lower in en.PURE or following.lower in ("told", "added") or self._is_silence(n + 1):
            return True
        action = following.lower in en.ACTIONS and self.tokens[n - 1].kind != "p"
        action = action and not (n + 2 < len(self.tokens) and self.tokens[n + 2].lower == "by")
        acted = action and has_predicate(self.tokens[begin:n]) and not self._is_in_subclause(begin, n)
        return acted or self._is_next_pronoun(n + 1) or self._named_again(n + 1)

    def _is_silence(self, at: int) -> bool:
        """ "but did not confirm that", "and would not elaborate": what the speaker kept back."""
        helping, ahead = self.tokens[at].lower, self.tokens[at + 1 : at + 4]
        negated = helping.endswith("n't") or bool(ahead and ahead[0].lower == "not")
        verb = next((t.lower for t in ahead if t.lower != "not" and not is_adverb(t)), "")
        return helping in HELPING and negated and verb in en.TELLING_BASES

    def _is_in_subclause(self, begin: int, n: int) -> bool:
        """ "after she left the house and went": the verb goes on with the clause that "after" opens, not with the speaker's."""
        opened = next((m for m in range(n - 1, begin, -1) if self.tokens[m].lower in SUBORDINATE or self.tokens[m].kind == "p"), begin)
        return self.tokens[opened].lower in SUBORDINATE and has_predicate(self.tokens[opened + 1 : n])

    def _is_next_pronoun(self, at: int) -> bool:
        """ "and he added": the speaker again, with a verb of speech of his own."""
        if self.tokens[at].lower not in SHE:
            return False
        verb = next((t for t in self.tokens[at + 1 : at + 3] if t.lower not in en.AUXILIARY), None)
        return verb is not None and verb.lower in en.SPEECH | en.ACTIONS

    def _named_again(self, at: int) -> bool:
        """A person or body follows with a verb of speech, and no "that" or "said" ties the clause to what was said before."""
        return at in self.begins and self._speaks_openly(at)

    def _speaks_openly(self, at: int) -> bool:
        cue = next(c for c in self.cues if c.begin == at and c.source and c.source.last < c.first)
        return cue.word in en.SPEECH | {COLON} and cue.source is not None and cue.source.kind in ("person", "body", "role")

    def _ends_at_comma(self, n: int, begin: int, following: Token) -> bool:
        if following.lower in en.PARTICIPLES | en.REPORTING or following.lower == "according":
            return True
        lower = [t.lower for t in self.tokens[n + 1 : n + REACH]]
        if lower[0].endswith("ing") and any(word in EFFECTS for word in lower[1:4]):
            return True
        if self._is_afterthought(lower) or self._is_impersonal(lower):
            return True
        if lower[0] in ("and", "but", "then", "hence", "thus") and len(lower) > 2:
            if lower[1] in en.SPEECH | en.PARTICIPLES | en.ACTIONS or self._is_next_pronoun(n + 2):
                return True
            lower = lower[1:]
        if self._is_next_source(n + 1 + (following.lower in CONJUNCTIONS)):
            return following.lower in CONJUNCTIONS or self._short_report(n + 1) or self._is_closed_report(n + 1)
        learned = any(a in ("has", "have") and b in ("learned", "learnt") for a, b in pairwise(lower))
        return learned or self._short_report(n + 1)

    @staticmethod
    def _is_afterthought(lower: list[str]) -> bool:
        """ ", in what he called", ", a day after the vote", ", hours before": the reporter tells how and when it was said."""
        if lower[0] in ("a", "two", "three", "four", "just", "only") and len(lower) > 2:
            return lower[1] in en.SPANS and lower[2] in ("after", "before", "earlier", "later", "ahead")
        if lower[0] in en.SPANS:
            return len(lower) > 1 and lower[1] in ("after", "before", "ahead")
        return tuple(lower[:2]) in en.AFTERTHOUGHTS or tuple(lower[:3]) in en.AFTERTHOUGHTS

    @staticmethod
    def _is_impersonal(lower: list[str]) -> bool:
        """ ", it was announced on Friday"."""
        return lower[0] == "it" and len(lower) > 2 and lower[1] in en.PASSIVE and lower[2] in en.ANNOUNCED

    def _is_next_source(self, at: int) -> bool:
        """Another reporting clause begins at the token."""
        return at in self.begins and self._speaks_openly(at)

    def _is_closed_report(self, at: int) -> bool:
        """ ", Reuters reported, citing …", ", the minister said earlier this month.": nothing stands behind the verb but when it was."""
        cue = next(c for c in self.cues if c.begin == at and c.source and c.source.last < c.first)
        end = cue.stop
        while end < len(self.tokens) and end - cue.stop < REACH and (self.tokens[end].lower in WHEN or self.tokens[end].lower in en.TIMES):
            end += 1
        return end >= len(self.tokens) or self.tokens[end].text in (",", ".", ";")

    def _short_report(self, at: int) -> bool:
        """ ", the minister said." at the end of the sentence."""
        tail = self.tokens[at:]
        return 2 <= len(tail) <= REACH - 1 and any(t.lower in en.SAYING and k + 2 >= len(tail) and k for k, t in enumerate(tail))
