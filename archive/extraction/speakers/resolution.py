"""Resolves the source beside reported words to the people of the document: names, "he", "the minister", "the joint statement".

A name is given only where one person fits. Where two fit, the mention stays and the name is left empty for the editor.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from archive.extraction.people.cast import Cast, Person, gender_told
from archive.extraction.people.mentions import Mention
from archive.extraction.speakers.nominals import meant_by_nominal
from archive.extraction.speakers.pronouns import meant_by_pronoun
from archive.extraction.speakers.scene import Scene, Sought
from archive.extraction.speakers.signers import people_of_paper, speakers_of_paper
from archive.extraction.speakers.wording import wording_of
from archive.extraction.speech.reports import INITIALS, LABEL, OFFICE, Source
from archive.extraction.text.rules import Rules
from archive.extraction.types import SpeakerFound


def resolve(scene: Scene, source: Source, number: int, text: str, gender: str | None = None) -> tuple[SpeakerFound, ...]:
    """The speakers of a source in sentence `number`; `gender` is what the verb beside it tells."""
    printed = text[source.start : source.end]
    sought = Sought(source, number, printed, gender, wording_of(printed))
    if source.kind == "document" and not source.mentions:
        return speakers_of_paper(scene, sought)
    if source.kind == "pronoun" and (body := _body_before(scene, source, number)):
        return (_found(source, body),)
    if source.kind in VOICES:
        return (_voice(scene, sought),)
    told = _told(scene, sought)
    scene.body = (number, told[0].name) if source.kind == "body" and len(told) == 1 and told[0].name else None
    return told or (_found(source, None, sought.wording.without_article(printed) if source.kind in ("role", OFFICE) else None),)


def people_of(cast: Cast, speakers: Sequence[SpeakerFound]) -> tuple[Person, ...]:
    """Those of the speakers whom the document knows by name."""
    return tuple(cast.everyone[cast.names[s.name]] for s in speakers if s.name in cast.names)


def _body_before(scene: Scene, source: Source, number: int) -> str | None:
    """The body that spoke in the sentence before: "it added"."""
    return scene.body[1] if source.head == "it" and scene.body and number - scene.body[0] <= 1 else None


def _voice(scene: Scene, sought: Sought) -> SpeakerFound:
    mention = VOICES[sought.source.kind](scene, sought)
    return _found(sought.source, mention.name, mention.role) if mention else _found(sought.source, None, _role(sought))


def _role(sought: Sought) -> str | None:
    return sought.wording.without_article(sought.printed) if sought.source.kind in ("role", OFFICE) else None


def _found(source: Source, name: str | None, role: str | None = None) -> SpeakerFound:
    return SpeakerFound(name, role, *source.printed)


def _told(scene: Scene, sought: Sought) -> tuple[SpeakerFound, ...]:
    """The people whom the source means, or else a name that the document gives no more of."""
    source = sought.source
    people = PEOPLE[source.kind](scene, sought)
    if people:
        return tuple(_found(source, person.name, person.role) for person in people)
    if source.kind == "person":
        return _as_printed(scene, source)
    return (_found(source, _body(scene, sought)),) if source.kind == "body" else ()


# ---------------------------------------------------------------- people


def _named(scene: Scene, sought: Sought) -> tuple[Person, ...]:
    """All of the people whose names are printed, or none."""
    found = [scene.cast.named(m.name, gender_told(m) or sought.gender, m.role) for m in sought.source.mentions]
    return tuple(person for person in found if person) if all(found) else ()


def _signing(scene: Scene, sought: Sought) -> tuple[Person, ...]:
    return people_of_paper(scene, sought.source)


def _nominal_or_name(scene: Scene, sought: Sought) -> tuple[Person, ...]:
    """Whoever is called so, or whose name alone it is: "Hill", which no rule has taken for a person's."""
    people = meant_by_nominal(scene, sought)
    alone = sought.source.first == sought.source.last and sought.printed[:1].isupper()
    person = scene.cast.named(_bare(sought.printed), sought.gender) if alone and not people else None
    return (person,) if person else people


# Whom a source of each kind means.
PEOPLE: dict[str, Callable[[Scene, Sought], tuple[Person, ...]]] = {
    "person": _named,
    "pronoun": meant_by_pronoun,
    "document": _signing,
    "role": meant_by_nominal,
    "body": _nominal_or_name,
    "other": _nominal_or_name,
}


# Whom the label of a turn means, by its kind.
VOICES: dict[str, Callable[[Scene, Sought], Mention | None]] = {
    LABEL: lambda scene, sought: scene.voices.called(sought.source.mentions[0]),
    OFFICE: lambda scene, sought: scene.voices.holding(sought.printed),
    INITIALS: lambda scene, sought: scene.voices.initialled(sought.source.mentions[0]),
}


# ---------------------------------------------------------------- names that the document gives no more of


def _as_printed(scene: Scene, source: Source) -> tuple[SpeakerFound, ...]:
    """The names of people as they stand; a surname that two of the document bear is left open."""
    if any(scene.cast.is_shared(m.name) for m in source.mentions if " " not in m.name):
        return (_found(source, None),)
    return tuple(_found(source, m.name, m.role) for m in source.mentions)


def _body(scene: Scene, sought: Sought) -> str | None:
    """The full name of the body that is meant."""
    name = sought.wording.body_name(_bare(sought.printed))
    if scene.cast.is_shared(name):
        return None
    full = BODY(scene, sought, name)
    if full and _is_name(sought, name):
        scene.bodies.add(full)
    return full


BODY = Rules[[Scene, Sought, str], str | None]("which body is meant", otherwise=None)


@BODY.rule("a name", "The Ministry of Trade said the lock would open.")
def _full_name(scene: Scene, sought: Sought, name: str) -> str | None:
    return scene.bodies.full(name) if _is_name(sought, name) else None


@BODY.rule("the one with that word in its name", "The Ministry of Trade opened the lock. The ministry said it would be free.")
def _headed(scene: Scene, sought: Sought, name: str) -> str | None:
    definite = sought.printed.lower().startswith(sought.wording.DEFINITE_BODY)
    return scene.bodies.headed(sought.source.head) if definite and not _is_name(sought, name) else None


@BODY.rule("the one firm", "Shares of Merrow Mills Inc. rose. The company said the lock would open.")
def _firm(scene: Scene, sought: Sought, name: str) -> str | None:
    return scene.bodies.firm if sought.wording.is_firm(sought.printed, sought.source.head) else None


def _is_name(sought: Sought, name: str) -> bool:
    return any(word[:1].isupper() for word in name.split()) and not sought.wording.is_common_body(sought.source, name)


def _bare(printed: str) -> str:
    return printed[:-2] if printed.endswith(("'s", "’s")) else printed
