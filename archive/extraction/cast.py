"""The people of one document: every name that it prints, with the fullest form and the first role, and who of them a sentence names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from archive.extraction.lexicon import english as en
from archive.extraction.lexicon import names
from archive.extraction.people import Mention
from archive.extraction.reports import Unit


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the document names, by the fullest name and the first role that it prints."""

    name: str
    role: str | None
    gender: str | None

    @property
    def surname(self) -> str:
        return self.name.split()[-1]


@dataclass(slots=True)
class Cast:
    """The people of one document."""

    people: dict[str, Person] = field(default_factory=dict)
    surnames: dict[str, list[Person]] = field(default_factory=dict)

    def named(self, name: str) -> Person | None:
        """The one person of that name; a surname that two people bear names nobody."""
        if name in self.people:
            return self.people[name]
        bearers = self.surnames.get(name.rsplit(maxsplit=1)[-1].casefold(), [])
        fitting = [p for p in bearers if set(name.casefold().split()) <= set(p.name.casefold().split())]
        return fitting[0] if len(fitting) == 1 else None

    def is_known(self, name: str) -> bool:
        return name.casefold() in self.surnames

    def is_shared(self, name: str) -> bool:
        return len(self.surnames.get(name.rsplit(maxsplit=1)[-1].casefold(), [])) > 1

    def with_role(self, head: str) -> list[Person]:
        return [
            p for p in self.people.values() if p.role and head in p.role.casefold().replace("-", " ").split() + p.role.casefold().split()
        ]


def cast_of(mentions: Iterable[Mention]) -> Cast:
    """Full names first, then names of one word that no full name explains."""
    everyone = list(mentions)
    cast = Cast()
    for several in (True, False):
        for mention in everyone:
            if (" " in mention.name) == several:
                _admit(cast, mention)
    return cast


def _admit(cast: Cast, mention: Mention) -> None:
    known = cast.named(mention.name)
    if known is None and " " not in mention.name and cast.is_shared(mention.name):
        return
    name = known.name if known else mention.name
    role = (known and known.role) or mention.role
    gender = (known and known.gender) or _gender(mention)
    if known is None and " " not in name and mention.title is None and mention.role is None:
        return
    if mention.title == "" and cast.is_known(name):
        return
    person = Person(name, role, gender)
    cast.people[name] = person
    bearers = [p for p in cast.surnames.get(person.surname.casefold(), []) if p.name != name]
    cast.surnames[person.surname.casefold()] = [*bearers, person]


def _gender(mention: Mention) -> str | None:
    told = {(mention.title or "").lower(), *(mention.role or "").lower().split()}
    if told & en.FEMALE:
        return "f"
    return "m" if told & en.MALE else names.gender_of(mention.name)


def present(cast: Cast, unit: Unit) -> list[tuple[int, Person]]:
    """The known people whom the unit names, by full name or surname, with the token where each stands."""
    found: list[tuple[int, Person]] = []
    covered: set[int] = set()
    for mention in unit.mentions:
        person = cast.named(mention.name)
        covered.update(range(mention.first, mention.last + 1))
        if person:
            found.append((mention.first, person))
    for at, token in enumerate(unit.tokens):
        if at not in covered and token.is_capital and token.bare.casefold() in cast.surnames:
            person = cast.named(token.bare)
            if person:
                found.append((at, person))
    return found
