"""Pages put together as one text: without feet and running heads, with words whole that a line's end breaks, and sentences that go on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from archive.matching.words import are_one

NUMBER = re.compile(
    r"[\W_]{0,6}(?:(?:page|p|seite|стр|страница|с|старонка|сторінка)\.?\s?)?\d{1,3}(?:\s?(?:/|of|von|из|з|со?)\s?\d{1,3})?[\W_]{0,6}",
    re.IGNORECASE,
)
ENDS = re.compile(r"^\W{0,3}(\d{1,4})\b|(?<!\d)(\d{1,4})\W{0,3}$")
DAY = re.compile(  # no line with a page's number
    r"(?:\w{3,12},?\s)?\d{1,2}(?:st|nd|rd|th|\.)?\s[^\W\d_]{3,9}\.?,?\s(?:19|20)\d\d|[^\W\d_]{3,9}\.?\s\d{1,2},?\s(?:19|20)\d\d"
)
EDGE = 3  # lines at the top and at the bottom of a page that may be no part of its text
LONGEST_EDGE = 120
OFTEN = 0.6  # of the pages that have a line, for it to be a foot or a running head
BROKEN = re.compile(
    r"(?<![^\W\d_])(?<![^\W\d_]-)(?P<first>[^\W\d_]++)(?P<mark>[-\u2010\u00ad])\n(?P<second>[^\W\d_]++)(?P<rest>[^\s]*+)(?P<space> ?)"
)
HYPHENATED = re.compile(r"(?<![^\W_])[^\W\d_]++[-\u2010][^\W\d_]++")
# Parts of words that are written with a hyphen, before and behind it (“ер” of «прэм'ер»), where no table tells whether the whole is a word.
BEFORE = frozenset(
    "well ill self non ex half all cross co vice anti pre post pro semi multi mid so north south east west high low long short full part"
    " one two three four five six seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety first second third"
    " по из кое вице экс пресс премьер контр северо юго южно западно восточно социально военно научно общественно віце екс прес па прэс"
    " єр ер північно південно".split()
)
BEHIND = frozenset(
    "based led old made wide free like style called known term time up off in out elect general то нибудь либо таки небудь ка".split()
)
MARKS = (("“", "”"), ("«", "»"))
LOOKED_AT = 600  # characters before a break
CLOSED = re.compile(r"[.!?…:;][\"'”’»“)\]]*$")


def whole_text(pages: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """The text of all pages, and where each stands in it. A sentence that goes on over the page's end is not parted."""
    pages = _with_whole_words(_without_edges(pages))
    text, places = "", list[tuple[int, int]]()
    for page in pages:
        between = "" if not text or not page else "\n" if goes_on(text, page) else "\n\n"
        places.append((len(text) + len(between), len(text) + len(between) + len(page)))
        text += between + page
    return text, places


def with_whole_words(text: str) -> str:
    return Mender(text)(text)


def goes_on(before: str, after: str) -> bool:
    """Whether the words behind a break go on with the sentence before it: in a small letter, behind a comma, or within a quotation."""
    before = before[-LOOKED_AT:].rstrip()
    is_open = before.endswith((",", "–", "—")) or any(before.rfind(mark) > before.rfind(other) for mark, other in MARKS)
    return (is_open or after[:1].islower()) and not CLOSED.search(before)


def _with_whole_words(pages: Sequence[str]) -> list[str]:
    """Also those that the page's end breaks: they stand on the page where they begin."""
    mended = Mender("\n".join(pages))
    made = [mended(page) for page in pages]
    filled = [number for number, page in enumerate(made) if page]
    for this, following in pairwise(filled):
        head, _, last = made[this].rpartition("\n")
        first, _, tail = made[following].partition("\n")
        ended, _, rest = mended(f"{last}\n{first}").partition("\n")
        made[this] = f"{head}\n{ended}" if head else ended
        made[following] = f"{rest}\n{tail}" if rest and tail else rest or tail
    return made


class Mender:
    """Makes words whole that the end of a line breaks. A hyphen stays where the text writes the word with one elsewhere."""

    def __init__(self, text: str) -> None:
        self.hyphenated = {word.replace("\u2010", "-").casefold() for word in HYPHENATED.findall(text)}

    def __call__(self, text: str) -> str:
        return BROKEN.sub(self._whole, text)

    def _whole(self, match: re.Match[str]) -> str:
        first, second = match["first"], match["second"]
        whole = f"{first}-{second}" if self._is_compound(match) else first + second
        return f"{whole}{match['rest']}" + ("\n" if match["space"] else "")

    def _is_compound(self, match: re.Match[str]) -> bool:
        first, second = match["first"], match["second"]
        if match["mark"] == "\u00ad":
            return False
        goes_on_so = second.isupper() if first.isupper() else not second[0].isupper()
        if len(first) == 1 or not goes_on_so:  # one letter is no syllable that a line leaves
            return True
        if f"{first}-{second}".casefold() in self.hyphenated:
            return True
        known = are_one(first, second)
        return not known if known is not None else first.casefold() in BEFORE or second.casefold() in BEHIND


def _without_edges(pages: Sequence[str]) -> list[str]:
    """Without numbers of pages, and lines that stand at the same edge of most pages. The first page keeps what stands over its text."""
    lines = [page.split("\n") for page in pages]
    for _ in range(EDGE):
        feet, heads = _edges(lines, -1), _edges(lines, 0)
        lines = [
            _trimmed(_trimmed(page, -1, number, feet), 0, number, heads if number else frozenset()) for number, page in enumerate(lines)
        ]
    return ["\n".join(page) for page in lines]


def _edges(pages: list[list[str]], at: int) -> frozenset[str]:
    """What the lines look like that stand here on most pages."""
    looks = [_looks(page[at], number) for number, page in enumerate(pages) if any(page)]
    often = Counter(look for found in looks for look in found)
    return frozenset(look for look, times in often.items() if times >= max(2, OFTEN * len(looks)))


def _looks(line: str, page: int) -> set[str]:
    """A line, also without a page's number at its end, and how far that is from the page's place: so much on every page."""
    line = line.strip()
    if not any(map(str.isalnum, line)) or len(line) > LONGEST_EDGE:
        return set()
    if DAY.fullmatch(line):
        return {line}
    numbers = [number for pair in ENDS.findall(line) for number in pair if number]
    bare = ENDS.sub("", line).strip(" \t|–—-")
    alike = {bare} if len(re.findall(r"[^\W\d_]{2,}", bare)) >= 2 else set()
    called = {"#"} if NUMBER.fullmatch(line) and any(map(str.isalpha, line)) else set()
    return {line} | alike | called | {f"# {int(number) - page}" for number in numbers}


def _trimmed(page: list[str], at: int, number: int, edges: frozenset[str]) -> list[str]:
    """The page without such a line at this edge, and without empty lines there."""
    if page and (_looks(page[at], number) & edges or _is_apart(page, at)):
        page = page[1:] if at == 0 else page[:-1]
    words = [place for place, line in enumerate(page) if line.strip()]
    return page[words[0] if at == 0 else 0 : words[-1] + 1 if at else len(page)] if words else []


def _is_apart(page: list[str], at: int) -> bool:
    """A page's number by its look, which stands apart from the text."""
    return len(page) > 2 and not page[1 if at == 0 else -2].strip() and bool(NUMBER.fullmatch(page[at].strip()))
