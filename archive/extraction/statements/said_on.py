"""On which day, and on which occasion, words were said: by what is told beside them, else by what was told before, else by the document."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from archive.extraction.page.head import Layout
from archive.extraction.people.unit import Unit
from archive.extraction.speakers.spoken import Sentence, Spoken
from archive.extraction.statements.another_time import ANOTHER_TIME, Narrative, is_story
from archive.extraction.statements.document_day import day_of
from archive.extraction.statements.spoke_at import spoke_at
from archive.extraction.statements.telling import Calendar, Telling, Told, telling_of
from archive.extraction.statements.told_before import SENTENCES, Memory, Names, Said, is_overtaken
from archive.extraction.statements.told_beside import goes_on, is_aside, speaks_now, told_in
from archive.extraction.text.faults import attempt
from archive.extraction.types import DateFound, SaidOnFound, Span

# Words that have no clause of the reporter's beside them.
WITHOUT_CLAUSE = ("turn", "headline")
MOST_BESIDE = 10  # stretches of the reporter's on either side


def said_on_each(
    text: str, page: Layout, sentences: Sequence[Sentence], spoken: Sequence[Spoken], calendar: Calendar, dates: Sequence[DateFound]
) -> Iterator[Told]:
    """For each of the reports in turn the day and the occasion; a day that nothing tells is the document's own."""
    elsewhere: dict[Names, Told] = attempt("Where somebody spoke", partial(spoke_at, text, sentences, spoken, calendar), {})
    memory = Memory(calendar.latest, elsewhere)
    titled = attempt("The occasion in the title", partial(_title_tells, text, page, calendar), Told())
    reported = _by_sentence(spoken)
    own = cache(lambda number: own_words(sentences[number].unit, reported.get(number, ())))
    teller = _Teller(text, sentences, own, calendar, titled, is_story(calendar))
    otherwise = attempt("The day of the document", partial(day_of, page, dates), None)
    for one in spoken:
        told = attempt(f"When the words at {one.report.start} were said", partial(_told, memory, teller, one), Told())
        yield told if told.said_on or told.otherwhen else replace(told, said_on=otherwise)


def _told(memory: Memory, teller: _Teller, one: Spoken) -> Told:
    """What is said at another time is said on no occasion that was told before."""
    said = teller.said(one)
    told = said.told if said.otherwhen and not said.told.said_on else memory.carry(said)
    if told.said_on:
        return told
    scene = None if said.otherwhen or said.now or said.told.phrase else teller.scene(one)
    scene = None if is_overtaken(said, scene) else scene
    return replace(told, said_on=scene, otherwhen=said.otherwhen or teller.is_over(one, said))


def _by_sentence(spoken: Sequence[Spoken]) -> dict[int, list[Spoken]]:
    reported: dict[int, list[Spoken]] = defaultdict(list)
    for one in spoken:
        reported[one.number].append(one)
    return reported


def _title_tells(text: str, page: Layout, calendar: Calendar) -> Told:
    """The occasion in the title of a transcript: "Remarks at the press conference in Valmere"."""
    if page.title is None or page.title.start is None or page.title.end is None:
        return Told()
    return told_in(telling_of(text, [(page.title.start, page.title.end)], calendar))


@dataclass(frozen=True, slots=True)
class _Teller:
    """The reporter, who tells beside the words when and where they were said."""

    text: str
    sentences: Sequence[Sentence]
    own: Callable[[int], Sequence[Span]]
    calendar: Calendar
    title: Told
    is_story: bool

    def said(self, one: Spoken) -> Said:
        """What the clause of the words tells. Those of a transcript stand under its title, and those that go on have no clause."""
        place = (one.number, self.sentences[one.number].unit.block)
        follows = one.inherited or goes_on(self.text, one.report.cue)
        if one.report.how == "turn":
            return Said(one.names, self.title, place, goes_on=follows)
        if one.inherited or one.report.how in WITHOUT_CLAUSE:
            return Said(one.names, Told(), place, goes_on=follows)
        telling, cue = self._telling(one), one.report.cue
        otherwhen = cue is not None and ANOTHER_TIME(telling, cue)
        told, now = told_in(telling), speaks_now(telling, cue)
        return Said(one.names, told, place, now, follows, otherwhen, is_aside(telling, told), self._named_lately(one))

    def scene(self, one: Spoken) -> SaidOnFound | None:
        return self._narrative(one).day_of_the_scene(one.number, _verb(one), one.names) if one.report.cue else None

    def is_over(self, one: Spoken, said: Said) -> bool:
        """Words in a story of long ago, or a quotation of nobody; none of a transcript, none of a heading, and none told in the present."""
        if said.now or one.report.how in WITHOUT_CLAUSE:
            return False
        of_nobody = not (one.report.cue or one.report.source or one.speakers)
        return of_nobody or self.is_story or self._narrative(one).is_over(one.number, _verb(one))

    def _narrative(self, one: Spoken) -> Narrative:
        return Narrative(self.text, self.sentences, partial(self._beside, one), self.calendar)

    def _telling(self, one: Spoken) -> Telling:
        return telling_of(self.text, self._beside(one, one.number), self.calendar, _clause(one))

    def _named_lately(self, one: Spoken) -> tuple[DateFound, ...]:
        """The dates that the reporter names in the sentence of the words, and in those just before it in their paragraph."""
        block, first = self.sentences[one.number].unit.block, max(0, one.number - SENTENCES)
        near = (nth for nth in range(first, one.number + 1) if self.sentences[nth].unit.block == block)
        return telling_of(self.text, [stretch for nth in near for stretch in self._beside(one, nth)], self.calendar).dates

    def _beside(self, one: Spoken, number: int) -> Sequence[Span]:
        """The reporter's own stretches of a sentence, of very many those nearest to the words."""
        stretches = self.own(number)
        at = bisect_left(stretches, (one.report.start, one.report.start))
        return stretches[max(0, at - MOST_BESIDE) : at + MOST_BESIDE]


def own_words(unit: Unit, reported: Sequence[Spoken]) -> list[Span]:
    """The stretches of the sentence that no report covers and no quotation."""
    taken = sorted({(s.report.start, s.report.end) for s in reported} | {(t.start, t.end) for t in unit.tokens if t.kind == "q"})
    stretches, at = [], unit.start
    for start, end in taken:
        if start > at:
            stretches.append((at, start))
        at = max(at, end)
    return [*stretches, (at, unit.end)] if at < unit.end else stretches


def _verb(one: Spoken) -> int:
    """Where the verb of speech begins, or the words that have none."""
    return one.report.cue[0] if one.report.cue else one.report.start


def _clause(one: Spoken) -> Span | None:
    """The verb of speech with its source."""
    cue, source = one.report.cue, one.report.source
    if cue is None or source is None:
        return cue
    return min(cue[0], source.start), max(cue[1], source.end)
