"""Quotations that no verb of speech takes: signed with a dash and a name, second parts of a sentence, or with nobody beside them."""

from __future__ import annotations

from archive.extraction.languages.english import words as en
from archive.extraction.languages.slavic import words as slavic
from archive.extraction.speech.english.content import DASHES, LEAST_QUOTED, Content
from archive.extraction.speech.english.noun_phrases import Source
from archive.extraction.speech.english.subjects import subject_of
from archive.extraction.speech.reports import Cue, Report, Unit
from archive.extraction.text.quotes import Quoted

LONGEST_SIGNATURE = 14
LONGEST_LABEL = 7
READING = frozenset("read reads reading says said saying".split())


class LooseQuotes(Content):
    """Gathers reports: those the cues give, and the quotations left over."""

    def __init__(self, text: str, unit: Unit) -> None:
        super().__init__(text, unit)
        self.found: list[Report] = []
        self.last_cue: Cue | None = None

    def _add_quote(self, quoted: Quoted | None, cue: Cue | None, how: str) -> None:
        if quoted:
            source = cue.source if cue else None
            self.found.append(Report("direct", quoted.inner, quoted.outer, source, self._span(cue) if cue else None, how, (quoted,)))

    def _span(self, cue: Cue) -> tuple[int, int]:
        return self.tokens[cue.first].start, self.tokens[cue.last].end

    def leftovers(self) -> None:
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
        quoted = self.tokens[at].quoted
        if quoted is None or at + 2 >= len(self.tokens) or self.tokens[at + 1].text not in DASHES:
            return None
        rest = self.tokens[at + 2 :]
        if len(rest) > LONGEST_SIGNATURE or not rest[0].is_capital or any(t.kind == "q" for t in rest):
            return None
        source = named_source(self.unit, at + 2, len(self.tokens))
        return Report("direct", quoted.inner, quoted.outer, source, None, "name after a dash", (quoted,)) if source else None

    def _add_uncued(self, at: int, quoted: Quoted) -> None:
        before = [r for r in self.found if r.cue and r.end <= quoted.start]
        if before and self.last_cue:
            self._add_quote(quoted, self.last_cue, "second quotation")
            return
        source = subject_of(self.unit, at)
        unsure = source is not None and (source.kind == "body" or (source.mentions and not any(m.sure for m in source.mentions)))
        if source and unsure and any(t.lower in ("and", "but", "while") for t in self.tokens[source.last + 1 : at]):
            source = None  # another clause begins between, with a subject of its own
        how = "subject of the sentence" if source else "nobody named"
        self.found.append(Report("direct", quoted.inner, quoted.outer, source, None, how, (quoted,)))

    def _stands_alone(self, at: int) -> bool:
        """A short quotation counts where it is a sentence of its own or the second part of one, not as a word among words."""
        beside = [self.tokens[n] for n in (at - 1, at + 1) if 0 <= n < len(self.tokens)]
        if any(t.kind == "w" and t.lower not in en.CONNECTORS for t in beside):
            return False
        return self.last_cue is not None or all(t.kind != "w" for t in self.tokens)

    def is_title(self, at: int) -> bool:
        """A quotation in Title Case, or after "the film" and the like, names a thing."""
        quoted = self.tokens[at].quoted
        if quoted is None:
            return False
        inner = self.text[quoted.inner : quoted.outer].split()
        long = [word for word in inner if len(word) > 3 and word[0].isalpha() and word not in en.PREPOSITIONS]
        titled = bool(long) and sum(w[0].isupper() for w in long) >= 0.75 * len(long)
        before = self.tokens[at - 1].lower if at else ""
        if before in ("so-called", "self-styled", "as") and quoted.words < 7:
            return True
        if before in READING and any(t.lower in en.SILENT for t in self.tokens[max(0, at - LONGEST_LABEL) : at]):
            return True  # "the sign on the door reads"
        return (
            titled
            or before in slavic.WORKS
            or before.startswith(slavic.WORK_STEMS)
            or (before in en.WORKS - {"reading", "called", "the", "writing"} and self.text[quoted.outer - 1] not in ".!?")
        )


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
