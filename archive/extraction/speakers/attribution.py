"""Who speaks each report of a document: reads the sentences, casts the people whom they name, and walks through them in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from archive.extraction.page.chrome import is_caption
from archive.extraction.page.head import Layout
from archive.extraction.page.transcripts.label_shapes import printed_in
from archive.extraction.page.transcripts.turns import Turn, hosts_in, turns_of
from archive.extraction.people.bodies import Bodies, bodies_of
from archive.extraction.people.cast import Cast, cast_of
from archive.extraction.people.mentions import KnownNames, Mention, mentions_of
from archive.extraction.people.unit import unit_of
from archive.extraction.speakers.casting import labelled, learn_genders, names_in, names_told_in, surnames_of, trusted
from archive.extraction.speakers.paragraphs import sentences_in
from archive.extraction.speakers.resolution import resolve
from archive.extraction.speakers.scene import Scene
from archive.extraction.speakers.spoken import Sentence, Spoken
from archive.extraction.speakers.voices.called import Voices
from archive.extraction.speakers.voices.headings import as_sentences
from archive.extraction.speakers.voices.interviews import answers
from archive.extraction.speakers.voices.own_words import own_words
from archive.extraction.speakers.voices.owners import Paper
from archive.extraction.speakers.walk import Walk
from archive.extraction.speech.headlines import Headline, headline_of
from archive.extraction.speech.reports import Report, Source
from archive.extraction.text.blocks import Block
from archive.extraction.text.faults import attempt
from archive.extraction.text.quotes import Quoted
from archive.extraction.text.tokens import tokens_of
from archive.extraction.types import SpeakerFound, TextFound

NO_TURNS: Mapping[int, Turn] = {}


def spoken_in(text: str, page: Layout, quotes: Sequence[Quoted]) -> tuple[list[Sentence], list[Spoken]]:
    """The sentences of the page's body and the reports in them and in its title, with speakers."""
    names = names_in(text, [*page.body, *page.beside], page.language)
    names += names_told_in(page.stated_title, text, page.language)
    surnames = surnames_of(names)
    known = KnownNames(page.language, surnames)
    blocks, turns = attempt("The turns of a transcript", partial(_turns, text, page, names), (page.body, NO_TURNS))
    sentences = sentences_in(text, blocks, quotes, turns, known)
    cast = attempt("The people of the document", partial(_cast, text, sentences, names, turns), Cast())
    attempt("Men and women", partial(learn_genders, cast, sentences), None)
    bodies = attempt("The bodies of the document", partial(bodies_of, text, [sentence.unit for sentence in sentences]), Bodies())
    scene = Scene(cast, bodies, _voices(text, page, sentences, names, turns))
    spoken = Walk(text, sentences, scene, known).run()
    _answer(sentences, spoken, cast)
    titled: list[Spoken] = []
    if page.title and sentences:
        titled = attempt("The words of the title", partial(_titled, text, page.title, scene, known, surnames), titled)
    return sentences, [*titled, *spoken]


def _turns(text: str, page: Layout, names: Sequence[Mention]) -> tuple[tuple[Block, ...], Mapping[int, Turn]]:
    """The paragraphs of the body and the turns among them by number; a line that is a turn is a paragraph."""
    everything = _spoken_or_lines(page)
    words = frozenset(word.casefold() for name in surnames_of(names) for word in name.split())
    turns = turns_of(everything, words, hosts_in([*page.beside, *page.body]))
    paper = Paper(text, page, KnownNames(page.language, surnames_of(names)))
    own = (own_words(paper) or answers(paper)) if 2 * len(turns) < len(page.body) else {}
    if own or not turns:
        return page.body, own
    body = {block.start for block in page.body}
    kept = [number for number, block in enumerate(everything) if number in turns or block.start in body]
    return tuple(everything[number] for number in kept), {at: replace(turns[n], block=at) for at, n in enumerate(kept) if n in turns}


def _spoken_or_lines(page: Layout) -> list[Block]:
    """The paragraphs of the body and the lines among them: some turns have no full stop."""
    labels = Counter(printed.key for block in (*page.body, *page.beside) if (printed := printed_in(block)))
    lines = [block for block in page.beside if not is_caption(block.text) and not _is_title(page, block, labels)]
    return sorted([*page.body, *lines], key=lambda block: block.start)


def _is_title(page: Layout, block: Block, labels: Mapping[str, int]) -> bool:
    """The title; a first line that breaks off, or whose label comes back below, is a turn."""
    if page.title is None or page.title.start != block.start or block.text.endswith(","):
        return False
    printed = printed_in(block)
    return printed is None or printed.shape == "line" or labels[printed.key] == 1


def _cast(text: str, sentences: Sequence[Sentence], names: Sequence[Mention], turns: Mapping[int, Turn]) -> Cast:
    return cast_of(trusted(text, sentences, [*names, *labelled(names, turns.values())]))


def _voices(text: str, page: Layout, sentences: Sequence[Sentence], names: Sequence[Mention], turns: Mapping[int, Turn]) -> Voices:
    """Those who may be meant by labels: whom the text above the first turn names, and the labels themselves."""
    if not turns:
        return Voices()
    first = min(turn.start for turn in turns.values())
    lines = [block for block in page.beside if block.end <= first]
    quiet, known = as_sentences(text, lines), KnownNames(page.language)
    blocks = [*lines, *(block for block in page.body if block.end <= first)]
    above = [one for block in blocks for one in mentions_of(quiet, tokens_of(quiet, block.start, block.end), known)]
    told = [one for sentence in sentences for report in sentence.reading.reports if report.source for one in report.source.mentions]
    return Voices([one for one in [*above, *told] if one.is_full or one.role], names)


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
