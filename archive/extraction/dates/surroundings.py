"""The words that stand around a core in one language, and a finished date expression."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from archive.extraction.dates.direction import Verbs

REACH = 60  # characters before a core in which its words are looked for
# The head of a sentence, matched at the end of what stands before a core.
HEAD = re.compile(r"(?:^|[.!?…\n][\"”’»)]{0,2}\s{0,2})$")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words of one language. Each pattern is matched at the end of the few characters before a core, and so ends in `$`.

    `part` has the group "part" (words of PARTS); `relation` one of the groups of RELATIONS; `company` is what makes a bare year a date
    (with the group "own" after an article: "his 1995 book"), and so does `named_by` behind it, or `leads` at the head of a sentence;
    `after`, `people` and `noun` show that it counts things; `joins` is what stands between the two ends of a range; `counted` is
    "two days before", with a group for each unit and the group "back", and `number_of` tells what its number means; `listed` stands
    between two dates of one year, and `from_to` within the days of a month; `apart` before a date tells that it begins no story, and
    `still` that what began then goes on; `verbs` tell what lies behind from what lies ahead.
    """

    part: re.Pattern[str]
    parts: tuple[tuple[str, str], ...]
    relation: re.Pattern[str]
    company: re.Pattern[str]
    named_by: re.Pattern[str]
    leads: re.Pattern[str]
    people: re.Pattern[str]
    after: re.Pattern[str]
    noun: re.Pattern[str]
    joins: re.Pattern[str]
    opens: re.Pattern[str]
    listed: re.Pattern[str]
    from_to: re.Pattern[str]
    apart: re.Pattern[str]
    still: re.Pattern[str]
    verbs: Verbs
    counted: re.Pattern[str]
    number_of: Callable[[str], int]


@dataclass(frozen=True, slots=True)
class Dated:
    """A finished date expression."""

    start: int
    end: int
    readings: tuple[str, ...]
    rule: str
