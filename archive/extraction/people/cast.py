"""The people of one document: every name that it prints, with its fullest form and roles, and who of them a sentence names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from archive.extraction.languages import callings, names
from archive.extraction.languages.slavic import cases
from archive.extraction.languages.spelling import is_slip
from archive.extraction.people.mentions import Mention
from archive.extraction.people.unit import Unit

FIRST, MIDDLE, LAST = range(3)
# Around the names of firms and parties in a role.
MARKS = "«»“”„\"',"
# The title of a word that speaks and of which nothing tells whether it is a name.
UNTOLD = ""
# Letters of initials: "J. R.".
MOST_INITIALS = 2
# A first name in short has more letters: "Tim" for "Timothy".
LEAST_SHORT = 3
# More people who share a word or a role tell nobody apart, and so many are not compared one by one: a list of thousands stays cheap.
MOST_ALIKE = 50
MOST_COMPARED = 200


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the document names, by the fullest name and the roles that it prints, the first of them first."""

    name: str
    roles: tuple[str, ...]
    gender: str | None

    @property
    def role(self) -> str | None:
        return self.roles[0] if self.roles else None

    @property
    def surname(self) -> str:
        return names.surname_of(self.name)

    def may_be(self, gender: str | None) -> bool:
        """Nothing tells another gender."""
        return gender is None or self.gender in (gender, None)

    def told_by(self, head: str) -> bool:
        """Whether one of the roles holds the word, in whichever case form."""
        wanted = callings.lemma_of(head) or head
        return any(wanted in role_words(role) for role in self.roles)

    def holds(self, phrase: str) -> bool:
        return any(phrase in role.casefold() or phrase == " ".join(role_words(role)[: len(phrase.split())]) for role in self.roles)


def role_words(role: str) -> list[str]:
    """The words of a role in small letters and dictionary form; "co-founder" counts for "founder" too."""
    low = [word.strip(MARKS) for word in role.casefold().split()]
    return [callings.lemma_of(word) or word for word in low] + [part for word in low if "-" in word for part in word.split("-")]


@dataclass(slots=True)
class Cast:
    """The people of one document, found by full name or by any word of it."""

    everyone: list[Person] = field(default_factory=list)
    names: dict[str, int] = field(default_factory=dict)
    words: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    roles: dict[str, list[int]] = field(default_factory=dict)

    def named(self, name: str, gender: str | None = None, role: str | None = None) -> Person | None:
        """The one person of that name; a surname that two people bear names nobody, unless gender or role tells them apart."""
        found = self.bearers(name, gender, role)
        return self.everyone[found[0]] if len(found) == 1 else None

    def is_shared(self, name: str) -> bool:
        return len(self.bearers(name)) > 1

    def is_known(self, name: str) -> bool:
        return any(place == LAST for _, place in self.words.get(cases.stem(name), ()))

    def bearers(self, name: str, gender: str | None = None, role: str | None = None) -> list[int]:
        """Who may be meant, by number."""
        if name in self.names:
            return [self.names[name]]
        found = [number for number in self._so_called(name) if self.everyone[number].may_be(gender)]
        if len(found) > 1:
            found = self._narrowed(found, lambda person: name.casefold() in person.name.casefold().split())
        if len(found) > 1 and gender:
            found = self._narrowed(found, lambda person: person.gender == gender)
        if len(found) > 1 and role:
            found = self._narrowed(found, lambda person: all(person.told_by(word) for word in role.casefold().split()))
        return found

    def _narrowed(self, found: list[int], fits: Callable[[Person], bool]) -> list[int]:
        """Those who fit; all of them where nobody does."""
        return [number for number in found if fits(self.everyone[number])] or found

    def _so_called(self, name: str) -> list[int]:
        """Who bears the words of the name, a suffix such as "Jr." aside."""
        parts = [part for part in name.split() if part not in names.SUFFIXES]
        if len(parts) > 1:
            return self._of_several(parts)
        return self._of_one(parts[0]) if parts else []

    def _of_one(self, word: str) -> list[int]:
        """A surname goes before other parts of a name, and a first name comes last."""
        known = self.words.get(cases.stem(word), ())
        for wanted in (LAST, MIDDLE, FIRST):
            found = [number for number, place in known if place == wanted]
            if found:
                return list(dict.fromkeys(found))
        return []

    def _of_several(self, parts: Sequence[str]) -> list[int]:
        known = self.words.get(cases.stem(parts[-1]), ())
        return list(dict.fromkeys(n for n, place in known if place != FIRST and _may_be(parts, self.everyone[n].name.split())))

    def with_role(self, head: str) -> list[Person]:
        """Those of whom one role holds the word, in whichever case form."""
        return [self.everyone[number] for number in self.roles.get(callings.lemma_of(head) or head, ())]

    def holding(self, phrases: Iterable[str]) -> list[Person]:
        return [person for person in self.everyone[:MOST_COMPARED] if any(person.holds(phrase) for phrase in phrases)]

    def spelled_like(self, word: str, gender: str | None) -> int | None:
        """The one person whose surname the word may be a slip of the pen for."""
        everyone = enumerate(self.everyone[:MOST_COMPARED])
        found = [number for number, person in everyone if person.may_be(gender) and is_slip(word, person.surname)]
        return found[0] if len(found) == 1 else None

    def admit(self, mention: Mention) -> None:
        """Notes a name: as another name of somebody known, or of somebody new."""
        gender = gender_told(mention)
        known = self.bearers(mention.name, gender, None if mention.is_full else mention.role) or self._slips(mention, gender)
        if len(known) == 1:
            self._learn(known[0], mention, gender)
        elif not known and (mention.is_full or mention.title is not None or mention.role is not None):
            self._add(mention, gender)

    def _slips(self, mention: Mention, gender: str | None) -> list[int]:
        """Who may be meant by a misspelled surname; it is noted as another name of his."""
        slip = None if mention.is_full or mention.title == UNTOLD else self.spelled_like(mention.name, gender)
        if slip is None:
            return []
        self.names[mention.name] = slip
        return [slip]

    def _learn(self, number: int, mention: Mention, gender: str | None) -> None:
        person = self.everyone[number]
        fuller = mention.is_full and _is_fuller(mention.name, person.name)
        roles = person.roles if mention.role is None or mention.role in person.roles else (*person.roles, mention.role)
        name = mention.name if fuller else person.name
        self.everyone[number] = replace(person, name=name, roles=roles, gender=person.gender or gender)
        self._enlist(number, mention.role)
        if mention.is_full:
            self.names[mention.name] = number
        if fuller:
            self._index(number, name)

    def _add(self, mention: Mention, gender: str | None) -> None:
        number = len(self.everyone)
        self.everyone.append(Person(mention.name, (mention.role,) if mention.role else (), gender))
        self.names[mention.name] = number
        self._index(number, mention.name)
        self._enlist(number, mention.role)

    def _index(self, number: int, name: str) -> None:
        parts = [part for part in name.split() if part not in names.SUFFIXES and len(part.strip(".")) > 1]
        for at, part in enumerate(parts):
            place = LAST if at == len(parts) - 1 else FIRST if at == 0 else MIDDLE
            entries = self.words.setdefault(cases.stem(part), [])
            if len(entries) < MOST_ALIKE and (number, place) not in entries:
                entries.append((number, place))

    def _enlist(self, number: int, role: str | None) -> None:
        for word in role_words(role) if role else ():
            bearers = self.roles.setdefault(word, [])
            if len(bearers) < MOST_ALIKE and number not in bearers:
                bearers.append(number)


