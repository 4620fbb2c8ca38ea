"""Who "he", "she" and "they" are: whoever spoke last, unless somebody else was named since. Where two fit, nobody is."""

from __future__ import annotations

from dataclasses import dataclass

from archive.extraction.people.cast import Person
from archive.extraction.speakers.scene import Named, Scene, Sought, fits, sole
from archive.extraction.text.rules import Rules


def meant_by_pronoun(scene: Scene, sought: Sought) -> tuple[Person, ...]:
    """Who "he", "she", "they" or «он» is, or none."""
    gender = sought.wording.PRONOUNS.get(sought.source.head)
    return THEY(scene, sought) if gender is None else nearest(scene, sought, gender)


# ---------------------------------------------------------------- he and she


@dataclass(frozen=True, slots=True)
class Near:
    """Who of one gender may be meant: `last` spoke last, `since` were named after the last words, `closest` in the nearest sentence
    that names anybody. `after_stranger`: the last words were of somebody whom the document doesn't name."""

    gender: str | None
    last: Person | None
    since: frozenset[Person]
    closest: frozenset[Person]
    after_stranger: bool
    # Of whom the sentence tells that names those who are closest, if it was not the last words.
    subject: Person | None = None

    @property
    def rivals(self) -> set[Person]:
        """Others of whom it is sure that the pronoun fits."""
        return {person for person in self.closest if person.gender == self.gender and person != self.subject}


def nearest(scene: Scene, sought: Sought, gender: str | None) -> tuple[Person, ...]:
    """The one person of that gender who was last spoken of; None is either gender."""
    behind = scene.named_behind(sought)
    near = [one for one in scene.named_before(sought) if fits(one.person, gender) and one.person not in behind]
    spoke = scene.last_alone
    last = spoke if spoke and fits(spoke, gender) else None
    since = frozenset(one.person for one in near if one.number > scene.last_words and one.person != last)
    closest = max((one.number for one in near), default=-1)
    return HE_OR_SHE(Near(gender, last, since, _named_in(near, closest), scene.stranger > scene.heard, _subject(scene, closest, gender)))


def _subject(scene: Scene, closest: int, gender: str | None) -> Person | None:
    """Of whom the sentence tells that names the closest, or a later one."""
    if scene.subject is None or scene.subject[0] < max(closest, scene.last_words + 1):
        return None
    return scene.subject[1] if fits(scene.subject[1], gender) else None


def _named_in(named: list[Named], number: int) -> frozenset[Person]:
    """Those whom the sentence names."""
    return frozenset(one.person for one in named if one.number == number)


HE_OR_SHE = Rules[[Near], tuple[Person, ...]]("who “he” or “she” is", otherwise=())


@HE_OR_SHE.when(
    "a stranger spoke last", (), "Anna Hill said the lock was open. A resident said it was shut. “It was shut at noon,” she said."
)
def _stranger_spoke_last(near: Near) -> bool:
    return near.after_stranger and not near.since


@HE_OR_SHE.rule("spoke last", "“The lock will open,” Anna Hill said. “It will be free,” she added.")
def _spoke_last(near: Near) -> tuple[Person, ...] | None:
    return (near.last,) if near.last and not near.since else None


@HE_OR_SHE.rule(
    "spoke last and is named nearest",
    "Anna Hill said the lock was open. Jane Orr met Anna Hill at noon. “It will be free,” she added.",
)
def _spoke_last_and_is_near(near: Near) -> tuple[Person, ...] | None:
    return (near.last,) if near.last and near.last in near.closest else None


@HE_OR_SHE.rule("the sentence tells of one", "Tom Orr thanked Bob Hill at the lock. “It will be free,” he said.")
def _is_told_of(near: Near) -> tuple[Person, ...] | None:
    """Its subject; where nothing tells the gender of the subject, "she" may as well be another woman of the sentence."""
    if near.subject is None:
        return None
    is_sure = near.subject.gender is not None or near.gender != "f" or not near.rivals
    return (near.subject,) if is_sure else ()


@HE_OR_SHE.rule("one of that gender is named nearest", "The lock was opened by Anna Hill. “It will be free,” she said.")
def _one_of_that_gender(near: Near) -> tuple[Person, ...] | None:
    told = [person for person in near.closest if person.gender == near.gender]
    return sole(told) if told else None


@HE_OR_SHE.rule("one is named nearest", "The lock was opened by Wei Orr, an engineer. “It will be free,” she said.")
def _one_is_near(near: Near) -> tuple[Person, ...] | None:
    return sole(list(near.closest)) or None


# ---------------------------------------------------------------- they

THEY = Rules[[Scene, Sought], tuple[Person, ...]]("who “they” are", otherwise=())


@THEY.rule("spoke together", "Anna Hill and Tom Orr said the lock would open. “It will be free,” they added.")
def _spoke_together(scene: Scene, sought: Sought) -> tuple[Person, ...] | None:
    return scene.last if len(scene.last) > 1 and scene.heard >= scene.stranger else None


@THEY.rule("two of the sentence before", "Anna Hill and Tom Orr opened the lock. “It will be free,” they said.")
def _two_of_the_sentence_before(scene: Scene, sought: Sought) -> tuple[Person, ...] | None:
    since = [one for one in scene.named_before(sought) if one.number > scene.last_words]
    closest = max((one.number for one in since), default=-1)
    people = tuple(dict.fromkeys(one.person for one in since if one.number == closest))
    return people if len(people) == 2 and closest == sought.number - 1 else None
