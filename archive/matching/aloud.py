"""Reasons as a sentence that can be read aloud, and where two wordings part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from archive.matching.wording import Change, changed_words

LONGEST = 60  # characters of each wording that is named
MOST = 2  # differences
SPOKEN = {"differs: ": "", "narrower: ": "{ours} says less: ", "wider: ": "{ours} says more: "}  # how a difference begins, aloud
LISTING = ("the later leaves out ", "the later adds ")
LEAST_KEPT = 1 / 2  # of the shorter text; below it the wording is another throughout


def partings(earlier: str, later: str) -> list[str]:
    """The largest differences in wording: “'strengthen' against 'build up'”. None where so little stayed that they could not be heard."""
    changes = changed_words(earlier, later)
    kept = sum(len(change.words) for change in changes if change.op == "same")
    if kept < LEAST_KEPT * min(len(earlier), len(later)):
        return []
    largest = sorted(_parted(changes))[:MOST]
    return [words for _, _, words in sorted(largest, key=lambda one: one[1])]


def _parted(changes: Sequence[Change]) -> Iterator[tuple[int, int, str]]:
    """Each difference: how many characters it has (negative, so that the longest sorts first), its place, and its words."""
    for place, change in enumerate(changes):
        before, after = changes[place - 1] if place else None, changes[place + 1] if place + 1 < len(changes) else None
        if change.op == "removed" and after and after.op == "added":
            yield -len(change.words) - len(after.words), place, f"'{_short(after.words)}' against '{_short(change.words)}'"
        elif change.op == "removed":
            yield -len(change.words), place, f"the later leaves out '{_short(change.words)}'"
        elif change.op == "added" and not (before and before.op == "removed"):
            yield -len(change.words), place, f"the later adds '{_short(change.words)}'"


def _short(words: str) -> str:
    """Both ends of long words: what is between them is told by an ellipsis."""
    words = " ".join(words.split()).strip(" ,;:.–—-\"“”«»'")
    if len(words) <= LONGEST:
        return words
    half = LONGEST // 2
    return f"{words[:half].rsplit(' ', 1)[0]} … {words[-half:].split(' ', 1)[-1]}"


class Sides(NamedTuple):
    """What the two texts are called: the one that is asked about, and the one it is compared with."""

    ours: str
    theirs: str


BY_DATE = Sides("the later", "the earlier")


def sentence(reasons: Iterable[str], sides: Sides = BY_DATE) -> str:
    """One sentence with a full stop. “shares” is said of both, “says” of the text that is asked about; without a reason it says so."""
    told = [_with_an_and(_with_subject(_spoken(reason, sides), sides)) for reason in _together(reasons)]
    read = "; ".join(told) or "no word or phrase stands out, only the run of all words is somewhat alike"
    return f"{read[0].upper()}{read[1:]}."


def _together(reasons: Iterable[str]) -> list[str]:
    """Two reasons that begin alike as one: “the later leaves out 'a', 'b'”."""
    found: list[str] = []
    for reason in reasons:
        start = next((words for words in LISTING if reason.startswith(words)), None)
        before = next((at for at, one in enumerate(found) if start and one.startswith(start)), None)
        if start and before is not None:
            found[before] += f", {reason.removeprefix(start)}"
        else:
            found.append(reason)
    return found


def _spoken(reason: str, sides: Sides) -> str:
    name = next((name for name in SPOKEN if reason.startswith(name)), "")
    return SPOKEN.get(name, "").format(ours=sides.ours) + reason.removeprefix(name)


def _with_an_and(reason: str) -> str:
    """“'a', 'b', 'c'” as it is read: “'a', 'b' and 'c'”."""
    before, comma, last = reason.rpartition("', '")
    return f"{before}' and '{last}" if comma else reason


def _with_subject(reason: str, sides: Sides) -> str:
    if reason.startswith("shares "):
        return f"both have {reason.removeprefix('shares ')}"
    if not reason.startswith("says "):
        return reason
    return f"{sides.ours} {reason}".replace("' for '", f"' where {sides.theirs} says '", 1)
