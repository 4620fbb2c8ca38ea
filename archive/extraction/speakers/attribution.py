"""Walks through a document and says who speaks each report: sources are resolved in order, so that "he" finds who spoke last;
a quotation that stands alone goes to whoever spoke before it, or signs it, or speaks after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from archive.extraction.languages.callings import is_calling
from archive.extraction.languages.english import words as en
from archive.extraction.languages.slavic import words as slavic
from archive.extraction.languages.slavic.cases import gender_of_verb
from archive.extraction.page.head import Layout
from archive.extraction.page.turns import Turn, hosts_in, is_name_line, turns_of
from archive.extraction.people.bodies import bodies_of
from archive.extraction.people.cast import Cast, cast_of
from archive.extraction.people.mentions import KnownNames, Mention, mentions_of
from archive.extraction.people.runs import NO_NAME
from archive.extraction.speakers.casting import apart, trusted
from archive.extraction.speakers.scene import Scene, people_of
from archive.extraction.speech.backward import told_before
from archive.extraction.speech.english.noun_phrases import Source
from archive.extraction.speech.english.subjects import subject_of
from archive.extraction.speech.headlines import Headline, headline_of
from archive.extraction.speech.loose_quotes import named_source
from archive.extraction.speech.reader import read_unit, unit_of
from archive.extraction.speech.relayed import relayed_in
from archive.extraction.speech.reports import Cue, Reading, Report, Unit
from archive.extraction.speech.slavic.left import clause_subject
from archive.extraction.text.blocks import Block
from archive.extraction.text.faults import attempt
from archive.extraction.text.quotes import Quoted
from archive.extraction.text.sentences import units_of
from archive.extraction.text.tokens import tokens_of
from archive.extraction.types import SpeakerFound

# "said in a joint statement" right behind the verb, or "In a joint statement on Friday, A and B said" before who speaks.
DOCUMENT = re.compile(
    r"\b[Ii]n\s(?:a|an|the|his|her|their|its)\s(?:[a-z-]{2,12}\s){0,2}(?:statement|letter|message|document|declaration|communiqué|communique|post|report|release)\b"
    r"|\b[вВуУў]\s(?:\w{3,14}\s){0,2}(?:заявлении|сообщении|письме|заяве|паведамленні|заяві|повідомленні)\b"
)
DOCUMENT_REACH = 80


@dataclass(frozen=True, slots=True)
class Relay:
    """What a speaker says that another said, and who that is."""

    report: Report
    speakers: tuple[SpeakerFound, ...]


@dataclass(slots=True)
class Spoken:
    """One report with the number of its sentence and the speakers it was given."""

    report: Report
    number: int
    speakers: tuple[SpeakerFound, ...] = ()
    inherited: bool = False
    relayed: tuple[Relay, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the body with what it reports; a turn of a transcript counts as one. `signs` is a line of a name alone."""

    unit: Unit
    reading: Reading
    signs: Source | None = None


def spoken_in(text: str, page: Layout, quotes: Sequence[Quoted]) -> tuple[list[Sentence], list[Spoken]]:
    """The sentences of the page's body and the reports in them and in its title, with speakers."""
    body, beside = page.body, page.beside
    full = [m for block in [*body, *beside] for m in _mentions_in(text, block, page.language) if " " in m.name or m.title]
    full = apart(full)
    words = {word for m in full if m.sure for word in m.name.split() if len(word) > 2 and word not in NO_NAME}
    surnames = frozenset(words | {m.name for m in full if m.sure})
    known = KnownNames(page.language, surnames)
    turns = turns_of(body, frozenset(m.surname.casefold() for m in full), hosts_in([*beside, *body]))
    sentences = _sentences(text, body, quotes, turns, known)
    labels = {turn.label.split()[-1].casefold() for turn in turns.values()}
    speaking = [replace(m, sure=True) for m in full if m.surname.casefold() in labels]
    cast = cast_of(trusted([(s.unit, s.reading) for s in sentences], [*full, *speaking]))
    bodies = bodies_of(text, [sentence.unit for sentence in sentences])
    scene = Scene(cast, bodies)
    spoken = _Walk(text, sentences, scene, known).run()
    _answers(sentences, spoken, cast)
    said = headline_of(page.title, frozenset(name.casefold() for name in surnames)) if page.title and sentences else None
    return sentences, [_headline(text, said, scene, known), *spoken] if said else spoken


def _headline(text: str, said: Headline, scene: Scene, known: KnownNames) -> Spoken:
    """The words of the title; "Minister:" is the one person of that role, where the text has one."""
    unit = unit_of(text, -1, said.label_start, said.label_end, (), known)
    mention = next(iter(unit.mentions), None)
    last = len(unit.tokens) - 1
    head = mention.name if mention else unit.tokens[last].lower
    source = Source("person" if mention else said.kind, head, 0, last, unit.start, unit.end, (mention,) if mention else ())
    speakers = scene.resolve(source, 0, text)
    bearers = scene.cast.with_role(head) if source.kind == "role" else []
    if len(bearers) == 1:
        speakers = (SpeakerFound(bearers[0].name, bearers[0].role, unit.start, unit.end),)
    report = Report("direct" if said.quoted else "indirect", said.start, said.end, source, None, "headline")
    return Spoken(report, 0, speakers)


