"""Whom "the minister", "the head of state", "the Norwegian" or «глава ведомства» means, by the roles that a document prints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from archive.extraction.languages import words
from archive.extraction.people.cast import Cast, Person, role_words
from archive.extraction.speakers.pronouns import nearest
from archive.extraction.speakers.scene import Scene, Sought, fits, sole
from archive.extraction.speakers.spoken import Sentence, Spoken
from archive.extraction.speakers.wording import SpeakerWording
from archive.extraction.speech.reports import Source
from archive.extraction.text.rules import Rules


@dataclass(frozen=True)
class Nominal:
    """A noun for somebody, in its scene. `gender` is told by its nouns, or by the verb beside it."""

    scene: Scene
    sought: Sought

    @cached_property
    def gender(self) -> str | None:
        return self.sought.wording.gender_of(self.sought.printed) or self.sought.gender

    @cached_property
    def bearers(self) -> tuple[Person, ...]:
        """The people of that gender who bear the role."""
        source = self.sought.source
        if source.kind != "role":
            return ()
        known = bearers(self.scene.cast, self.sought.printed, source.head, self.sought.wording)
        return tuple(person for person in known if fits(person, self.gender))


def meant_by_nominal(scene: Scene, sought: Sought) -> tuple[Person, ...]:
    """Who "the minister" is, or none."""
    return ROLE(Nominal(scene, sought))


ROLE = Rules[[Nominal], tuple[Person, ...]]("who “the minister” is", otherwise=())


@ROLE.when("told of for the first time", (), "Mayor Anna Hill opened the lock. A mayor said it would be free.")
def _is_new(nominal: Nominal) -> bool:
    return not nominal.sought.printed.lower().startswith(nominal.sought.wording.DEFINITE)


@ROLE.when("left without a name on purpose", (), "Mayor Anna Hill opened the lock. The source said it would be free.")
def _is_unnamed(nominal: Nominal) -> bool:
    """ "The source", «собеседник агентства», «один из жителей»: nobody whom the document names."""
    wording, low = nominal.sought.wording, nominal.sought.printed.lower().split()
    head = wording.lemma(nominal.sought.source.head)
    return low[0] in wording.SOME_ONE or head in wording.UNNAMED or not wording.UNNAMED.isdisjoint(low)


@ROLE.rule("the only bearer", "Mayor Anna Hill met Governor Tom Orr. “It will be free,” the mayor said.")
def _only_bearer(nominal: Nominal) -> tuple[Person, ...] | None:
    return nominal.bearers if len(nominal.bearers) == 1 else None


@ROLE.rule(
    "the bearer who spoke last",
    "Trade Minister Anna Hill met Health Minister Jane Orr. “The lock is open,” Hill said. “It will be free,” the minister said.",
)
def _bearer_who_spoke_last(nominal: Nominal) -> tuple[Person, ...] | None:
    last = nominal.scene.last_alone
    return (last,) if last in nominal.bearers and last else None


@ROLE.when("somebody of another's", (), "“The lock is open,” Anna Hill said. Her spokesman said it would be free.")
def _is_of_another(nominal: Nominal) -> bool:
    """ "Her spokesman" is another than the last speaker."""
    return not nominal.bearers and nominal.sought.printed.lower().startswith(nominal.sought.wording.ANOTHERS)


@ROLE.rule("who spoke last without an office", "“The lock is open,” Anna Hill said. It was dusk. “It will be free,” the president said.")
def _untitled_who_spoke_last(nominal: Nominal) -> tuple[Person, ...] | None:
    """ "Clyde denied it. The president said": who spoke last bears no office in the text, and nobody in it bears this one."""
    scene, last = nominal.scene, nominal.scene.last_alone
    if nominal.bearers or scene.relaying or last is None or scene.heard >= nominal.sought.number:
        return None
    return (last,) if not last.roles and fits(last, nominal.gender) and _is_office(nominal.sought.source, nominal.sought.wording) else None


@ROLE.rule("anybody", "Anna Hill opened the lock. “It will be free,” the politician said.")
def _anybody(nominal: Nominal) -> tuple[Person, ...] | None:
    """A word that tells no office: whoever was spoken of may be meant."""
    scene, sought = nominal.scene, nominal.sought
    if nominal.bearers or not sought.wording.is_anybody(sought.printed, sought.source.head):
        return None
    if not (sought.wording.HAS_ARTICLES or scene.names_one_alone(sought.number)):
        return None
    meant = nearest(scene, sought, nominal.gender)
    words = sought.wording.phrase_of(sought.printed).split()
    nation = [word for word in words if sought.wording.is_nation(word)] if len(words) > 1 else []  # "the Norwegian" may be anybody
    return tuple(_bearing(meant, nation))


@ROLE.rule(
    "the bearer who was named of late",
    "Trade Minister Anna Hill opened the lock. The minister said it would be free. Health Minister Jane Orr stayed away.",
)
def _bearer_named_of_late(nominal: Nominal) -> tuple[Person, ...] | None:
    return sole([one.person for one in nominal.scene.recent if one.person in nominal.bearers]) or None


def _is_office(source: Source, wording: SpeakerWording) -> bool:
    """ "The president": an office alone that a text takes as known."""
    return source.last - source.first in (0, 1) and wording.lemma(source.head) in wording.OFFICES


# ---------------------------------------------------------------- bearers


def bearers(cast: Cast, printed: str, head: str, wording: SpeakerWording) -> list[Person]:
    """The people who bear the role, by the words printed."""
    phrase = wording.phrase_of(printed)
    found = _of_the_same_office(cast, phrase, head, wording)
    told = [word for word in phrase.split() if word != wording.lemma(head)]
    nation = [word for word in told if wording.is_nation(word)]
    if nation and not _bearing(found, nation):
        found = [person for person in found if person.told_by(head) and not _is_of_a_nation(person, wording)]
    if any(person.told_by(head) for person in found):
        found = _bearing(found, [word for word in told if wording.tells_apart(word)])
    return (_bearing(found, told) if told else []) or found


def _of_the_same_office(cast: Cast, phrase: str, head: str, wording: SpeakerWording) -> list[Person]:
    """Those whose role holds the head, or another word for the same office where nobody's holds the phrase itself."""
    found = cast.with_role(head)
    for office, same in wording.SAME_ROLES:
        called = phrase == office or phrase.startswith(f"{office} ") or head == office
        if called and not any(person.holds(office) for person in found):
            found = cast.holding(same) or found
    return found


