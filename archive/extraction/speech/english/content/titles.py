"""Quotation marks that hold no speech in English: names of works and things, words at arm's length."""

from __future__ import annotations

from archive.extraction.languages import words
from archive.extraction.languages.english import nouns, particles
from archive.extraction.speech.grammar import Cued
from archive.extraction.speech.stretches import is_in_title_case
from archive.extraction.text.rules import Rules

SO_CALLED = words("so-called self-styled as")
LONGEST_NAME = 6
READING = words("read reads reading says said saying")
# "the sign on the door reads": from what is read to the verb.
LONGEST_LABEL = 7
# Before these a quotation mark opens speech as often as a name.
WORKS = nouns.WORKS - {"reading", "called", "the", "writing"}

IS_TITLE = Rules[[Cued, int], bool]("does an English quotation name a thing", otherwise=False)


def is_title(cued: Cued, at: int) -> bool:
    return IS_TITLE(cued, at)


@IS_TITLE.when("so called", True, "The so-called “war on small shops” continues.")
def _is_so_called(cued: Cued, at: int) -> bool:
    quoted = cued.tokens[at].quoted
    return quoted is not None and quoted.words <= LONGEST_NAME and at > 0 and cued.tokens[at - 1].lower in SO_CALLED


@IS_TITLE.when("sign or label", True, "The sign on the door reads “No entry after dark”.")
def _is_label(cued: Cued, at: int) -> bool:
    """ "the sign on the door reads"."""
    label = cued.tokens[max(0, at - LONGEST_LABEL) : at]
    return bool(label) and label[-1].lower in READING and any(t.lower in nouns.SILENT for t in label)


@IS_TITLE.when("Title Case", True, "Shoppers bought the book “How to Win Friends and Influence People” in the north.")
def _is_capitalised(cued: Cued, at: int) -> bool:
    return is_in_title_case(cued, at, particles.PREPOSITIONS)


@IS_TITLE.when("work before", True, "Anna Holt read the book “How we built the bridge of Aldhaven” in May.")
def _is_work(cued: Cued, at: int) -> bool:
    quoted = cued.tokens[at].quoted
    return quoted is not None and at > 0 and cued.tokens[at - 1].lower in WORKS and cued.text[quoted.outer - 1] not in ".!?"
