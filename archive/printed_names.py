"""What a printed name is by its look: a name at all, or a description; a body's, or a person's. A reason to ask, or a first guess."""

from __future__ import annotations

import re

from archive.extraction.languages.english import capitals, nouns, particles
from archive.extraction.languages.english.bodies import FIRM_SUFFIXES, PAPERS
from archive.extraction.languages.slavic import particles as slavic_particles
from archive.extraction.languages.slavic import words as slavic

WORD = re.compile(r"[^\W\d_]+")
HIDDEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")  # soft hyphens and their like
# Small letters in which names of people begin.
SMALL_BEGINNINGS = capitals.PARTICLES | {
    "van't",
    "’t",
    "'t",
    "dalla",
    "dello",
    "degli",
    "lo",
    "los",
    "las",
    "vom",
    "zum",
    "zur",
    "abu",
    "bint",
}
PREFIXED = re.compile(r"(?:[^\W\d_]{1,4}-|[^\W\d_]{1,3}['’])[^\W\d_]")  # “al-Sabah”, “d’Angelo”
DIGIT_IN_WORD = re.compile(r"^\d|[^\W\d_]\d|\d[^\W\d_]")  # “5 Minus”, “FY2011 Budget”
NAMELESS = particles.NAMELESS | slavic_particles.NAMELESS | slavic_particles.NOT_NAMED
ARTICLES = {"the", "a", "an"}
PRONOUNS = {*particles.PRONOUNS, *slavic.PRONOUNS, "они", "яны", "вони", "кто"}
# Nouns of bodies that are surnames too: a body's name says besides of what, as “House of Commons” does.
ALSO_SURNAMES = frozenset(
    "bank board campaign carrier center channel church city country court exchange force guard house league maker mission nation paper "
    "school side state station village".split()
)
NOUNS = nouns.BODIES - ALSO_SURNAMES
OF = {"of", "for"}
LONGEST_ACRONYM = 4  # a surname in capitals is mostly longer
# Longest ending behind the stem of a noun: “министерств-ами”. Short stems begin surnames too, as “суд” does.
ENDINGS = {stem: 0 if len(stem) < 5 else 1 if len(stem) < 6 else 3 for stem in slavic.BODY_STEMS}


def looks_like_a_name(printed: str) -> bool:
    """Whether it begins as names do: with no article (“A.” is an initial), and no small letter where the script has capitals."""
    printed = HIDDEN.sub("", printed)
    first = WORD.search(printed)
    if first is None or first[0][0].islower():
        return False
    return first[0].lower() not in ARTICLES or printed[first.end() :].startswith(".")


def without_article(printed: str) -> str:
    """“The minister of trade” -> “minister of trade”."""
    first, _, rest = printed.partition(" ")
    return rest if first.casefold() in ARTICLES and rest else printed


def is_odd(name: str) -> bool:
    """No name of a person: it begins in small letters (but for “van” and “al-Sabah”), holds digits, or is a word of every text (“As”)."""
    words = HIDDEN.sub("", name).split()
    leading = [word for word in words[:1] if word[0].islower() and word.casefold() not in SMALL_BEGINNINGS and not PREFIXED.match(word)]
    return bool(leading) or is_small_word(name) or DIGIT_IN_WORD.search(name) is not None


def is_small_word(name: str) -> bool:
    """“As”, “I’ll”, «Одновременно»: one word that stands in every text and names nobody. “WHO” in capitals may name somebody."""
    return name.strip().casefold().replace("’", "'") in NAMELESS and not (len(name) > 1 and name.isupper())


def is_pronoun(printed: str) -> bool:
    """“He”, «она»: words that name nobody."""
    return printed.strip().casefold() in PRONOUNS


def looks_like_a_body(name: str) -> bool:
    """“Ministry of Defence”, “Central Bank of Veldania”, «Министерство обороны», “IMF”, “Hale Holdings”."""
    words = name.split()
    plain = [word.strip(".,()«»“”\"'").casefold() for word in words]
    return bool(plain) and (_is_acronym(name) or _is_firm_or_paper(words, plain) or _has_noun(plain) or _has_stem(words, plain))


def _is_acronym(name: str) -> bool:
    return name.isalpha() and name.isupper() and 2 <= len(name) <= LONGEST_ACRONYM


def _is_firm_or_paper(words: list[str], plain: list[str]) -> bool:
    is_firm = len(plain) > 1 and (plain[-1] in FIRM_SUFFIXES or words[-1].casefold() in FIRM_SUFFIXES)
    return is_firm or (plain[0] == "the" and words[-1] in PAPERS)


def _has_noun(plain: list[str]) -> bool:
    return any(word in NOUNS for word in plain) or (any(word in ALSO_SURNAMES for word in plain) and bool(OF.intersection(plain)))


def _has_stem(words: list[str], plain: list[str]) -> bool:
    """A short stem before one capital is a first name: «Рада Петрова»."""
    is_of_two = len(words) == 2 and words[1][:1].isupper()
    return any(
        word.startswith(stem) and len(word) - len(stem) <= longest and not (longest == 0 and is_of_two and at == 0)
        for at, word in enumerate(plain)
        for stem, longest in ENDINGS.items()
    )