def _is_of_a_nation(person: Person, wording: SpeakerWording) -> bool:
    """ "The Palestinian leader" is no "Israeli leader"; of a leader alone nothing tells."""
    return any(wording.is_nation(word) for role in person.roles for word in role_words(role))


def _bearing(people: Sequence[Person], told: Sequence[str]) -> list[Person]:
    """Those who bear every one of these words in some role."""
    return [person for person in people if all(_holds(person, word) for word in told)]


def _holds(person: Person, word: str) -> bool:
    return any(word in role_words(role) for role in person.roles)


# ---------------------------------------------------------------- an office that the sentence behind it explains

# News opens so: the verb in the perfect or the present, and the name in the next sentence.
OPENING_VERBS = words("has says warns announces claims insists")


def explains(text: str, sentences: Sequence[Sentence], spoken: Spoken, after: Spoken) -> bool:
    """The office of the first is nobody's in the text, and the sentence behind begins with a name that bears none and is new there."""
    role, person = spoken.report.source, after.report.source
    if role is None or person is None or spoken.names or len(after.names) != 1:
        return False
    return _leads(text, sentences[spoken.number], role) and _is_new_name(sentences, person, after)


def _leads(text: str, sentence: Sentence, role: Source) -> bool:
    """ "The transport minister has said"."""
    printed, tokens = text[role.start : role.end], sentence.unit.tokens
    if role.kind != "role" or role.head.endswith("s") or not printed.lower().startswith("the "):
        return False
    return role.last + 1 < len(tokens) and tokens[role.last + 1].lower in OPENING_VERBS


def _is_new_name(sentences: Sequence[Sentence], person: Source, after: Spoken) -> bool:
    """A full name that opens its sentence, with no role, and stands in none before."""
    if person.kind != "person" or person.first or after.speakers[0].role or not person.mentions[0].is_full:
        return False
    return not any(after.names[0] == one.name for sentence in sentences[: after.number] for one in sentence.unit.mentions)
