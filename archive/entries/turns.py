"""When somebody who takes a side of a claim took the other the last time that he spoke of it: one query for any number of links.

A person who takes the other side says the opposite, or tells how it came out. “Veyra airport will open in 2020”, then “It will not open in
2020”: the opposite. “It did not open in 2020” is a denial, and no turn of whoever promised it. What is not seen to speak of the future, of
a claim about the future, is taken for the latter.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from archive import edtf
from archive.entries.asking import asked, stands, table
from archive.entries.rows import OtherRow
from archive.entries.whens import When

FUTURE = re.compile(
    r"\b(?:will|shall|won['’]?t|shan['’]?t|going to|about to|never to|plans? to|intends? to|is to|are to|to be)\b|['’]ll\b"
    r"|\b(?:буду|будем|будет|будут|будете|собира\w+|планиру\w+|наме[рн]\w+)\b"
    r"|\b(?:будемо|буде|будуть|має намір|збира\w+|плану\w+)\b"
    r"|\b(?:будзем|будзе|будуць|збіра\w+|плануе\w*)\b",
    re.IGNORECASE,
)
LAST = f"""
SELECT link, (
    SELECT t.occurrence_id FROM archive_sidetaken t
    JOIN archive_occurrence o ON o.id = t.occurrence_id JOIN archive_statement s ON s.id = o.statement_id
    WHERE t.claim_id = claim AND t.speaker_id = speaker AND (t.said_sort, t.occurrence_id) < (sort, link) AND {stands("s")}
    ORDER BY t.said_sort DESC, t.occurrence_id DESC LIMIT 1
) FROM asked
"""


class Asked(NamedTuple):
    """A link, and a speaker who takes a side of its claim in it. A source without a row is nobody who can be told to be the same."""

    link: int
    claim: int
    speaker: int
    sort: int


def last_sides(links: Iterable[Asked]) -> dict[int, set[int]]:
    """The links in which those who speak here took a side before, each the last time."""
    rows, found = list(links), dict[int, set[int]]()
    for link, last in asked(LAST, table("asked", Asked._fields, rows)) if rows else []:
        if last:
            found.setdefault(link, set()).add(last)
    return found


def turned(stance: str, said: edtf.Edtf | None, texts: tuple[str, str], before: Iterable[OtherRow]) -> When | None:
    """When the speaker said the contrary, where that was surely not after it, and is what these words contradict.

    `texts`: the words that carry the claim, and the claim; `before`: where those who speak took a side before.
    """
    last = max(before, key=lambda one: (one.said_sort, one.pk), default=None)
    if last is None or last.stance == stance or said is None or last.when is None:
        return None
    if edtf.days_between(last.when.date, said)[0] < 0:
        return None
    words, claim = texts
    return last.when if is_contrary(words, [last.words, claim]) else None


def speaks_of_future(text: str) -> bool:
    return FUTURE.search(text) is not None


def is_contrary(words: str, others: Iterable[str]) -> bool:
    """Whether the words speak of the future, or of what none of the others, the earlier ones and the claim, put into the future."""
    return speaks_of_future(words) or not any(speaks_of_future(other) for other in others)
