"""Which of the names that were found belong to the cast: sure ones, and doubtful ones that speak or are taken up by a pronoun."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace

from archive.extraction.languages.english.particles import GENDERS
from archive.extraction.languages.families import is_cyrillic
from archive.extraction.languages.names import FIRST_NAMES, surname_of
from archive.extraction.languages.slavic.governing import asked_by
from archive.extraction.languages.slavic.morphology import is_body, is_place, is_plain
from archive.extraction.languages.slavic.nominatives import OBLIQUE, nominative
from archive.extraction.page.transcripts.turns import Turn
from archive.extraction.people.candidates import MOST_ASKING
from archive.extraction.people.cast import Cast
from archive.extraction.people.mentions import KnownNames, Mention, mentions_of
from archive.extraction.people.runs import NO_NAME
from archive.extraction.people.unit import Unit
from archive.extraction.speakers.spoken import Sentence
from archive.extraction.speakers.wording import wording_of
from archive.extraction.speech.reports import Source
from archive.extraction.text.blocks import Block
from archive.extraction.text.tokens import tokens_of

# A shorter word of a name is a particle or an initial.
LEAST_NAME = 3
# A shorter word in capitals that speaks is an acronym.
LEAST_SINGLE_NAME = 4
LONGEST_TITLE, LONGEST_ENDING = 300, 2  # characters
CAPITAL = re.compile(rf"\b(?=[^\W\d_a-zа-яёіїєґў])[\w’'-]{{{LEAST_NAME},30}}")


def names_in(text: str, blocks: Iterable[Block], language: str | None) -> list[Mention]:
    """The names of the paragraphs that can stand for themselves: full ones, and those behind a title."""
    known = KnownNames(language)
    found = [m for block in blocks for m in mentions_of(text, tokens_of(text, block.start, block.end), known) if " " in m.name or m.title]
    return _without_two_people(found)


def names_told_in(title: str, text: str, language: str | None) -> list[Mention]:
    """The names that a title beside the text tells in full, of people whom the text calls by their surnames.

    It is read up to each such surname too, for it may have capitals throughout: "Mayor Livia Stern Opens The Quay".
    """
    title = title[:LONGEST_TITLE].title() if title.isupper() else title[:LONGEST_TITLE]
    parts = [title, *(title[: word.end()] for word in CAPITAL.finditer(title) if _is_in(text, word[0]))]
    found = [mention for part in parts for mention in names_in(part, [Block(0, len(part), part, apart=False)], language)]
    return [mention for mention in dict.fromkeys(found) if mention.is_full and _is_in(text, mention.surname)]


def _is_in(text: str, name: str) -> bool:
    """In whichever case form."""
    return name[: max(LEAST_SINGLE_NAME, len(name) - LONGEST_ENDING)] in text


def surnames_of(mentions: Sequence[Mention]) -> frozenset[str]:
    """The words of the sure names, and these themselves: what may stand alone for somebody in the sentences."""
    sure = [m for m in mentions if m.sure]
    words = {word for m in sure for word in m.name.split() if len(word) >= LEAST_NAME and word not in NO_NAME}
    return frozenset(words | {m.name for m in sure})


def labelled(mentions: Sequence[Mention], turns: Iterable[Turn]) -> list[Mention]:
    """The names that a label of a transcript bears out, which are sure then."""
    labels = {turn.label.name.split()[-1].casefold() for turn in turns}
    return [replace(m, sure=True) for m in mentions if m.surname.casefold() in labels]


def trusted(text: str, sentences: Sequence[Sentence], others: Sequence[Mention]) -> list[Mention]:
    """Sure names, and doubtful ones that the document lets speak, or whose surname stands alone for somebody."""
    sources = list(_sources(sentences))
    speaking = {m.name for source in sources for m in source.mentions} | _taken_up(text, sentences)
    everyone = [*_mentions(sentences), *(m for source in sources for m in source.mentions if m.role)]
    single = _single_names(sentences)
    alone = _alone([*everyone, *single])
    heard = [_as_heard(m, frozenset(one.name for one in single)) for m in [*everyone, *others]]
    return [m for m in heard if m.sure or m.name in speaking or _is_called_alone(m, alone)] + single


def _mentions(sentences: Iterable[Sentence]) -> Iterator[Mention]:
    return (m for sentence in sentences for m in sentence.unit.mentions)


def _alone(mentions: Iterable[Mention]) -> set[str]:
    """The names of one word by which somebody is called."""
    return {m.name for m in mentions if not m.is_full}


def _is_called_alone(mention: Mention, alone: Container[str]) -> bool:
    """ "Chaz Ferro", where "Ferro said" or "Mr Ferro" stands elsewhere: firms and places are not called by their last word."""
    return mention.is_full and mention.surname in alone and mention.surname not in NO_NAME


def _as_heard(mention: Mention, speaking: frozenset[str]) -> Mention:
    """ "спросили Рикардо Альвеса": "Альвес" speaks, so that the name in another case is his."""
    surname = mention.surname
    if not (speaking and is_cyrillic(mention.name)) or surname in speaking or any(map(is_plain, mention.name.split())):
        return mention
    name = nominative(mention.name, None, OBLIQUE)
    return replace(mention, name=name, sure=True) if surname_of(name) in speaking else mention


def _sources(sentences: Iterable[Sentence]) -> Iterator[Source]:
    return (report.source for sentence in sentences for report in sentence.reading.reports if report.source)


def _without_two_people(mentions: Sequence[Mention]) -> list[Mention]:
    """Without "Лимо Градов" out of "о здоровье Лимо Градов сказал": two surnames of people whom full names tell."""
    firm = {m.surname for m in mentions if m.sure and _has_first_name(m)}
    return [m for m in mentions if m.role or " " not in m.name or _has_first_name(m) or not set(m.name.split()) <= firm]


def _has_first_name(mention: Mention) -> bool:
    first, space, _ = mention.name.partition(" ")
    return bool(space) and first in FIRST_NAMES


def _taken_up(text: str, sentences: Sequence[Sentence]) -> set[str]:
    """The doubtful names that a pronoun takes up."""
    units = [sentence.unit for sentence in sentences]
    return {m.name for unit in units for m in unit.mentions if not m.sure and wording_of(text[unit.start : unit.end]).takes_up(unit, m)}


def _single_names(sentences: Sequence[Sentence]) -> list[Mention]:
    """Words in capitals that speak ("Smith said") though no full name is printed; a body such as a firm is among them by chance."""
    found: dict[str, Mention] = {}
    for sentence in sentences:
        for source in _sources([sentence]):
            if source.kind == "body" and source.first == source.last and len(source.head) >= LEAST_SINGLE_NAME:
                found[source.head] = _single_name(source, sentence.unit)
    return [mention for head, mention in found.items() if head.title() not in NO_NAME and not _names_no_person(mention.name)]


def _names_no_person(word: str) -> bool:
    """ "Норвегии", "Минздрава"."""
    return is_cyrillic(word) and (is_place(word) or is_body(word))


def _single_name(source: Source, unit: Unit) -> Mention:
    """As it is printed; where another word begins at its place, with a capital."""
    printed = next((token.bare for token in unit.tokens if token.start == source.start), "")
    name = printed if printed.casefold() == source.head else source.head.title()
    if is_cyrillic(name):
        before = [token.lower for token in unit.tokens[max(0, source.first - MOST_ASKING) : source.first]]
        name = nominative(name, unit.language, asked_by(before))
    return Mention(source.first, source.last, source.start, source.end, name, None, "", sure=False)


def learn_genders(cast: Cast, sentences: Sequence[Sentence]) -> None:
    """ "Wei Orr said she was tired": of the one name of a sentence, where all such sentences tell the same."""
    told: dict[int, set[str]] = defaultdict(set)
    for sentence in sentences:
        mention = sentence.unit.mentions[0] if len(sentence.unit.mentions) == 1 else None
        person = cast.named(mention.name) if mention else None
        if mention and person and person.gender is None:
            words = {token.lower for token in sentence.unit.tokens[mention.last + 1 :]}
            told[cast.names[person.name]] |= {GENDERS[word] for word in words & GENDERS.keys()}
    for number, genders in told.items():
        if len(genders) == 1:
            cast.everyone[number] = replace(cast.everyone[number], gender=next(iter(genders)))
