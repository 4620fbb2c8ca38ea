"""Whether a person whom no first name, title or role tells is a man or a woman, by the pronouns behind the name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from archive.extraction.languages.english.particles import GENDERS
from archive.extraction.people.cast import Cast
from archive.extraction.speakers.spoken import Sentence


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
