"""Who speaks words beside which nobody stands: whoever spoke before, or speaks after, signs them, or opens the sentence before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive.extraction.people.unit import Unit
from archive.extraction.speakers.resolution import resolve
from archive.extraction.speakers.scene import Scene
from archive.extraction.speakers.spoken import Sentence, Spoken, paragraphs_between
from archive.extraction.speakers.wording import wording_of
from archive.extraction.speech.reports import Source
from archive.extraction.text.rules import Rules
from archive.extraction.types import SpeakerFound

OPENING = 3  # tokens of a sentence within which a pronoun opens it: "Still, she"


@dataclass(frozen=True, slots=True)
class Lone:
    """Words beside which nobody stands, with what is reported right before and right after them."""

    text: str
    sentences: Sequence[Sentence]
    scene: Scene
    spoken: Spoken
    before: Spoken | None
    after: Spoken | None

    @property
    def is_line_of_dialogue(self) -> bool:
        return self.spoken.report.how == "dialogue"

    @property
    def sentence(self) -> Sentence:
        return self.sentences[self.spoken.number]

    def paragraphs_to(self, other: Spoken) -> int:
        return abs(paragraphs_between(self.sentences, self.spoken.number, other.number))


def inherit(lone: Lone) -> None:
    """Gives the words the speakers whom a rule finds, if one does."""
    speakers = INHERITED(lone)
    if speakers:
        lone.spoken.speakers, lone.spoken.inherited = speakers, True


def sign(found: Sequence[Spoken], sentences: Sequence[Sentence], number: int, speakers: tuple[SpeakerFound, ...]) -> None:
    """A line "— Anna Smith", sentence `number`, names who spoke the quotations of the paragraph before."""
    for spoken in reversed(found):
        if spoken.speakers or paragraphs_between(sentences, spoken.number, number) > 1:
            break
        spoken.speakers = speakers


INHERITED = Rules[[Lone], tuple[SpeakerFound, ...]]("who speaks words beside which nobody stands", otherwise=())


@INHERITED.rule("runs on into the next paragraph", "“The lock will open in the spring of next year.\n\n“It will be free,” Anna Hill said.")
def _runs_on(lone: Lone) -> tuple[SpeakerFound, ...] | None:
    """The quotation was left open at the end of its paragraph, and the next paragraph goes on with it."""
    quoted, after = lone.spoken.report.quoted, lone.after
    is_open = bool(quoted) and not quoted[-1].closed
    return after.speakers or None if after and is_open and lone.paragraphs_to(after) <= 1 else None


@INHERITED.rule("same sentence", "Anna Hill was blunt. “It will be free for all of us” … “and it will be ours for ever.”")
def _same_sentence(lone: Lone) -> tuple[SpeakerFound, ...] | None:
    before = lone.before
    return before.speakers or None if before and before.number == lone.spoken.number else None


@INHERITED.rule("dialogue goes on", "— Шлюз откроют весной, — сказала Анна Орлова. — Он будет бесплатным.")
def _dialogue_goes_on(lone: Lone) -> tuple[SpeakerFound, ...] | None:
    before = lone.before
    if before is None or not lone.is_line_of_dialogue or before.report.how != "dialogue":
        return None
    follows = lone.spoken.number - before.number == 1 and lone.paragraphs_to(before) == 0
    return before.speakers or None if follows else None


@INHERITED.rule("quotation goes on", "“The lock will open,” Anna Hill said. “It will be free for all of us.”")
def _quotation_goes_on(lone: Lone) -> tuple[SpeakerFound, ...] | None:
    """The quotation is a sentence of its own, and no sentence of the reporter's lies between."""
    before = lone.before
    if before is None or lone.is_line_of_dialogue or not lone.sentence.is_quotation:
        return None
    return before.speakers or None if lone.spoken.number - before.number == 1 else None


@INHERITED.rule("introduced by a sentence about one person", "Anna Hill was blunt. “We will not open the lock.”")
def _introduced(lone: Lone) -> tuple[SpeakerFound, ...] | None:
    number = lone.spoken.number - 1
    if number < 0 or lone.is_line_of_dialogue or not lone.sentence.is_quotation:
        return None
    unit = lone.sentences[number].unit
    subject = _subject(lone.text, unit) if unit.block == lone.sentence.unit.block else None
    return resolve(lone.scene, subject, number, lone.text) if subject else None


@INHERITED.rule(
    "paragraph behind what one person holds",
    "Anna Hill said the lock was late. However, she defended the plan.\n\n“Nobody builds a lock in a week. This one will last.”",
)
def _behind_stand(lone: Lone) -> tuple[SpeakerFound, ...] | None:
    """The quotation fills its paragraph, and the sentence before tells what the one holds who spoke last, or how he judges."""
    number = lone.spoken.number - 1
    if number < 0 or lone.is_line_of_dialogue or not lone.sentence.is_quotation:
        return None
    stand = lone.sentences[number]
    if stand.reading.reports or lone.sentence.unit.block - stand.unit.block != 1:
        return None
    return _who_spoke_above(lone, number) or _who_judges(lone, number)


def _who_spoke_above(lone: Lone, number: int) -> tuple[SpeakerFound, ...]:
    """Who alone spoke earlier in the paragraph of sentence `number`, if "he", "she" or the name opens the sentence."""
    before, unit = lone.before, lone.sentences[number].unit
    if before is None or len(before.names) != 1 or paragraphs_between(lone.sentences, before.number, number):
        return ()
    wording = wording_of(lone.text[unit.start : unit.end])
    if any(token.lower in wording.PRONOUNS for token in unit.tokens[:OPENING]):
        return before.speakers
    opener = wording.opener_of(unit)
    if opener is None or opener.kind != "person":
        return ()
    return before.speakers if tuple(one.name for one in resolve(lone.scene, opener, number, lone.text)) == before.names else ()


def _who_judges(lone: Lone, number: int) -> tuple[SpeakerFound, ...]:
    """ "However, Tom Orr rejected her demands.": who is named and takes a stand."""
    unit = lone.sentences[number].unit
    wording = wording_of(lone.text[unit.start : unit.end])
    opener = wording.opener_of(unit)
    if opener is None or opener.kind != "person" or not any(token.lower in wording.JUDGING for token in unit.tokens):
        return ()
    speakers = resolve(lone.scene, opener, number, lone.text)
    return speakers if len(speakers) == 1 and speakers[0].name else ()


def _subject(text: str, unit: Unit) -> Source | None:
    """Whom a sentence without quotations is about, if it names one person or calls one alone."""
    if any(token.kind == "q" for token in unit.tokens):
        return None
    subject = wording_of(text[unit.start : unit.end]).opener_of(unit)
    names = {"person": 1, "role": 0}.get(subject.kind) if subject else None
    return subject if names == len(unit.mentions) else None
