"""Which of the names that were found belong to the cast: sure ones, and doubtful ones that speak or are taken up by a pronoun."""

from __future__ import annotations

from collections.abc import Sequence

from archive.extraction.languages.names import FIRST_NAMES
from archive.extraction.people.candidates import LOOSE
from archive.extraction.people.mentions import Mention
from archive.extraction.people.runs import NO_NAME
from archive.extraction.speech.reports import Reading, Unit

PERSONAL = frozenset("he she his her him".split())


def trusted(read: Sequence[tuple[Unit, Reading]], others: Sequence[Mention]) -> list[Mention]:
    """Sure names, and doubtful ones that the document lets speak."""
    speaking = {m.name for _, reading in read for r in reading.reports if r.source for m in r.source.mentions}
    speaking |= {m.name for unit, _ in read for m in unit.mentions if not m.sure and _is_taken_up(unit, m)}
    everyone = [m for unit, _ in read for m in unit.mentions]
    everyone += [m for _, reading in read for r in reading.reports if r.source for m in r.source.mentions if m.role]
    return [m for m in [*everyone, *others] if m.sure or m.name in speaking] + _single_names(read)


def apart(mentions: Sequence[Mention]) -> list[Mention]:
    """Without "Лимо Градов" out of "о здоровье Лимо Градов сказал": two surnames of people whom full names tell."""
    firm = {m.surname for m in mentions if m.sure and " " in m.name and m.name.split()[0] in FIRST_NAMES}
    return [m for m in mentions if m.role or " " not in m.name or m.name.split()[0] in FIRST_NAMES or not set(m.name.split()) <= firm]


def _is_taken_up(unit: Unit, mention: Mention) -> bool:
    """ "When Wei Liang came home, she …": a pronoun behind the only name of the sentence tells that it is a person's."""
    if len(unit.mentions) != 1 or (mention.first and unit.tokens[mention.first - 1].lower in LOOSE):
        return False
    return any(token.lower in PERSONAL for token in unit.tokens[mention.last + 1 :])


def _single_names(read: Sequence[tuple[Unit, Reading]]) -> list[Mention]:
    """Words in capitals that speak ("Smith said") though no full name is printed; a body such as a firm is among them by chance."""
    sources = {
        r.source.head: (r.source, next((t.bare for t in unit.tokens if t.start == r.source.start), ""))
        for unit, reading in read
        for r in reading.reports
        if r.source and r.source.kind == "body" and r.source.first == r.source.last
    }
    return [
        Mention(s.first, s.last, s.start, s.end, printed if printed.casefold() == head else head.title(), None, "", sure=False)
        for head, (s, printed) in sources.items()
        if len(head) > 3 and head.title() not in NO_NAME
    ]
