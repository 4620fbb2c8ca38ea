"""What was told before of when and where words were said holds for later words: of the same occasion, or of the same speaker. So does a day
of the week before the text was published."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from archive.extraction.dates import civil
from archive.extraction.statements.telling import Told
from archive.extraction.statements.wording import wording_of
from archive.extraction.text.rules import Rules
from archive.extraction.types import DateFound, SaidOnFound

BEFORE = "told before"
ONE_DAY = re.compile(r"[12]\d{3}-\d\d-\d\d")
SENTENCES = 2  # so far a day is told for whoever speaks next in the paragraph
NEWS = datetime.timedelta(days=7)  # for so long a day is the one that the report is about

Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """Words of the speakers `names`, what their own clause tells, and the number of their sentence and of its paragraph. They may go on
    with the words before them (`goes_on`), be told in the present (`now`), of another time (`otherwhen`), or beside what is told (`aside`).
    `dates` are those that the reporter names in their sentence and just before it."""

    names: Names
    told: Told
    place: tuple[int, int]
    now: bool = False
    goes_on: bool = False
    otherwhen: bool = False
    aside: bool = False
    dates: tuple[DateFound, ...] = ()


@dataclass(slots=True)
class Memory:
    """What was told of occasions so far, by who spoke there and by what kind of occasion it was, in a text of the day `latest`;
    `settings` are what sentences without reported words tell of where somebody spoke."""

    latest: str | None = None
    settings: Mapping[Names, Told] = field(default_factory=dict)
    by_speaker: dict[Names, Told] = field(default_factory=dict)
    by_noun: dict[str, Told] = field(default_factory=dict)
    told: list[tuple[str, Told]] = field(default_factory=list)
    last: tuple[Said, Told] | None = None

    def carry(self, said: Said) -> Told:
        """What holds for words: what their own clause tells, else what was told before of the occasion they are spoken at.

        A date without an occasion holds for what goes on with the words beside it, and for the rest where it is a day of the week before
        the text: what the report is about. Who speaks now speaks at no occasion that is over.
        """
        known = said.told if said.now else CARRIED(self, said) or said.told
        phrase = said.told.phrase
        if phrase and phrase.noun and (known is said.told or not phrase.definite):
            self._note(phrase.noun, known)
        if said.names:
            self.by_speaker[said.names] = known
        self.last = said, known
        return known

    def _note(self, noun: str, known: Told) -> None:
        self.by_noun[noun] = known
        if known.occasion and known.occasion.text:
            self.told.append((known.occasion.text, known))

    def before(self, said: Said) -> Told | None:
        """What was told of the speaker, of an occasion that was a joint one, or in a sentence of its own."""
        last = self.by_speaker.get(said.names)
        if last and (last.phrase or said.goes_on or _is_news(last.said_on, self.latest) or self._follows(said)):
            return last
        return None if last and last.said_on else self._shared(said.names) or self.settings.get(said.names)

    def _follows(self, said: Said) -> bool:
        """Nobody else spoke since, and no paragraph lies between."""
        return self.last is not None and self.last[0].names == said.names and said.place[1] - self.last[0].place[1] <= 1

    def of_the_report(self, said: Said) -> Told | None:
        """What was told last in the paragraph of the words, so few sentences before; in a clause of somebody's own it is told of him."""
        if self.last is None or self.last[0].aside or said.place[1] != self.last[0].place[1]:
            return None
        return self.last[1] if said.place[0] - self.last[0].place[0] <= SENTENCES else None

    def _shared(self, names: Names) -> Told | None:
        """An occasion that the speaker was named at ("talks with Elena Brandt"), or that was a joint one."""
        for phrase, told in reversed(self.told):
            named = any(name.rsplit(maxsplit=1)[-1] in phrase for name in names)
            if named or (names and not wording_of(phrase).JOINT.isdisjoint(phrase.casefold().split())):
                return told
        return None


CONFERENCE = "At a press conference in Valmere on Monday, Anna Hill said that the lock would open. "
CARRIED = Rules[[Memory, Said], Told | None]("what was told before of when and where words were said", otherwise=None)


@CARRIED.rule("the occasion again", CONFERENCE + "“It will be free,” Tom Orr said at the press conference.")
def _occasion_again(memory: Memory, said: Said) -> Told | None:
    """ "The meeting": the one told of before."""
    phrase = said.told.phrase
    if phrase is None or not phrase.definite or phrase.place or phrase.dates:
        return None
    same = memory.by_noun.get(phrase.noun)
    return _with_before(said.told, same) if same else None


@CARRIED.rule("an occasion of its own", "Anna Hill said in an interview that the lock would open.")
def _occasion_of_its_own(memory: Memory, said: Said) -> Told | None:
    return said.told if said.told.occasion else None


@CARRIED.rule("told before", CONFERENCE + "“It will be free,” she said.")
def _told_before(memory: Memory, said: Said) -> Told | None:
    """What is said on another day is said elsewhere."""
    before = memory.before(said)
    days = {on.edtf for on in (said.told.said_on, before.said_on if before else None) if on}
    return _with_before(said.told, before) if before and len(days) < 2 and not is_overtaken(said, before.said_on) else None


@CARRIED.rule("the same report", "On Monday, Anna Hill said that the lock would open. A guard said that it would be free.")
def _same_report(memory: Memory, said: Said) -> Told | None:
    """A day beside the words of one holds for the next who speaks in the paragraph."""
    told = memory.of_the_report(said)
    if said.told.said_on or told is None or told.phrase or told.said_on is None or is_overtaken(said, told.said_on):
        return None
    return replace(said.told, said_on=_carried(told.said_on))


def _with_before(told: Told, before: Told) -> Told:
    """The occasion of before, and its day where the words have none of their own."""
    return Told(told.said_on or _carried(before.said_on), before.occasion, before.phrase)


def is_overtaken(said: Said, on: SaidOnFound | None) -> bool:
    """Behind this day the reporter names a later one: "Anna Hill, who left on Tuesday, said"."""
    before = civil.first_and_last(on.edtf) if on else None
    if on is None or before is None:
        return False
    behind = (civil.first_and_last(str(date.edtf)) for date in said.dates if date.start > (on.start or 0))
    return any(days is not None and days[0] > before[1] for days in behind)


def _carried(said: SaidOnFound | None) -> SaidOnFound | None:
    return said if said is None or said.rule.endswith(BEFORE) else replace(said, rule=f"{said.rule}, {BEFORE}")


def _is_news(said: SaidOnFound | None, latest: str | None) -> bool:
    """A day of the week before the text."""
    if said is None or latest is None or not ONE_DAY.fullmatch(said.edtf) or not ONE_DAY.fullmatch(latest):
        return False
    return datetime.timedelta() <= datetime.date.fromisoformat(latest) - datetime.date.fromisoformat(said.edtf) <= NEWS
