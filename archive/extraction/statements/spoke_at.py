"""Where each speaker is said to have spoken, in sentences that report nothing: "He was speaking at a rally in Valmere on Saturday."."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from archive.extraction.speakers.spoken import Sentence, Spoken
from archive.extraction.statements.telling import Calendar, Told, telling_of
from archive.extraction.statements.told_before import Names
from archive.extraction.statements.told_beside import told_in
from archive.extraction.statements.wording import wording_of
from archive.extraction.types import Span


def spoke_at(text: str, sentences: Sequence[Sentence], spoken: Sequence[Spoken], calendar: Calendar) -> dict[Names, Told]:
    """By the speakers; "he" in such a sentence is whoever spoke last, or speaks next."""
    reporting = {one.number for one in spoken}
    named = [(one.number, one.names) for one in spoken if one.names]
    by_surname = {name.rsplit(maxsplit=1)[-1]: names for _, names in reversed(named) for name in names}
    found: dict[Names, Told] = {}
    for number, sentence in enumerate(sentences):
        unit = sentence.unit
        told = None if number in reporting else occasion_in(text, (unit.start, unit.end), calendar)
        if told:
            mentioned = next((by_surname[token.bare] for token in unit.tokens if token.bare in by_surname), None)
            found.setdefault(mentioned or _nearest(named, number), told)
    return found


def occasion_in(text: str, sentence: Span, calendar: Calendar) -> Told | None:
    """The occasion that a sentence without reported words tells of."""
    spoke = wording_of(text[slice(*sentence)]).SPOKE.search(text, *sentence)
    told = told_in(telling_of(text, [(spoke.end(), sentence[1])], calendar)) if spoke else None
    return told if told and told.occasion else None


def _nearest(named: Sequence[tuple[int, Names]], number: int) -> Names:
    """Who spoke last before this sentence, or else who speaks next."""
    at = bisect_left(named, number, key=lambda one: one[0])
    return named[at - 1][1] if at else named[0][1] if named else ()
