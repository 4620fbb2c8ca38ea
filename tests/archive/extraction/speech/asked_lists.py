"""Prints which word lists of the families are asked while the sentences of the tables are read: `family list`, a line each.

Counted are words in the letters of the sentence: a Latin name in a Cyrillic sentence may ask the callings of its own letters. Runs in
an interpreter of its own, for the lists must be replaced before any module that reads sentences takes them.
"""

import sys
from collections.abc import Iterable
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from archive.extraction.languages.families import is_cyrillic

FAMILIES = ("english", "slavic")
LISTS = "archive.extraction.languages"

# The family of the sentence that is read, while one is read.
_reading: list[str] = []
_asked: set[tuple[str, str]] = set()


def note(names: Iterable[str], *words: object) -> None:
    for family in _reading:
        if any(is_cyrillic(str(word)) == (family == "slavic") for word in words):
            _asked.update((family, name) for name in names)


class List(frozenset[str]):
    """A word list that notes who asks it; what is made of it keeps the names of the lists that it was made of."""

    names: frozenset[str] = frozenset()

    def __contains__(self, word: object) -> bool:
        note(self.names, word)
        return super().__contains__(word)

    def isdisjoint(self, other: Iterable[object]) -> bool:
        other = list(other)
        note(self.names, *other)
        return super().isdisjoint(other)

    def _made(self, words: frozenset[str], other: object) -> "List":
        made = List(words)
        made.names = self.names | getattr(other, "names", frozenset())
        return made

    def __or__(self, other):
        return self._made(frozenset(self).union(other), other)

    def __and__(self, other):
        note(self.names, *other)
        return self._made(frozenset(self).intersection(other), other)

    def __sub__(self, other):
        return self._made(frozenset(self).difference(other), other)

    def __rsub__(self, other):
        return self._made(frozenset(other).difference(self), other)

    __ror__, __rand__ = __or__, __and__


class Table(dict[str, object]):
    """A word list with what its words stand for."""

    name = ""

    def __contains__(self, word: object) -> bool:
        note([self.name], word)
        return super().__contains__(word)

    def __getitem__(self, word):
        note([self.name], word)
        return super().__getitem__(word)

    def keys(self):
        words = List(super().keys())
        words.names = frozenset([self.name])
        return words


def replace_lists(module: ModuleType) -> None:
    for name, value in list(vars(module).items()):
        full = f"{module.__name__.removeprefix(LISTS + '.')}.{name}"
        if type(value) is frozenset:
            words = List(value)
            words.names = frozenset([full])
            setattr(module, name, words)
        elif type(value) is dict and not name.startswith("__"):
            table = Table(value)
            table.name = full
            setattr(module, name, table)


def main() -> None:
    for family in FAMILIES:
        package = import_module(f"{LISTS}.{family}")
        modules = [import_module(f"{package.__name__}.{found.name}") for found in iter_modules(package.__path__)]
        for module in modules:
            replace_lists(module)
    reader = import_module("archive.extraction.speech.reader")
    tables = import_module("tests.archive.extraction.speech.sentences")
    for text, unit in tables.sentences():
        _reading.append(tables.family_of(unit))
        reader.read_unit(text, unit)
        _reading.clear()
    sys.stdout.writelines(f"{family} {name}\n" for family, name in sorted(_asked))


if __name__ == "__main__":
    main()
