"""Whom the label of a turn leads to: a full name printed above the text, in another label, or beside the same office.

A surname in a label is not looked up among all whom the text names: "PRESIDENT HILL" may speak of Mary Hill.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from archive.extraction.languages import names
from archive.extraction.languages.callings import is_calling
from archive.extraction.languages.english import capitals
from archive.extraction.languages.slavic.cases import stem
from archive.extraction.people.cast import gender_told, role_words
from archive.extraction.people.mentions import Mention


@dataclass(frozen=True, slots=True)
class Voices:
    """The names `above` the first words, with those that labels give, and those of the whole text."""

    above: Sequence[Mention] = ()
    everywhere: Sequence[Mention] = ()
    # Labels come again and again, and each is looked up once.
    known: dict[tuple[str, str | None, str | None], Mention] = field(default_factory=dict)

    def called(self, mention: Mention) -> Mention:
        """The fullest name of whom a label names; the mention itself where nothing leads farther."""
        key = mention.name, mention.role, mention.title
        if key not in self.known:
            self.known[key] = self._called(mention)
        return self.known[key]

    def _called(self, mention: Mention) -> Mention:
        if _is_written_out(mention):
            return mention
        above = [one for one in self._alike(self.above, mention) if one.role is None or _share(one, mention)]
        for found in (above, [one for one in self._alike(self.everywhere, mention) if _share(one, mention)]):
            if found:
                return found[0] if len({one.name for one in found}) == 1 else mention
        return mention

    def _alike(self, people: Iterable[Mention], mention: Mention) -> list[Mention]:
        """Full names that the mention may be short for."""
        return [one for one in people if _is_written_out(one) and _may_be(one, mention)]

    def holding(self, office: str) -> Mention | None:
        """The one bearer of an office above the text: of that office alone, or of one that tells more of it."""
        wanted = set(role_words(office)) - {"the"}
        held = [(set(role_words(one.role)), self.called(one)) for one in self.above if one.role]
        exactly = {one.name: one for words, one in held if words == wanted}
        fuller = {one.name: one for words, one in held if wanted <= words and not _is_another(words - wanted)}
        return next((one for found in (exactly, fuller) if len(found) == 1 for one in found.values()), None)

    def initialled(self, mention: Mention) -> Mention | None:
        """The one person whose names begin with these letters, or the surname that they are."""
        letters = mention.name.upper()
        found = {one.name: one for one in (*self.above, *self.everywhere) if "".join(part[0] for part in one.name.split()) == letters}
        if len(found) == 1:
            return next(iter(found.values()))
        called = self.called(mention)
        return called if called.name != mention.name else None


def _is_written_out(mention: Mention) -> bool:
    return mention.is_full and "." not in mention.name.split()[0]


def _is_another(words: set[str]) -> bool:
    """ "vice", "deputy": of another office."""
    return any(word in capitals.MODIFIERS for word in words)


def _may_be(full: Mention, mention: Mention) -> bool:
    """The same surname, and no other initial or gender."""
    if stem(full.surname) != stem(mention.surname) and not full.name.casefold().endswith(f" {mention.name.casefold()}"):
        return False
    first, gender = mention.name.split()[0], gender_told(mention)
    if mention.is_full and first.endswith("."):
        return full.name[0] == first[0]
    return gender is None or names.gender_of(full.name) in (gender, None)


def _share(full: Mention, mention: Mention) -> bool:
    """Nothing but a title stands beside the one, or both bear one office."""
    mine = {word for word in role_words(mention.role or "") if is_calling(word)}
    return not mine or not mine.isdisjoint(role_words(full.role or ""))