def cast_of(mentions: Iterable[Mention]) -> Cast:
    """Full names first, then names of one word that no full name explains."""
    everyone = list(dict.fromkeys(mentions))
    cast = Cast()
    for full in (True, False):
        for mention in everyone:
            if mention.is_full == full and not (mention.title == UNTOLD and cast.is_known(mention.name)):
                cast.admit(mention)
    return cast


def _may_be(parts: Sequence[str], name: Sequence[str]) -> bool:
    """Whether the words may be another form of the name: fewer of them, an initial or a short form of the first."""
    mine, theirs = [cases.stem(part) for part in parts], [cases.stem(part) for part in name]
    if set(mine) <= set(theirs) or set(theirs) <= set(mine):
        return mine[-1] == theirs[-1] or len(mine) > 1
    if mine[-1] != theirs[-1]:
        return False
    first, other = sorted((mine[0].rstrip("."), theirs[0].rstrip(".")), key=len)
    if len(first.replace(".", "")) <= MOST_INITIALS:
        return other.startswith(first[0])
    return other.startswith(first) and len(first) >= LEAST_SHORT


def _is_fuller(name: str, known: str) -> bool:
    """A name written out goes before one with initials, a nominative before another case."""
    if "." in known.split(maxsplit=1)[0]:
        return "." not in name.split(maxsplit=1)[0]
    return not name.isascii() and cases.is_same(name, known) and (len(name), "ё" in name) < (len(known), "ё" in known)


def gender_told(mention: Mention) -> str | None:
    """m or f by a title or role such as "Mrs" or "spokesman", or by the first name; None where nothing tells."""
    told = callings.gender_of([(mention.title or "").lower(), *(mention.role or "").lower().split()])
    return told or (names.gender_of(mention.name) if mention.is_full else None)


def present(cast: Cast, unit: Unit) -> list[tuple[int, Person]]:
    """The known people whom the unit names, by full name or surname, with the token where each stands."""
    found: list[tuple[int, Person]] = []
    covered: set[int] = set()
    for mention in unit.mentions:
        person = cast.named(mention.name, gender_told(mention), mention.role)
        covered.update(range(mention.first, mention.last + 1))
        if person:
            found.append((mention.first, person))
    for at, token in enumerate(unit.tokens):
        if at not in covered and token.is_capital and cases.stem(token.bare) in cast.words:
            person = cast.named(token.bare)
            if person:
                found.append((at, person))
    return found
