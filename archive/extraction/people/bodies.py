"""The bodies that a document names in full, so that "the IMF" and "the ministry" of later sentences lead to their names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from archive.extraction.languages.english import words as en
from archive.extraction.languages.slavic import words as slavic
from archive.extraction.languages.slavic.cases import may_be_genitive
from archive.extraction.people.firms import firms_of
from archive.extraction.speech.reports import Unit
from archive.extraction.text.tokens import Token

INSIDE = frozenset("of for and the on to in de du &".split())
LONGEST = 12
TWO = 2  # are as good as many: neither is meant
LONGEST_CHAIN = 3
PAPERS = frozenset(
    "News Times Post Herald Tribune Journal Gazette Guardian Chronicle Telegraph Mail Globe Inquirer Observer Courier".split()
)


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
            introduced = end > at and at > 0 and unit.tokens[at - 1].text in en.BODIES
            if end > at + 1 or introduced:
                _take(found, text, unit.tokens, at, end)
            at = max(end, at + 1)
    return found


def _take(found: Bodies, text: str, tokens: Sequence[Token], begin: int, end: int) -> None:
    name = text[tokens[begin].start : tokens[end - 1].start + len(tokens[end - 1].bare)]
    if begin == 0 and tokens[0].lower in en.DETERMINERS:
        name = name.split(" ", 1)[-1]
    if tokens[end - 1].bare in PAPERS and "the" in (tokens[begin].lower, tokens[begin - 1].lower if begin else ""):
        found.add(name, "newspaper")
        found.add(name, "paper")
    acronym = tokens[end + 1].text if end + 2 < len(tokens) and tokens[end].text == "(" and tokens[end + 2].text == ")" else ""
    if begin and tokens[begin - 1].text in en.BODIES:  # "the rights group Open Doors"
        found.add(name, tokens[begin - 1].text)
    if acronym.isupper() and _abbreviates(acronym, name):
        found.acronyms[acronym] = name
        found.add(name)
    elif any(t.bare.lower() in en.BODIES or t.lower.startswith(slavic.BODY_STEMS) for t in tokens[begin:end]):
        found.add(name)


def _end(tokens: Sequence[Token], at: int) -> int:
    """One past the capitals, with small words between them; a Slavic body goes on with small words in the genitive."""
    end = at + 1
    slavic_body = tokens[at].lower.startswith(slavic.BODY_STEMS)
    while end < min(len(tokens), at + LONGEST) and tokens[end].kind == "w":
        ahead = end
        while ahead < min(len(tokens) - 1, end + 2) and tokens[ahead].lower in INSIDE:
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
