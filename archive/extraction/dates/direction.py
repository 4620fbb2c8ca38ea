"""Tells from the verbs of a clause whether a date in it lies behind or ahead; the verbs are those of the text's language."""

from __future__ import annotations

import re
from dataclasses import dataclass

from archive.extraction.dates.civil import FUTURE, OPEN, PAST

REACH = 110
NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Verbs:
    """What one family of languages says of time. `clause` and `sentence` begin one before the date, `after` ends one behind it, `aside` is
    left out; `verb` and `verb_after` have the groups "ahead" and "behind". The rest is matched at the end of what stands before
    the date: `since` looks back, `pointed` ahead, `listed` is a date whose way this one looks; a `headline` without a verb looks ahead.
    """

    clause: re.Pattern[str]
    sentence: re.Pattern[str]
    after: re.Pattern[str]
    aside: re.Pattern[str]
    verb: re.Pattern[str]
    verb_after: re.Pattern[str]
    since: re.Pattern[str]
    pointed: re.Pattern[str]
    listed: re.Pattern[str]
    headline: re.Pattern[str]


def direction(text: str, verbs: Verbs, start: int, end: int) -> int:
    """The verb nearest before the date in its clause decides, else the first one after it, else the last one of the clauses before."""
    before = verbs.aside.sub(", ", text[max(0, start - REACH) : start])
    if listed := verbs.listed.search(before):
        before = before[: listed.start()]
    if verbs.since.search(before):
        return PAST
    if verbs.pointed.search(before):
        return FUTURE
    cut, sentence = _begin(before, verbs.clause), _begin(before, verbs.sentence)
    verb = last_verb(before, verbs, cut) or _first(text[end : end + REACH], verbs) or last_verb(before, verbs, sentence)
    if verb is None:
        return FUTURE if verbs.headline.search(before, cut) else OPEN
    return FUTURE if verb["ahead"] else PAST


def last_verb(before: str, verbs: Verbs, start: int = 0) -> re.Match[str] | None:
    last = None
    for last in verbs.verb.finditer(before, start):  # noqa: B007 the last one counts
        pass
    return last


def _first(after: str, verbs: Verbs) -> re.Match[str] | None:
    after = verbs.aside.sub(", ", after)
    stop = verbs.after.search(after)
    return verbs.verb_after.search(after, 0, stop.start() if stop else len(after))


def _begin(before: str, mark: re.Pattern[str]) -> int:
    return max((match.end() for match in mark.finditer(before)), default=0)
