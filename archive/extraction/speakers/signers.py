"""Whose "the statement" is: of those who signed it, of whom it is said to be, or who said so "in a joint statement"."""

from __future__ import annotations

from collections.abc import Sequence

from archive.extraction.people.cast import Person
from archive.extraction.people.unit import Unit
from archive.extraction.speakers.scene import Named, Scene, Sought
from archive.extraction.speakers.wording import SpeakerWording
from archive.extraction.speech.reports import Source
from archive.extraction.types import SpeakerFound

# The paper stands at most so many tokens behind "signed".
SIGNED_REACH = 8
# "In a statement" stands at most so many characters behind the verb.
BEHIND_REACH = 80


def note_signers(scene: Scene, unit: Unit, named: Sequence[Named], wording: SpeakerWording) -> None:
    """Keeps in mind whose paper the sentence tells of, if it tells of one; `named` are the people whom it names."""
    signed = next((at for at, token in enumerate(unit.tokens) if token.lower in wording.ISSUING), None)
    if signed and any(token.lower in wording.PAPERS for token in unit.tokens[signed : signed + SIGNED_REACH]):
        _sign(scene, [one.person for one in named if one.at < signed])
    for source in wording.papers_of_people(unit):
        people_of_paper(scene, source)


def people_of_paper(scene: Scene, source: Source) -> tuple[Person, ...]:
    """The people whom "a joint statement by Ann Hill and Tom Orr" names; later "the statement" is theirs."""
    named = tuple(person for mention in source.mentions if (person := scene.cast.named(mention.name)))
    _sign(scene, named)
    return named


def _sign(scene: Scene, people: Sequence[Person]) -> None:
    if people:
        scene.signers = tuple(SpeakerFound(person.name, person.role, None, None) for person in dict.fromkeys(people))


def note_paper(scene: Scene, speakers: tuple[SpeakerFound, ...]) -> None:
    """These speakers said so "in a statement", which later sentences call "the statement"."""
    if any(speaker.name for speaker in speakers):
        scene.signers = speakers


def is_in_a_paper(text: str, unit: Unit, source: Source, cue: tuple[int, int], wording: SpeakerWording) -> bool:
    """What is reported by the verb `cue` stands in a statement or letter of the speakers."""
    clause = max(unit.start, min(cue[0], source.start))
    opens = wording.IN_A_PAPER.match(text, unit.start, clause)
    return opens is not None or wording.IN_A_PAPER.search(text, cue[1], cue[1] + BEHIND_REACH) is not None


def speakers_of_paper(scene: Scene, sought: Sought) -> tuple[SpeakerFound, ...]:
    """Whose "the statement" is; "the paper" may be the one newspaper that the document names."""
    source, wording = sought.source, sought.wording
    definite = sought.printed.lower().startswith(wording.DEFINITE_PAPER)
    newspaper = scene.bodies.headed("paper") if definite and source.head == "paper" else None
    if newspaper is None and definite and source.head in wording.SAME_PAPER and scene.signers:
        return tuple(SpeakerFound(one.name, one.role, source.start, source.end) for one in scene.signers)
    return (SpeakerFound(newspaper, None, source.start, source.end),)
