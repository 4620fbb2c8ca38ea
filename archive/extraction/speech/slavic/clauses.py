"""Cuts out of a Russian, Belarusian or Ukrainian sentence what it reports.

The order of words is free, so the source is looked for on both sides of the verb; reported clauses begin with "что", "што" or "що",
or stand before a comma or dash and the verb. A sentence that begins with a dash is a turn of dialogue.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from archive.extraction.languages.slavic import verbs as slavic_verbs
from archive.extraction.languages.slavic import words as slavic
from archive.extraction.languages.slavic.cases import gender_of_verb
from archive.extraction.languages.slavic.particles import AND, BREAKS
from archive.extraction.people.mentions import KnownNames, mentions_of
from archive.extraction.speech.english.clauses import Clauses
from archive.extraction.speech.english.content import DASHES, LINKS
from archive.extraction.speech.reports import Cue, Report, Unit
from archive.extraction.speech.slavic.cues import according, cues_of
from archive.extraction.speech.slavic.opposing import AGAINST, opposes
from archive.extraction.speech.slavic.right import right_of
from archive.extraction.text.tokens import tokens_of

LONGEST = 10
LEAST_WORDS = 2
MOST_SPLIT = 4
CONVERB_ENDINGS = ("в", "вши", "ўшы", "шы", "я")
# What the reporter links his sentences with, before "добавил Петров".
OPENERS = frozenset(
    (
        "при этом", "кроме того", "вместе с тем", "в то же время", "однако", "тем не менее", "более того", "к тому же", "также", "кстати",
        "в частности", "в свою очередь", "разам з тым", "пры гэтым", "акрамя таго", "апроч таго", "у той жа час", "аднак", "разом з цим",
        "крім того", "при цьому", "водночас", "втім", "у свою чергу", "зокрема", "до того ж", "разом із тим", "поэтому",
        "таким образом",
    )
)  # fmt: skip
# "Выступая на заседании, министр сказал": what the speaker did meanwhile, where the ending is no adjective's.
CONVERB = re.compile(
    r"выступая|отвечая|рассказывая|открывая|обращаясь|объясняя|поясняя|оценивая|завершая|обсуждая|посещая|встречая|принимая|отмечая"
    r"|напоминая|подч[её]ркивая|представляя|опровергая|поздравляя|говоря|подводя|находясь|будучи|гаворачы"
    r"|(?!статуя)\w{2,20}уя|\w{2,20}(?:аясь|яясь|уясь|вшись|вши|ўшы)|\w{5,20}(?:ючи|ючы|ячи|ячы|учи|учы|ючися|ючыся)"
)
INSIDE = re.compile(r"[,!?…]\s?[—–]\s(?P<verb>\w{3,20})\s(?P<name>[^—–.!?«»\n]{2,60}+)[.,]\s?[—–]\s")


class SlavicClauses(Clauses):
    """The same walk as for English, with other cues and other signs of a clause."""

    def find_cues(self) -> list[Cue]:
        return cues_of(self.unit)

    def run(self) -> list[Report]:
        if self.tokens and self.tokens[0].text in DASHES:
            self._dialogue()
        found = super().run()
        split = [part for report in found for part in self._split(report)]
        return sorted(split, key=lambda report: report.start)

    def _dialogue(self) -> None:
        """ "— Q, — said X." A later sentence of the turn begins with a dash too and has no verb of speech."""
        cue = next((c for c in self.cues if c.first and self.tokens[c.first - 1].text in DASHES), None)
        stop = cue.first - 1 if cue else len(self.tokens)
        while stop > 1 and self.tokens[stop - 1].text in (",", *DASHES):
            stop -= 1
        if stop <= 1:
            return
        start, end = self.tokens[1].start, self.tokens[stop - 1].end
        span = self._span(cue) if cue else None
        self.found.append(Report("direct", start, end, cue.source if cue else None, span, "dialogue"))
        self.at, self.cues = len(self.tokens), []

    def _split(self, report: Report) -> list[Report]:
        """«Q1, — сказала X. — Q2»: the reporter's words stand between dashes inside the marks."""
        match = INSIDE.search(self.text, report.start, report.end) if report.kind == "direct" and report.quoted else None
        if match is None or match["verb"].lower() not in slavic.SAYING:
            return [report]
        tokens = tuple(tokens_of(self.text, match.start("verb"), match.end("name")))
        mentions = mentions_of(self.text, tokens, KnownNames(self.unit.language))
        unit = Unit(self.unit.block, match.start(), match.end(), tokens, tuple(mentions), self.unit.language)
        at = next(n for n, token in enumerate(self.tokens) if token.end > match.start())  # the quotation, one token of this sentence
        source = right_of(unit, 1)
        source = replace(source, first=at, last=at) if source else None
        cue = match.span("verb")
        first = Report(
            "direct", report.start, match.start() + (self.text[match.start()] != ","), source, cue, "quotation before", report.quoted
        )
        second = Report("direct", match.end(), report.end, source, cue, "second quotation", report.quoted)
        return [part for part in (first, second) if part.start < part.end]

    def _after(self, cue: Cue, following: Cue | None, *, told: bool) -> bool:
        if self.tokens[0].lower in ("как", "як") and cue.first <= LONGEST and not told and self._that_after(cue.stop) is None:
            comma = next((n for n in range(cue.stop, len(self.tokens)) if self.tokens[n].text == ","), None)
            if comma is None or comma + 2 >= len(self.tokens) or self._is_told_on(comma + 1):
                return False
            return self._clause_from(comma + 1, cue, "clause after")
        return super()._after(cue, following, told=told)

    def _is_told_on(self, at: int) -> bool:
        """ "Как сообщает ТАСС, | адвокат пояснила, что": the words are hers."""
        inner = next((c for c in self.cues if c.begin == at and c.source and c.source.kind != "body"), None)
        return inner is not None and inner.word in slavic.SAYING and self._that_after(inner.stop) is not None

    def _that_after(self, at: int) -> int | None:
        for n in range(at, min(len(self.tokens), at + 18)):
            if self.tokens[n].lower in slavic.THAT and n and self.tokens[n - 1].text == ",":
                return n + 1 if n + 1 < len(self.tokens) else None
            if (self.tokens[n].kind == "q" and not self._is_told_to(n)) or self.tokens[n].text in (":", ";"):
                return None
        return None

    def _is_clause(self, begin: int, end: int) -> bool:
        return False

    def _around(self, cue: Cue, begin: int) -> bool:
        """«Договор, уточнил чиновник, подпишут в Минске»: few words, the reporter between commas, and the rest."""
        end = cue.begin - 1
        second = cue.stop + 1
        if not (cue.inverted and cue.word in slavic.SAYING and 0 < end - begin <= MOST_SPLIT and second + 1 < len(self.tokens)):
            return False
        if self.tokens[end].text not in LINKS or self.tokens[cue.stop].text != "," or cue.source is None or not cue.source.speaks:
            return False
        if " ".join(t.lower for t in self.tokens[begin:end]) in OPENERS:
            return self._clause_from(second, cue, "clause after")
        after = self.tokens[second].lower
        if after in BREAKS | slavic.SAYING or any(t.kind != "w" for t in self.tokens[begin:end]) or self._is_report_after(second):
            return False
        self._add_clause(begin, self._end_of_content(second, cue), cue, "clause around")
        return True

    def _is_report_after(self, at: int) -> bool:
        return any(c.begin == at or c.first == at for c in self.cues)

    def _continued(self, cue: Cue) -> None:
        """What follows the reporting clause is the reporter's, unless the clause is cut in two."""

    def _introduces(self, cue: Cue) -> bool:
        if cue.stop >= len(self.tokens):
            return False
        colon = next((n for n in range(cue.stop, min(len(self.tokens), cue.stop + 3)) if self.tokens[n].kind != "w"), cue.stop)
        announced = self.tokens[colon].kind == "q" or self.tokens[colon].text == ":"
        return announced or self._that_after(cue.stop) is not None

    def _trails(self, cue: Cue, begin: int, end: int) -> bool:
        words = sum(t.kind == "w" for t in self.tokens[begin:end])
        head = self.tokens[begin].lower
        return (
            words >= LEAST_WORDS
            and not CONVERB.fullmatch(head)
            and cue.source is not None
            and cue.source.speaks
            and head not in ("как", "як")
            and not self._introduces(cue)
        )

    def _quote_after(self, at: int) -> int | None:
        for n in range(at, min(len(self.tokens), at + 14)):
            if self._is_told_to(n):
                continue
            if self.tokens[n].kind == "q":
                return n if n == at or self.tokens[n - 1].text in LINKS else None
            if self.tokens[n].lower in BREAKS:
                return None
        return None

    def _is_told_to(self, at: int) -> bool:
        """ "рассказал «Вестнику», что": a short name with a clause behind it."""
        short = self.tokens[at].kind == "q" and not self._is_long_quote(at) and at + 2 < len(self.tokens)
        return short and self.tokens[at + 1].text == "," and self.tokens[at + 2].lower in slavic.THAT

    def _ends_at(self, n: int, begin: int) -> bool:
        if self.tokens[n].lower in AND:
            return n - begin >= LEAST_WORDS and self._goes_on_with(n + 1, begin)
        if self.tokens[n].lower in AGAINST:
            return opposes(self.tokens, self.unit.mentions, n + 1)
        if self.tokens[n].text == ";":
            return super()._ends_at(n, begin) or opposes(self.tokens, self.unit.mentions, n + 1)
        if self.tokens[n].text not in (",", "—", "–"):
            return False
        at = n + 1
        while at < len(self.tokens) and self.tokens[at].text in LINKS:
            at += 1
        if at < len(self.tokens) and self.tokens[at].lower in AND:
            return self._goes_on_with(at + 1, begin)
        following = self.tokens[at].lower if at < len(self.tokens) else ""
        if following in slavic_verbs.MEANWHILE:
            return True
        return self._is_reporter(at, following) or (following in ("по", "па") and according(self.unit, at) is not None)

    def _is_reporter(self, at: int, following: str) -> bool:
        """ ", сообщает «Вестник»", ", добавив": a verb of speech with somebody behind it, not one of a clause within."""
        if following in slavic_verbs.PASSING_ON or (following in slavic.SAYING and following.endswith(CONVERB_ENDINGS)):
            return True
        return following in slavic.SAYING and any(c.first <= at <= c.last for c in self.cues)

    def _goes_on_with(self, at: int, begin: int) -> bool:
        """ "… и назвал это", "… и опубликовал фото": the speaker's next verb, in the past and gender of the verb of speech."""
        if at >= len(self.tokens) or self.tokens[at].lower not in slavic.SAYING | slavic_verbs.ACTIONS:
            return False
        number = bisect_left(self.cues, begin, key=lambda cue: cue.last)
        gender = gender_of_verb(self.tokens[at].lower)
        return number > 0 and gender is not None and gender == gender_of_verb(self.cues[number - 1].word)