def _mentions_in(text: str, block: Block, language: str | None) -> list[Mention]:
    return mentions_of(text, tokens_of(text, block.start, block.end), KnownNames(language))


# ---------------------------------------------------------------- sentences


def _sentences(text: str, blocks: Sequence[Block], quotes: Sequence[Quoted], turns: dict[int, Turn], known: KnownNames) -> list[Sentence]:
    found: list[Sentence] = []
    unknown = KnownNames(known.language)  # a label is read by itself
    at = 0
    for number, block in enumerate(blocks):
        begin = at
        while at < len(quotes) and quotes[at].start < block.end:
            at += 1
        here = quotes[begin:at]
        if number in turns:
            found.append(_turn(text, turns[number], unknown))
        elif is_name_line(block):
            found.append(_name_line(text, number, block, unknown))
        else:
            units = [unit_of(text, number, start, end, here, known) for start, end in units_of(text, block, here)]
            found += [Sentence(unit, _reading(text, unit)) for unit in units if unit.tokens]
    return found


def _reading(text: str, unit: Unit) -> Reading:
    return attempt(f"The sentence at {unit.start}", partial(read_unit, text, unit), Reading((), None))


def _turn(text: str, turn: Turn, known: KnownNames) -> Sentence:
    """A paragraph of a transcript: all of it is the words of the one whose name stands before the colon."""
    unit = unit_of(text, turn.block, turn.label_start, turn.label_end, (), known)
    source = _labelled(unit, turn)
    if turn.asks:
        return Sentence(unit, Reading((), None))
    report = Report("direct", turn.start, turn.end, None if turn.answers else source, None, "turn")
    return Sentence(unit, Reading((report,), None))


def _labelled(unit: Unit, turn: Turn) -> Source:
    """Whom a label names; "The PRIME MINISTER" is whoever holds the office."""
    last = len(unit.tokens) - 1
    mention = next(iter(unit.mentions), None)
    if mention is None and unit.tokens[0].lower == "the" and is_calling(unit.tokens[last].lower):
        return Source("role", unit.tokens[last].lower, 0, last, turn.label_start, turn.label_end)
    mention = mention or Mention(0, last, turn.label_start, turn.label_end, turn.label, None, None, sure=False)
    return Source("person", mention.name, 0, last, turn.label_start, turn.label_end, (mention,))


def _name_line(text: str, number: int, block: Block, known: KnownNames) -> Sentence:
    unit = unit_of(text, number, block.start, block.end, (), known)
    return Sentence(unit, Reading((), None), named_source(unit, 1, len(unit.tokens)))


# ---------------------------------------------------------------- the walk


