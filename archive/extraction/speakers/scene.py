"""Who spoke last and who was named since, as the reading goes through a document: what "he", "the minister" and "the statement" go by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from archive.extraction.people.bodies import Bodies
from archive.extraction.people.cast import Cast, Person, present
from archive.extraction.people.unit import Unit
from archive.extraction.speakers.voices.called import Voices
from archive.extraction.speakers.wording import SpeakerWording
from archive.extraction.speech.reports import Source
from archive.extraction.types import SpeakerFound

# So many of those who were named last are kept in mind.
REMEMBERED = 12
# How many sentences back a word without an article may lead.
BACK = 3


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody whom sentence `number` names outside quotations, at token `at`."""

    number: int
    at: int
    person: Person


@dataclass(frozen=True, slots=True)
class Sought:
    """A source in sentence `number` whose people are sought, as it is printed; `gender` is what the verb beside it tells."""

    source: Source
    number: int
    printed: str
    gender: str | None
    wording: SpeakerWording


@dataclass(slots=True)
class Scene:
    """Who spoke last, in sentence `heard`, and who was named since."""

    cast: Cast
    bodies: Bodies
    voices: Voices = field(default_factory=Voices)
    last: tuple[Person, ...] = ()
    # Those whose "statement" was told of last.
    signers: tuple[SpeakerFound, ...] = ()
    recent: list[Named] = field(default_factory=list)
    heard: int = -1
    # The sentence in which somebody spoke whom the document does not name.
    stranger: int = -1
    # The words of a speaker are read for what others told him.
    relaying: bool = False
    # Of whom the last sentence tells that had a person for its subject, by name or as "he": the sentence, and the person.
    subject: tuple[int, Person] | None = None
    # The body that spoke last, with its sentence: "it added".
    body: tuple[int, str] | None = None

    def enter(self, number: int, unit: Unit) -> list[Named]:
        """Notes the people whom sentence `number` names outside quotations."""
        named = [Named(number, at, person) for at, person in present(self.cast, unit)]
        self.recent = [*self.recent, *named][-REMEMBERED:]
        return named

    def hear(self, number: int, source: Source, people: tuple[Person, ...]) -> None:
        """Notes who spoke in sentence `number`: people of the document, or a stranger whom it doesn't name."""
        if people:
            self.last, self.heard = people, number
        elif source.kind in ("role", "other") and source.first <= source.last:
            self.stranger = number

    @property
    def last_alone(self) -> Person | None:
        """The one who spoke last, unless several did."""
        return self.last[0] if len(self.last) == 1 else None

    @property
    def last_words(self) -> int:
        """The sentence of the last words, whoever spoke them."""
        return max(self.heard, self.stranger)

    def named_before(self, sought: Sought) -> list[Named]:
        """Those who were named of late, up to the place of the source."""
        return [one for one in self.recent if one.number < sought.number or one.at < sought.source.first]

    def named_behind(self, sought: Sought) -> set[Person]:
        """Those whom the sentence of the source names behind it."""
        return {one.person for one in self.recent if one.number == sought.number and one.at > sought.source.first}

    def names_one_alone(self, number: int) -> bool:
        """One person alone was named in the last sentences: without articles only then does "чиновник" lead back to somebody."""
        return len({one.person for one in self.recent if number - one.number <= BACK}) == 1


def fits(person: Person, gender: str | None) -> bool:
    return gender is None or person.gender in (gender, None)


def sole(people: Sequence[Person]) -> tuple[Person, ...]:
    """The one person, where it is one."""
    once = tuple(dict.fromkeys(people))
    return once if len(once) == 1 else ()
