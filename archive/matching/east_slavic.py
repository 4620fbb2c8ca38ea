"""A light stemmer for Ukrainian and Belarusian words, which the Russian one leaves in pieces.

A word tells its language by letters that Russian has not; words without them are stemmed as Russian, whose endings mostly serve.
So the two must lead the forms of one word to one stem: "безпека" there and "безпеці" here to "безпек".
"""

from __future__ import annotations

# After folding, which makes "ї" an "і". A word of Old Russian spelling is no loss.
LETTERS = frozenset("іїєґў")
SHORTEST = 3
# The longest that fits is taken; then vowels and soft signs are.
ENDINGS = tuple(
    sorted(
        "ового ього ого ому ими іми ыми их іх ых им ім ым ій ою єю ею ай яй ові еві єві ами ями ах ях ам ям ом ем єм ів ев єв аў яў оў еў "
        "лися лись тися тись лася лося ліся ться ти ть ць ла ло ли лі но то вши ший в ў".split(),
        key=len,
        reverse=True,
    )
)
VOWELS = "аеєёиіїоуюяыэьй"
# "безпека, безпеці", but "столиця, столиці".
SOFTENED, NOT_SOFTENED = "ці", "иці"


def is_west_of_russian(folded: str) -> bool:
    return not LETTERS.isdisjoint(folded)


def light_stem(folded: str) -> str:
    if folded.endswith(SOFTENED) and not folded.endswith(NOT_SOFTENED) and len(folded) - 2 >= SHORTEST:
        return folded[:-2] + "к"
    ending = next((one for one in ENDINGS if folded.endswith(one) and len(folded) - len(one) >= SHORTEST), "")
    rest = folded[: len(folded) - len(ending)]
    while len(rest) > SHORTEST and rest[-1] in VOWELS:
        rest = rest[:-1]
    return rest
