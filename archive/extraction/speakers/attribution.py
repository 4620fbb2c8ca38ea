"""Who speaks each report of a document: reads the sentences, casts the people whom they name, and walks through them in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from archive.extraction.page.head import Layout
from archive.extraction.page.turns import Turn, hosts_in, turns_of
from archive.extraction.people.bodies import Bodies, bodies_of
from archive.extraction.people.cast import Cast, cast_of
from archive.extraction.people.mentions import KnownNames, Mention
from archive.extraction.people.unit import unit_of
from archive.extraction.speakers.casting import labelled, names_in, names_told_in, surnames_of, trusted
from archive.extraction.speakers.genders import learn_genders
from archive.extraction.speakers.paragraphs import sentences_in
from archive.extraction.speakers.resolution import resolve
from archive.extraction.speakers.scene import Scene
from archive.extraction.speakers.spoken import Sentence, Spoken
from archive.extraction.speakers.walk import Walk
from archive.extraction.speech.headlines import Headline, headline_of
from archive.extraction.speech.reports import Report, Source
from archive.extraction.text.faults import attempt
from archive.extraction.text.quotes import Quoted
from archive.extraction.types import SpeakerFound, TextFound


def spoken_in(text: str, page: Layout, quotes: Sequence[Quoted]) -> tuple[list[Sentence], list[Spoken]]:
    """The sentences of the page's body and the reports in them and in its title, with speakers."""
    names = names_in(text, [*page.body, *page.beside], page.language)
    names += names_told_in(page.stated_title, text, page.language)
    surnames = surnames_of(names)
    known = KnownNames(page.language, surnames)
    turns: dict[int, Turn] = attempt("The turns of a transcript", partial(_turns, page, names), {})
    sentences = sentences_in(text, page.body, quotes, turns, known)
    cast = attempt("The people of the document", partial(_cast, text, sentences, names, turns), Cast())
    attempt("Men and women", partial(learn_genders, cast, sentences), None)
    bodies = attempt("The bodies of the document", partial(bodies_of, text, [sentence.unit for sentence in sentences]), Bodies())
    scene = Scene(cast, bodies)
    spoken = Walk(text, sentences, scene, known).run()
    _answer(sentences, spoken, cast)
    titled: list[Spoken] = []
    if page.title and sentences:
        titled = attempt("The words of the title", partial(_titled, text, page.title, scene, known, surnames), titled)
    return sentences, [*titled, *spoken]


def _turns(page: Layout, names: Sequence[Mention]) -> dict[int, Turn]:
    return turns_of(page.body, frozenset(one.surname.casefold() for one in names), hosts_in([*page.beside, *page.body]))


def _cast(text: str, sentences: Sequence[Sentence], names: Sequence[Mention], turns: Mapping[int, Turn]) -> Cast:
    return cast_of(trusted(text, sentences, [*names, *labelled(names, turns.values())]))


def _titled(text: str, title: TextFound, scene: Scene, known: KnownNames, surnames: frozenset[str]) -> list[Spoken]:
    """What the title says that somebody said."""
    said = headline_of(title, frozenset(name.casefold() for name in surnames))
    return [_headline(text, said, scene, known)] if said else []


def _answer(sentences: Sequence[Sentence], spoken: Sequence[Spoken], cast: Cast) -> None:
    """Paragraphs that begin with "Answer:" are of the one person whom the document names, if it names but one."""
    if len(cast.everyone) != 1:
        return
    person = cast.everyone[0]
    for one in spoken:
        if one.report.how == "turn" and not one.speakers:
            unit = sentences[one.number].unit
            one.speakers = (SpeakerFound(person.name, person.role, unit.start, unit.end),)


def _headline(text: str, said: Headline, scene: Scene, known: KnownNames) -> Spoken:
    """The words of the title; "Minister:" is the one person of that role, where the text has one."""
    unit = unit_of(text, -1, said.label_start, said.label_end, (), known)
    mention = next(iter(unit.mentions), None)
    last = len(unit.tokens) - 1
    head = mention.name if mention else unit.tokens[last].lower
    source = Source("person" if mention else said.kind, head, 0, last, unit.start, unit.end, (mention,) if mention else ())
    speakers = resolve(scene, source, 0, text)
    bearers = scene.cast.with_role(head) if source.kind == "role" else []
    if len(bearers) == 1:
        speakers = (SpeakerFound(bearers[0].name, bearers[0].role, unit.start, unit.end),)
    report = Report("direct" if said.quoted else "indirect", said.start, said.end, source, None, "headline")
    return Spoken(report, 0, speakers)
