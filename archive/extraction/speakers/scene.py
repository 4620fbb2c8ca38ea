"""Resolves the source beside reported words to the people of the document: names, "he", "the minister", "the joint statement".

A name is given only where one person fits. Where two fit, the mention stays and the name is left empty for the editor.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from archive.extraction.languages import words
from archive.extraction.languages.callings import lemma_of
from archive.extraction.languages.english import words as en
from archive.extraction.languages.slavic import words as slavic
from archive.extraction.languages.slavic.cases import body_nominative
from archive.extraction.people.bodies import Bodies
from archive.extraction.people.cast import Cast, Person, gender_told, present
from archive.extraction.people.firms import is_firm
from archive.extraction.speakers.nominals import OFFICES, bearers, gender_of_nominal, is_anybody, is_definite, is_unnamed, sole
from archive.extraction.speech.english.left import left_of
from archive.extraction.speech.english.noun_phrases import Source
from archive.extraction.speech.reports import Unit
from archive.extraction.types import SpeakerFound

GENDERS = {**en.PERSONAL, **slavic.PRONOUNS}
ISSUING = words(
    """
    published issued signed adopted released made опубликовали подписали приняли обнародовали апублікавалі падпісалі прынялі
    опублікували підписали ухвалили оприлюднили опубликовал опубликовала подписал подписала
    """
)
# "Oslo-based Northern Instruments".
BASED = re.compile(r"^(?:[A-Z][\w.’'-]{1,20},?\s){0,2}[A-Z][\w.]{0,20}-based\s(?=[A-Z])")
THE_SAME = frozenset("document text statement message letter communique communiqué report post release declaration".split())
REMEMBERED = 12
# How many sentences back a word without an article may lead.
BACK = 3


@dataclass(slots=True)
class Scene:
    """Who spoke last and who was named since, as the reading goes through the document."""

    cast: Cast
    bodies: Bodies
    last: tuple[Person, ...] = ()
    authors: tuple[SpeakerFound, ...] = ()
    recent: list[tuple[int, int, Person]] = field(default_factory=list)
    heard: int = -1
    # The sentence in which somebody spoke whom the document does not name.
    stranger: int = -1
    # The words of a speaker are read for what others told him.
    relaying: bool = False
    # The body that spoke last, with its sentence: "it added".
    body: tuple[int, str] | None = None

    def enter(self, number: int, unit: Unit) -> None:
        """Notes the people whom sentence `number` names outside quotations."""
        named = present(self.cast, unit)
        self.recent += [(number, at, person) for at, person in named]
        signed = next((at for at, token in enumerate(unit.tokens) if token.lower in ISSUING), None)
        if signed and any(t.lower in en.DOCUMENTS | slavic.DOCUMENTS for t in unit.tokens[signed : signed + 8]):
            signing = dict.fromkeys(p for at, p in named if at < signed)
            self.authors = tuple(SpeakerFound(p.name, p.role, None, None) for p in signing) or self.authors
        for mention in unit.mentions:
            source = left_of(unit.tokens, unit.mentions, mention.last)
            if source and source.kind == "document" and source.mentions:
                self._signers(source)
        self.recent = self.recent[-REMEMBERED:]

    def hear(self, number: int, source: Source, people: tuple[Person, ...]) -> None:
        if people:
            self.last, self.heard = people, number
        elif source.kind in ("role", "other") and source.first <= source.last:
            self.stranger = number

    def resolve(self, source: Source, number: int, text: str, gender: str | None = None) -> tuple[SpeakerFound, ...]:
        """The speakers of a source in sentence `number`; `gender` is what the verb beside it tells."""
        printed = text[source.start : source.end]
        if source.kind == "document" and not source.mentions:
            return self._document(source, printed)
        if source.head == "it" and source.kind == "pronoun" and self.body and number - self.body[0] <= 1:
            return (SpeakerFound(self.body[1], None, source.start, source.end),)
        people = self._people(source, number, printed, gender)
        told = tuple(SpeakerFound(p.name, p.role, source.start, source.end) for p in people)
        if not told and source.kind in ("person", "body"):
            told = self._as_printed(source, printed)
        self.body = (number, told[0].name) if source.kind == "body" and len(told) == 1 and told[0].name else None
        if told:
            return told
        role = _without_article(printed) if source.kind == "role" else None
        return (SpeakerFound(None, role, source.start, source.end),)

    def _people(self, source: Source, number: int, printed: str, gender: str | None) -> tuple[Person, ...]:
        if source.kind == "person":
            found = [self.cast.named(m.name, gender_told(m) or gender, m.role) for m in source.mentions]
            return tuple(p for p in found if p) if all(found) else ()
        if source.kind == "pronoun":
            return self._pronoun(source, number)
        if source.kind == "document":
            return self._signers(source)
        if source.kind in ("role", "other", "body"):
            people = self._nominal(source, number, printed, gender)
            if people or source.kind == "role":
                return people
        if source.kind in ("body", "other") and source.first == source.last:
            person = self.cast.named(_bare(printed), gender) if printed[:1].isupper() else None
            return (person,) if person else ()
        return ()

    # ---------------------------------------------------------------- pronouns and nominals

    def _pronoun(self, source: Source, number: int) -> tuple[Person, ...]:
        gender = GENDERS.get(source.head)
        if gender is None:
            return self._several(source, number)
        return self._one_near(source, number, gender)

    def _several(self, source: Source, number: int) -> tuple[Person, ...]:
        """ "They" are those who spoke together, or the two of the nearest sentence that names anybody."""
        if len(self.last) > 1 and self.heard >= self.stranger:
            return self.last
        before = [(n, p) for n, at, p in self.recent if (n < number or at < source.first) and n > max(self.heard, self.stranger)]
        closest = max((n for n, _ in before), default=-1)
        people = tuple(dict.fromkeys(p for n, p in before if n == closest))
        return people if len(people) == 2 and closest == number - 1 else ()

    def _one_near(self, source: Source, number: int, gender: str | None) -> tuple[Person, ...]:
        """The last speaker, unless somebody else of that gender was named since; where several were, none."""
        others = {p for n, at, p in self.recent if n == number and at > source.first}
        near = [(n, p) for n, at, p in self.recent if _fits(p, gender) and (n < number or at < source.first) and p not in others]
        last = self.last[0] if len(self.last) == 1 and _fits(self.last[0], gender) else None
        since = {p for n, p in near if n > max(self.heard, self.stranger) and p != last}
        if self.stranger > self.heard and not since:
            return ()
        if last and not since:
            return (last,)
        closest = max((n for n, _ in near), default=-1)
        candidates = {p for n, p in near if n == closest}
        if last and last in candidates:
            return (last,)
        return sole([p for p in candidates if p.gender == gender] or list(candidates))

    def _nominal(self, source: Source, number: int, printed: str, gender: str | None) -> tuple[Person, ...]:
        if not is_definite(printed) or is_unnamed(printed, source.head):
            return ()
        told = gender_of_nominal(printed)
        fitting = [p for p in bearers(self.cast, printed, source.head) if _fits(p, told or gender)] if source.kind == "role" else []
        if len(fitting) == 1:
            return (fitting[0],)
        if len(self.last) == 1 and self.last[0] in fitting:
            return self.last
        his = printed.lower().startswith(("his ", "her ", "their "))  # "her spokesman" is another than the last speaker
        if his and not fitting:
            return ()
        if not fitting and not self.relaying and self.heard < number and self._is_untitled(source, told or gender):
            return self.last
        if not fitting and is_anybody(printed, source.head) and (printed[:1].isascii() or self._is_alone(number)):
            return self._one_near(source, number, told or gender)
        return sole([p for _, _, p in self.recent if p in fitting])

    def _is_untitled(self, source: Source, gender: str | None) -> bool:
        """ "Clyde denied it. The president said": who spoke last bears no office in the text, and nobody in it bears this one."""
        office = source.first == source.last or source.last - source.first == 1
        return (
            office
            and (lemma_of(source.head) or source.head) in OFFICES
            and len(self.last) == 1
            and not self.last[0].roles
            and _fits(self.last[0], gender)
        )

    def _is_alone(self, number: int) -> bool:
        """One person alone was named in the last sentences: without articles only then does "чиновник" lead back to somebody."""
        return len({p for n, _, p in self.recent if number - n <= BACK}) == 1

    # ---------------------------------------------------------------- documents and bodies

    def _signers(self, source: Source) -> tuple[Person, ...]:
        named = tuple(p for m in source.mentions if (p := self.cast.named(m.name)))
        if named:
            self.authors = tuple(SpeakerFound(p.name, p.role, None, None) for p in named)
        return named

    def _document(self, source: Source, printed: str) -> tuple[SpeakerFound, ...]:
        """ "The statement" is of those whose statement was told of before."""
        definite = printed.lower().startswith(("the ", "this ")) or not printed.isascii()
        paper = self.bodies.headed("paper") if definite and source.head == "paper" else None
        if paper:
            return (SpeakerFound(paper, None, source.start, source.end),)
        if not (definite and source.head in THE_SAME | slavic.DOCUMENTS and self.authors):
            return (SpeakerFound(None, None, source.start, source.end),)
        return tuple(SpeakerFound(one.name, one.role, source.start, source.end) for one in self.authors)

    def sign(self, speakers: tuple[SpeakerFound, ...]) -> None:
        """These speakers said so "in a statement", which later sentences call "the statement"."""
        if any(speaker.name for speaker in speakers):
            self.authors = speakers

    def _as_printed(self, source: Source, printed: str) -> tuple[SpeakerFound, ...]:
        """A name that the document gives no more of: a body, or a surname alone."""
        if source.kind == "person":
            if any(self.cast.is_shared(m.name) for m in source.mentions if " " not in m.name):
                return (SpeakerFound(None, None, source.start, source.end),)
            return tuple(SpeakerFound(m.name, m.role, source.start, source.end) for m in source.mentions)
        name = body_nominative(BASED.sub("", _without_article(_bare(printed))))
        if self.cast.is_shared(name):
            return (SpeakerFound(None, None, source.start, source.end),)
        named = any(word[:1].isupper() for word in name.split()) and not _is_common(source)
        definite = printed.lower().startswith(("the ", "this ", "its ")) or not printed.isascii()
        full = self.bodies.full(name) if named else self.bodies.headed(source.head) if definite else None
        if full is None and is_firm(printed, source.head):
            full = self.bodies.firm
        if full and named:
            self.bodies.add(full)
        return (SpeakerFound(full, None, source.start, source.end),)


def _is_common(source: Source) -> bool:
    """A common noun for a body, in capitals only because it opens the sentence."""
    common = source.head.startswith(slavic.BODY_STEMS) and not source.head.startswith(slavic.PROPER_BODIES)
    return source.first == source.last == 0 and common


def _fits(person: Person, gender: str | None) -> bool:
    return gender is None or person.gender in (gender, None)


def people_of(cast: Cast, speakers: Sequence[SpeakerFound]) -> tuple[Person, ...]:
    return tuple(cast.everyone[cast.names[s.name]] for s in speakers if s.name in cast.names)


def _bare(printed: str) -> str:
    return printed[:-2] if printed.endswith(("'s", "’s")) else printed


def _without_article(printed: str) -> str:
    first, _, rest = printed.partition(" ")
    return rest if first.lower() in ("the", "a", "an") and rest else printed
