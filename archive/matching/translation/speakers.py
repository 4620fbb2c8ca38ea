"""Whether names printed in two languages may be of one speaker: "Олег Юдин" and "Oleh Yudin", and "Yudin" alone."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from archive.matching.translation.marks import Name, forms_of
from archive.romanised import names_in


def may_be_one_speaker(ours: Collection[str], theirs: Collection[str]) -> bool | None:
    """None where a side names nobody."""
    sides = [[words for name in names if (words := _words(name))] for names in (ours, theirs)]
    return any(_agree(one, other) for one in sides[0] for other in sides[1]) if all(sides) else None


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[Name, ...]:
    """Without initials and a patronymic."""
    plain = name.replace("-", " ").replace("_", " ")
    return tuple(Name(word, forms, is_sure=True) for word in names_in(plain) if (forms := forms_of(word)))


def _agree(one: tuple[Name, ...], other: tuple[Name, ...]) -> bool:
    """Each word of the shorter name is one of the longer."""
    shorter, longer = sorted((one, other), key=len)
    return all(any(word.sound_shared(beside) for beside in longer) for word in shorter)
