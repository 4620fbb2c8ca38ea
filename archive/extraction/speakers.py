"""Resolves the source beside reported words to the people of the document: names, "he", "the minister", "the joint statement".

A name is given only where one person fits. Where two fit, the mention stays and the name is left empty for the editor.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from archive.extraction.cast import Cast, Person, present
from archive.extraction.lexicon import english as en
from archive.extraction.lexicon import slavic, words
from archive.extraction.reports import Unit
from archive.extraction.sources import Source, left_of
from archive.extraction.types import SpeakerFound

GENDERS = {**en.PERSONAL, **slavic.PRONOUNS}
# Words for anybody: "the official" may be whoever spoke last.
ANYBODY = frozenset("official spokesman spokeswoman spokesperson politician lawmaker diplomat leader man woman expert".split())
# Two words for one office.
SAME_ROLES = (
    ("head of state", "president"),
    ("premier", "prime minister"),
    ("head of government", "prime minister"),
    ("top diplomat", "foreign minister"),
    ("prime minister", "premier"),
)
ISSUING = words(
    """
    published issued signed adopted released made опубликовали подписали приняли обнародовали апублікавалі падпісалі прынялі
    опублікували підписали ухвалили оприлюднили опубликовал опубликовала подписал подписала
    """
)
THE_SAME = frozenset("document text statement message letter communique communiqué report post release declaration".split())


@dataclass(slots=True)
class Scene:
    """Who spoke last and who was named since, as the reading goes through the document."""

    cast: Cast
    last: tuple[Person, ...] = ()
    authors: tuple[SpeakerFound, ...] = ()
    recent: list[tuple[int, int, Person]] = field(default_factory=list)
    heard: int = -1
    bodies: list[str] = field(default_factory=list)

    def enter(self, number: int, unit: Unit) -> None:
        """Notes the people whom sentence `number` names outside quotations."""
        for at, person in present(self.cast, unit):
            self.recent.append((number, at, person))
        signed = next((at for at, token in enumerate(unit.tokens) if token.lower in ISSUING), None)
        if signed and any(t.lower in en.DOCUMENTS | slavic.DOCUMENTS for t in unit.tokens[signed : signed + 8]):
            named = dict.fromkeys(p for at, p in present(self.cast, unit) if at < signed)
            self.authors = tuple(SpeakerFound(p.name, p.role, None, None) for p in named) or self.authors
        for mention in unit.mentions:
            source = left_of(unit.tokens, unit.mentions, mention.last)
            if source and source.kind == "document" and source.mentions:
                people = [p for m in source.mentions if (p := self.cast.named(m.name))]
                self.authors = tuple(SpeakerFound(p.name, p.role, None, None) for p in people)
        self.recent = self.recent[-12:]

    def hear(self, number: int, people: tuple[Person, ...]) -> None:
        if people:
            self.last, self.heard = people, number

    def resolve(self, source: Source, number: int, text: str) -> tuple[SpeakerFound, ...]:
        """The speakers of a source in sentence `number`."""
        printed = text[source.start : source.end]
        if source.kind == "document" and not source.mentions:
            return self._document(source, printed)
        people = self._people(source, number, printed)
        if people:
            return tuple(SpeakerFound(p.name, p.role, source.start, source.end) for p in people)
        if source.kind in ("person", "body"):
            return self._as_printed(source, printed)
        role = _without_article(printed) if source.kind == "role" else None
        return (SpeakerFound(None, role, source.start, source.end),)

    def _people(self, source: Source, number: int, printed: str) -> tuple[Person, ...]:
        if source.kind == "person":
            found = [self.cast.named(m.name) for m in source.mentions]
            return tuple(p for p in found if p) if all(found) else ()
        if source.kind == "pronoun":
            return self._pronoun(source, number)
        if source.kind == "document":
            return self._signers(source)
        if source.kind == "role":
            return self._role(source, number, printed)
        if source.kind in ("body", "other") and source.first == source.last:
            person = self.cast.named(_bare(printed)) if printed[:1].isupper() else None
            return (person,) if person else ()
        return ()

    def _pronoun(self, source: Source, number: int) -> tuple[Person, ...]:
        gender = GENDERS.get(source.head)
        if gender is None:
            return self.last if len(self.last) > 1 else ()
        others = {p for n, at, p in self.recent if n == number and at > source.first}
        near = [
            (n, at, p) for n, at, p in self.recent if p.gender in (gender, None) and (n < number or at < source.first) and p not in others
        ]
        since = [(n, at, p) for n, at, p in near if n > self.heard]
        last = self.last[0] if len(self.last) == 1 and self.last[0].gender in (gender, None) else None
        new = {p for n, at, p in since if p != last}
        if last and not new:
            return (last,)
        if not last or since:
            closest = max((n for n, _, _ in near), default=-1)
            candidates = {p for n, _, p in near if n == closest}
            certain = {p for p in candidates if p.gender == gender} or candidates
            if last and last in candidates:
                return (last,)
            return tuple(certain) if len(certain) == 1 else ()
        return (last,) if last else ()

    def _signers(self, source: Source) -> tuple[Person, ...]:
        named = tuple(p for m in source.mentions if (p := self.cast.named(m.name)))
        if named:
            self.authors = tuple(SpeakerFound(p.name, p.role, None, None) for p in named)
        return named

    def _document(self, source: Source, printed: str) -> tuple[SpeakerFound, ...]:
        """ "The statement" is of those whose statement was told of before."""
        definite = printed.lower().startswith(("the ", "this ")) or not printed.isascii()
        if not (definite and source.head in THE_SAME | slavic.DOCUMENTS and self.authors):
            return (SpeakerFound(None, None, source.start, source.end),)
        return tuple(SpeakerFound(one.name, one.role, source.start, source.end) for one in self.authors)

    def sign(self, speakers: tuple[SpeakerFound, ...]) -> None:
        """These speakers said so "in a statement", which later sentences call "the statement"."""
        if any(speaker.name for speaker in speakers):
            self.authors = speakers

    def _role(self, source: Source, number: int, printed: str) -> tuple[Person, ...]:
        if not printed.lower().startswith(("the ", "his ", "her ", "this ")) and printed[:1].isascii():
            return ()
        bearers = self.cast.with_role(source.head)
        for phrase, same in SAME_ROLES:
            if phrase in printed.lower() and not any(p.role and phrase in p.role.lower() for p in bearers):
                bearers = [p for p in self.cast.people.values() if p.role and same in p.role.lower()]
        told = {word for word in printed.casefold().split()[1:] if word != source.head}
        needed = {word for word in told if word in en.MODIFIERS | en.ROLES}
        bearers = [p for p in bearers if p.role and needed <= set(p.role.casefold().split())]
        bearers = [p for p in bearers if p.role and told <= set(p.role.casefold().split())] or bearers
        present_here = {p for n, _, p in self.recent if p in bearers}
        if len(bearers) == 1:
            return (bearers[0],)
        if len(self.last) == 1 and (self.last[0] in bearers or (not bearers and source.head in ANYBODY)):
            return self.last
        return tuple(present_here) if len(present_here) == 1 else ()

    def _as_printed(self, source: Source, printed: str) -> tuple[SpeakerFound, ...]:
        """A name that the document gives no more of: a body, or a surname alone."""
        if source.kind == "person":
            if any(self.cast.is_shared(m.name) for m in source.mentions if " " not in m.name):
                return (SpeakerFound(None, None, source.start, source.end),)
            return tuple(SpeakerFound(m.name, m.role, source.start, source.end) for m in source.mentions)
        name = _without_article(_bare(printed))
        if self.cast.is_shared(name):
            return (SpeakerFound(None, None, source.start, source.end),)
        known = name if any(word[:1].isupper() for word in name.split()) else self._body(source.head)
        if known and known is name:
            self.bodies.append(name)
        return (SpeakerFound(known, None, source.start, source.end),)

    def _body(self, head: str) -> str | None:
        """ "the ministry" is the ministry named before, where there was but one."""
        fitting = list(dict.fromkeys(name for name in self.bodies if head in name.casefold().split()))
        return fitting[0] if len(fitting) == 1 else None


def people_of(cast: Cast, speakers: Sequence[SpeakerFound]) -> tuple[Person, ...]:
    return tuple(cast.people[s.name] for s in speakers if s.name in cast.people)


def _bare(printed: str) -> str:
    return printed[:-2] if printed.endswith(("'s", "’s")) else printed


def _without_article(printed: str) -> str:
    first, _, rest = printed.partition(" ")
    return rest if first.lower() in ("the", "a", "an") and rest else printed
