"""Walks through a document and says who speaks each report: sources are resolved in order, so that "he" finds who spoke last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from archive.extraction.people.mentions import KnownNames
from archive.extraction.people.unit import Unit
from archive.extraction.speakers.lone_quotes import Lone, inherit, sign
from archive.extraction.speakers.nominals import explains
from archive.extraction.speakers.resolution import people_of, resolve
from archive.extraction.speakers.scene import Scene
from archive.extraction.speakers.signers import is_in_a_paper, note_paper, note_signers
from archive.extraction.speakers.spoken import Announced, Relay, Sentence, Spoken, item_of, paragraphs_between
from archive.extraction.speakers.wording import SpeakerWording, wording_of
from archive.extraction.speech.backward import told_before
from archive.extraction.speech.relayed import relayed_in
from archive.extraction.speech.reports import Report, Source
from archive.extraction.text.faults import attempt


@dataclass(slots=True)
class Walk:
    """One way through the sentences; `announced` is the cue of the sentence before that announces the words of this one."""

    text: str
    sentences: Sequence[Sentence]
    scene: Scene
    known: KnownNames
    found: list[Spoken] = field(default_factory=list)
    announced: Announced | None = None

    def run(self) -> list[Spoken]:
        """Every report with its speakers, in order; a line of dialogue that is nobody's is left out."""
        for number, sentence in enumerate(self.sentences):
            attempt(f"Who speaks in the sentence at {sentence.unit.start}", partial(self._pass, number, sentence), None)
        for at in range(len(self.found)):
            attempt("Who goes on speaking", partial(self._inherit, at), None)
            attempt("Who holds the office", partial(self._explain, at), None)
        return [spoken for spoken in self.found if spoken.speakers or spoken.report.how != "dialogue"]

    def _pass(self, number: int, sentence: Sentence) -> None:
        unit = sentence.unit
        announced, self.announced = self.announced, None
        named = self.scene.enter(number, unit)
        note_signers(self.scene, unit, named, self._wording_of(unit))
        self._note_subject(number, unit)
        if sentence.signs:
            sign(self.found, self.sentences, number, resolve(self.scene, sentence.signs, number, self.text))
        item = item_of(self.text, unit, announced) if announced and announced.last == number - 1 else None
        for report in (item,) if item else (*self._backward(number), *sentence.reading.reports):
            self._hear(number, report, announced)
        if announced and item:
            self.announced = replace(announced, last=number, block=unit.block)
        elif sentence.reading.announced:
            self.announced = Announced(number, sentence.reading.announced, number, -1)

    def _note_subject(self, number: int, unit: Unit) -> None:
        """Of whom the sentence tells: whom its subject names, or "he" as it is resolved here."""
        source = self._wording_of(unit).subject_in(unit)
        people = people_of(self.scene.cast, resolve(self.scene, source, number, self.text)) if source else ()
        if len(people) == 1:
            self.scene.subject = (number, people[0])

    def _backward(self, number: int) -> tuple[Report, ...]:
        """The sentence before, where this one tells who spoke it."""
        cue, unit = self.sentences[number].reading.backward, self.sentences[number].unit
        if cue is None or number == 0 or paragraphs_between(self.sentences, number - 1, number) > 1:
            return ()
        before = self.sentences[number - 1]
        told = told_before(before.unit, before.reading, cue, (unit.tokens[cue.first].start, unit.tokens[cue.last].end))
        return (told,) if told else ()

    def _hear(self, number: int, report: Report, announced: Announced | None) -> None:
        spoken = Spoken(report, number)
        source, at = report.source, number
        if source is None and announced and paragraphs_between(self.sentences, announced.last, number) <= 1:
            at, source, spoken.inherited = announced.number, announced.cue.source, True
        if source is not None:
            spoken.speakers = resolve(self.scene, source, at, self.text, self._gender_told(report))
            self._note(spoken, source)
        spoken.relayed = self._relayed(report, number)
        self.found.append(spoken)

    def _note(self, spoken: Spoken, source: Source) -> None:
        """Keeps in mind who has spoken, and whose paper that was."""
        self.scene.hear(spoken.number, source, people_of(self.scene.cast, spoken.speakers))
        unit, cue = self.sentences[spoken.number].unit, spoken.report.cue
        if cue and is_in_a_paper(self.text, unit, source, cue, self._wording_of(unit)):
            note_paper(self.scene, spoken.speakers)

    def _gender_told(self, report: Report) -> str | None:
        verb = self.text[slice(*report.cue)] if report.cue else ""
        return wording_of(verb).gender_of_verb(verb)

    def _wording_of(self, unit: Unit) -> SpeakerWording:
        return wording_of(self.text[unit.start : unit.end])

    def _relayed(self, report: Report, number: int) -> tuple[Relay, ...]:
        inside = relayed_in(self.text, report, self.sentences[number].unit.block, self.known)
        self.scene.relaying = True
        try:
            return tuple(Relay(one, resolve(self.scene, one.source, number, self.text)) for one in inside if one.source)
        finally:
            self.scene.relaying = False

    def _explain(self, at: int) -> None:
        """ "…, the transport minister has said. Livia Stern told reporters": the office, and behind it who holds it."""
        spoken, after = self.found[at], self.found[at + 1] if at + 1 < len(self.found) else None
        if after and after.number == spoken.number + 1 and explains(self.text, self.sentences, spoken, after):
            named = people_of(self.scene.cast, after.speakers)
            held = [replace(one, name=person.name) for one in spoken.speakers for person in named]
            spoken.speakers = tuple(held)

    def _inherit(self, at: int) -> None:
        spoken = self.found[at]
        if spoken.speakers or spoken.report.source or spoken.report.how == "turn":
            return
        before = self.found[at - 1] if at else None
        after = self.found[at + 1] if at + 1 < len(self.found) else None
        inherit(Lone(self.text, self.sentences, self.scene, spoken, before, after))