class _Walk:
    def __init__(self, text: str, sentences: Sequence[Sentence], scene: Scene, known: KnownNames) -> None:
        self.text, self.sentences, self.scene, self.known = text, sentences, scene, known
        self.found: list[Spoken] = []
        self.announced: tuple[int, Cue] | None = None

    def run(self) -> list[Spoken]:
        for number, sentence in enumerate(self.sentences):
            attempt(f"Who speaks in the sentence at {sentence.unit.start}", partial(self._pass, number, sentence), None)
        for at in range(len(self.found)):
            attempt("Who goes on speaking", partial(self._inherit, at), None)
        return [spoken for spoken in self.found if spoken.speakers or spoken.report.how != "dialogue"]

    def _pass(self, number: int, sentence: Sentence) -> None:
        self.scene.enter(number, sentence.unit)
        if sentence.signs:
            self._sign(number, sentence.signs)
        announced, self.announced = self.announced, None
        for report in (*self._backward(number), *sentence.reading.reports):
            self._hear(number, report, announced)
        self.announced = (number, sentence.reading.announced) if sentence.reading.announced else None

    def _backward(self, number: int) -> tuple[Report, ...]:
        """The sentence before, where this one tells who spoke it."""
        cue, unit = self.sentences[number].reading.backward, self.sentences[number].unit
        if cue is None or number == 0 or self._apart(number - 1, number) > 1:
            return ()
        before = self.sentences[number - 1]
        told = told_before(before.unit, before.reading, cue, (unit.tokens[cue.first].start, unit.tokens[cue.last].end))
        return (told,) if told else ()

    def _hear(self, number: int, report: Report, announced: tuple[int, Cue] | None) -> None:
        spoken = Spoken(report, number)
        source = report.source
        if source is None and announced and self._apart(announced[0], number) <= 1:
            source, spoken.inherited = announced[1].source, True
        if source is not None:
            at = announced[0] if spoken.inherited and announced else number
            told = gender_of_verb(self.text[slice(*report.cue)]) if report.cue else None
            spoken.speakers = self.scene.resolve(source, at, self.text, told)
            self.scene.hear(number, source, people_of(self.scene.cast, spoken.speakers))
            if report.cue and self._is_document(report.cue, source, self.sentences[number].unit):
                self.scene.sign(spoken.speakers)
        spoken.relayed = self._relayed(report, number)
        self.found.append(spoken)

    def _is_document(self, cue: tuple[int, int], source: Source, unit: Unit) -> bool:
        """What is reported stands in a statement or letter of the speakers."""
        opens = DOCUMENT.match(self.text, unit.start, max(unit.start, min(cue[0], source.start)))
        return bool(opens or DOCUMENT.search(self.text, cue[1], cue[1] + DOCUMENT_REACH))

    def _relayed(self, report: Report, number: int) -> tuple[Relay, ...]:
        inside = relayed_in(self.text, report, self.sentences[number].unit.block, self.known)
        self.scene.relaying = True
        relays = tuple(Relay(one, self.scene.resolve(one.source, number, self.text)) for one in inside if one.source)
        self.scene.relaying = False
        return relays

    def _sign(self, number: int, source: Source) -> None:
        """A line "— Anna Smith" names who spoke the quotations of the paragraph before."""
        for spoken in reversed(self.found):
            if spoken.speakers or self._apart(spoken.number, number) > 1:
                break
            spoken.speakers = self.scene.resolve(source, number, self.text)

    def _inherit(self, at: int) -> None:
        spoken = self.found[at]
        if spoken.speakers or spoken.report.source or spoken.report.how == "turn":
            return
        before = self.found[at - 1] if at else None
        after = self.found[at + 1] if at + 1 < len(self.found) else None
        if after and after.speakers and self._runs_on_into(spoken, after):
            spoken.speakers, spoken.inherited = after.speakers, True
        elif before and before.speakers and self._follows(before, spoken):
            spoken.speakers, spoken.inherited = before.speakers, True
        else:
            self._introduced(spoken)

    def _runs_on_into(self, spoken: Spoken, after: Spoken) -> bool:
        """The quotation was left open at the end of its paragraph, and the next paragraph goes on with it."""
        quoted = spoken.report.quoted
        return bool(quoted) and not quoted[-1].closed and self._apart(spoken.number, after.number) <= 1

    def _introduced(self, spoken: Spoken) -> None:
        """ "Ann Hill was blunt. “We won't go back.”": a quotation alone, behind a sentence about one person."""
        if spoken.number == 0 or spoken.report.how == "dialogue" or not self._is_alone(spoken.number):
            return
        unit, here = self.sentences[spoken.number - 1].unit, self.sentences[spoken.number].unit
        subject = _subject(unit) if unit.block == here.block and not any(t.kind == "q" for t in unit.tokens) else None
        if subject and (len(unit.mentions) == 1 if subject.kind == "person" else subject.kind == "role" and not unit.mentions):
            spoken.speakers, spoken.inherited = self.scene.resolve(subject, spoken.number - 1, self.text), True

    def _follows(self, before: Spoken, spoken: Spoken) -> bool:
        """The quotation is a sentence of its own, and no sentence of the reporter's lies between."""
        if before.number == spoken.number:
            return True
        if spoken.report.how == "dialogue":
            return spoken.number - before.number == 1 and self._apart(before.number, spoken.number) == 0 and before.report.how == "dialogue"
        return self._is_alone(spoken.number) and spoken.number - before.number == 1

    def _is_alone(self, number: int) -> bool:
        return all(t.kind != "w" for t in self.sentences[number].unit.tokens)

    def _apart(self, first: int, second: int) -> int:
        return self.sentences[second].unit.block - self.sentences[first].unit.block


def _subject(unit: Unit) -> Source | None:
    """Who opens the sentence; a role only where its verb is one of speech: "Глава фонда объяснил своё отношение к закону."."""
    verb = next((at for at, token in enumerate(unit.tokens) if token.lower in slavic.SAYING | en.SPEECH | en.NAMING), None)
    subject = subject_of(unit, len(unit.tokens)) or (clause_subject(unit, verb) if verb else None)
    return subject if subject and (subject.kind == "person" or verb is not None) else None


def _answers(sentences: Sequence[Sentence], spoken: Sequence[Spoken], cast: Cast) -> None:
    """Paragraphs that begin with "Answer:" are of the one person whom the document names, if it names but one."""
    if len(cast.everyone) != 1:
        return
    person = cast.everyone[0]
    for one in spoken:
        if one.report.how == "turn" and not one.speakers:
            unit = sentences[one.number].unit
            one.speakers = (SpeakerFound(person.name, person.role, unit.start, unit.end),)
