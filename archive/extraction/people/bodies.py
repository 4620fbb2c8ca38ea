"""The bodies that a document names in full, so that "the IMF" and "the ministry" of later sentences lead to their names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from archive.extraction.languages.english import bodies as english
from archive.extraction.languages.english import nouns, particles
from archive.extraction.languages.families import ByLetters, is_cyrillic
from archive.extraction.languages.slavic import words as slavic
from archive.extraction.languages.slavic.cases import may_be_genitive
from archive.extraction.people.firms import firms_of
from archive.extraction.people.unit import Unit
from archive.extraction.text.tokens import Token

INSIDE = ByLetters(english=english.INSIDE)
BODIES = ByLetters(english=nouns.BODIES)
PAPERS = ByLetters(english=english.PAPERS)
DETERMINERS = ByLetters(english=particles.DETERMINERS)
# Capitals and small words of one name.
LONGEST = 12
# Small words between two capitals.
MOST_INSIDE = 2
TWO = 2  # are as good as many: neither is meant
LONGEST_CHAIN = 3


@dataclass(slots=True)
class Bodies:
    """Full names by acronym, and by each of their words: a common noun such as "ministry" may stand for the one that has it."""

    acronyms: dict[str, str] = field(default_factory=dict)
    names: dict[str, list[str]] = field(default_factory=dict)
    firms: frozenset[str] = frozenset()

    def full(self, name: str) -> str:
        return self.acronyms.get(name, name)

    def headed(self, head: str) -> str | None:
        """The one body with that word in its name; none where two have it."""
        fitting = self.names.get(head.casefold(), ())
        return fitting[0] if len(fitting) == 1 else None

    @property
    def firm(self) -> str | None:
        """The one firm that the document names."""
        return next(iter(self.firms)) if len(self.firms) == 1 else None

    def add(self, name: str, noun: str = "") -> None:
        """Notes the name under its words and the noun that introduces it."""
        for word in [noun, *name.casefold().split()]:
            for form in {word, word.removesuffix("s")}:
                known = self.names.setdefault(form, [])
                longer = next((one for one in known if one == name or one.endswith(f" {name}")), None)
                if longer is None:
                    known[:] = [*(one for one in known if not name.endswith(f" {one}")), name][:TWO]


def bodies_of(text: str, units: Sequence[Unit]) -> Bodies:
    """Every body with a word such as "ministry" or "council" in its name, or with its acronym in brackets, and the firms."""
    found = Bodies(firms=firms_of(text, units))
    for unit in units:
        at = 0
        while at < len(unit.tokens):
            end = _end(unit.tokens, at) if unit.tokens[at].is_capital else at
            introduced = end > at and at > 0 and unit.tokens[at - 1].text in BODIES
            if end > at + 1 or introduced:
                _take(found, text, unit.tokens, at, end)
            at = max(end, at + 1)
    return found


def _take(found: Bodies, text: str, tokens: Sequence[Token], begin: int, end: int) -> None:
    """Notes the capitals from one token to another with the nouns that they may be called by, if they name a body."""
    name = _printed(text, tokens, begin, end)
    for noun in _nouns_beside(tokens, begin, end):
        found.add(name, noun)
    acronym = _acronym_behind(tokens, end)
    if acronym and _abbreviates(acronym, name):
        found.acronyms[acronym] = name
        found.add(name)
    elif any(_is_word_of_bodies(token) for token in tokens[begin:end]):
        found.add(name)


def _printed(text: str, tokens: Sequence[Token], begin: int, end: int) -> str:
    """Without a possessive ending, and without the article that opens the sentence."""
    name = text[tokens[begin].start : tokens[end - 1].start + len(tokens[end - 1].bare)]
    return name.split(" ", 1)[-1] if begin == 0 and tokens[0].lower in DETERMINERS else name


def _nouns_beside(tokens: Sequence[Token], begin: int, end: int) -> Iterator[str]:
    """ "The Looe Herald" is a newspaper, and "the rights group Open Doors" a group."""
    before = tokens[begin - 1] if begin else None
    if tokens[end - 1].bare in PAPERS and "the" in (tokens[begin].lower, before.lower if before else ""):
        yield from english.PAPER_NOUNS
    if before and before.text in BODIES:
        yield before.text


def _acronym_behind(tokens: Sequence[Token], end: int) -> str:
    """ "International Monetary Fund (IMF)"; empty where there is none."""
    bracketed = end + 2 < len(tokens) and tokens[end].text == "(" and tokens[end + 2].text == ")"
    return tokens[end + 1].text if bracketed and tokens[end + 1].text.isupper() else ""


def _is_word_of_bodies(token: Token) -> bool:
    """ "Ministry", "Министерства"."""
    return token.lower.startswith(slavic.BODY_STEMS) if is_cyrillic(token.text) else token.bare.lower() in BODIES


def _end(tokens: Sequence[Token], at: int) -> int:
    """One past the capitals, with small words between them; a Slavic body goes on with small words in the genitive."""
    end = at + 1
    slavic_body = is_cyrillic(tokens[at].text) and tokens[at].lower.startswith(slavic.BODY_STEMS)
    while end < min(len(tokens), at + LONGEST) and tokens[end].kind == "w":
        ahead = end
        while ahead < min(len(tokens) - 1, end + MOST_INSIDE) and tokens[ahead].lower in INSIDE:
            ahead += 1
        if tokens[ahead].is_capital:
            end = ahead + 1
        elif slavic_body and end - at <= LONGEST_CHAIN and may_be_genitive(tokens[end].lower):
            end += 1
        else:
            break
    return end


def _abbreviates(acronym: str, name: str) -> bool:
    """Its letters stand in the name in their order, the first of them first: IMF, CERN."""
    rest = iter(name.casefold())
    letters = acronym.casefold().rstrip("s")
    return len(letters) > 1 and name[:1].casefold() == letters[0] and all(letter in rest for letter in letters)
