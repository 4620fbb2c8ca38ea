"""No pattern and no walk takes more than in proportion to the text, whatever the text is."""

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from pathlib import Path
from re import _constants as codes
from re import _parser as parser

import pytest

import archive.extraction
from archive.extraction import extract
from archive.extraction.dates.finder import GRAMMARS

SMALL, HALF, FULL = 1_000, 50_000, 100_000
PAGE = 12_000
MOST = 2.5
# What else the machine does only ever adds, so the least of several runs counts; one is enough where it holds at once.
TRIES = 3
# Below this a busy machine decides; what grows with the square takes seconds here.
NOTICEABLE = 0.1


def modules() -> Iterator[object]:
    for info in pkgutil.walk_packages(archive.extraction.__path__, "archive.extraction."):
        yield importlib.import_module(info.name)


def patterns() -> dict[str, re.Pattern[str]]:
    """Every pattern of the package: those of its modules and those that the date rules register."""
    found: dict[str, re.Pattern[str]] = {}
    for module in modules():
        for name, value in vars(module).items():
            found |= {f"{module.__name__}.{name}[{number}]": item for number, item in enumerate(inside(value))}
    for language, (rules, words) in GRAMMARS.items():
        found |= {f"{language}: {rule.name} {n}": rule.pattern for n, rule in enumerate(rules)}
        found |= {f"{language}: {name}": item for name in words.__slots__ for item in inside(getattr(words, name))}
    return {name: pattern for pattern, name in {pattern: name for name, pattern in reversed(found.items())}.items()}


def inside(value: object) -> Iterator[re.Pattern[str]]:
    """The patterns that a value is or holds."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from inside(item)
    elif isinstance(value, dict):
        yield from inside(list(value.values()))


def sample(pattern: re.Pattern[str]) -> str:
    """A text that the pattern nearly matches: the first choice of every branch, repeats at their least or three times."""
    return "".join(_written(parser.parse(pattern.pattern, pattern.flags)))


def _written(tree: parser.SubPattern) -> Iterator[str]:
    for code, value in tree:
        if code is codes.LITERAL:
            yield chr(value)
        elif code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            yield "".join(_written(value[2])) * min(max(value[0], 3), value[1])
        elif code is codes.BRANCH:
            yield from _written(value[1][0])
        elif code is codes.SUBPATTERN:
            yield from _written(value[3])
        elif code is codes.ATOMIC_GROUP:
            yield from _written(value)
        elif code is codes.IN:
            yield _of_class(value)
        elif code in (codes.ANY, codes.NOT_LITERAL):
            yield "x"


def _of_class(items: list[tuple[object, object]]) -> str:
    for kind, value in items:
        if kind is codes.LITERAL:
            return chr(value)  # type: ignore[arg-type]
        if kind is codes.RANGE:
            return chr(value[0])  # type: ignore[index]
        if kind is codes.CATEGORY:
            return {codes.CATEGORY_DIGIT: "1", codes.CATEGORY_SPACE: " "}.get(value, "a")  # type: ignore[call-overload]
    return "A"


def worst(pattern: re.Pattern[str]) -> list[str]:
    """Pieces whose repetition is hard for the pattern: its sample cut short at several places, and runs of one character."""
    whole = sample(pattern) or "a"
    cuts = {whole, whole[:-1], whole[: len(whole) // 2], whole[: len(whole) // 3], whole[:3]}
    return [piece for piece in (*cuts, " ", "a", "A", "1", "a ", "A ", "1 ", ". ", ",", '"', "-", "а ", "Аа ") if piece]


def seconds(pattern: re.Pattern[str], text: str) -> float:
    begun = time.process_time()
    for _ in pattern.finditer(text):
        pass
    return time.process_time() - begun


def repeated(piece: str, length: int) -> str:
    return (piece * (length // len(piece) + 1))[:length]


ALL = patterns()


@pytest.mark.parametrize("name", ALL)
def test_pattern_takes_time_in_proportion(name: str) -> None:
    pattern = ALL[name]
    piece = max(worst(pattern), key=lambda piece: seconds(pattern, repeated(piece, SMALL)))

    full = seconds(pattern, repeated(piece, FULL))
    if full < NOTICEABLE:
        return

    halves, wholes = [seconds(pattern, repeated(piece, HALF))], [full]
    while min(wholes) > MOST * min(halves) + NOTICEABLE / 2 and len(wholes) < TRIES:
        halves.append(seconds(pattern, repeated(piece, HALF)))
        wholes.append(seconds(pattern, repeated(piece, FULL)))

    assert min(wholes) <= MOST * min(halves) + NOTICEABLE / 2, (name, piece, halves, wholes)


def test_no_pattern_of_a_date_is_kept_from_this_test() -> None:
    """Patterns are compiled at the head of a module or registered; one written inside a call would never be measured."""
    calls = re.compile(r"\bre\.(?:search|match|fullmatch|sub|split|findall|finditer)\(\s*r?f?[\"']")
    folder = Path(archive.extraction.__path__[0]) / "dates"

    assert [str(file) for file in folder.rglob("*.py") if calls.search(file.read_text("utf-8"))] == []


PAGES = {
    "quotations": "“We counted every vote,” said Anna Kovaleva. ",
    "paragraphs": "Peter Marsh said that the vote was fair. “It was,” he added.\n\n",
    "one sentence": "and Peter Marsh said, “no and no”, and he said that Anna Kovaleva said, ",
    "open marks": "“ ",
    "single marks": "'a ",
    "curly marks": "‘a ",
    "relays": "“Peter Marsh told us that Anna Kovaleva had said, ‘No,’ and that he had asked why,” he said, adding that it was so. ",
    "names": "Anna Kovaleva, Peter Marsh and ",
    "dates": "on 17 May 2023 and in 2014-2021, ",
    "turns": "MARSH: We counted every vote in the north.\n",
    "lines": "17 May 2023\n",
    "dialogue": "— Мы ждали, — сказал мэр Виктор Орлов. ",
    "runs of paragraphs": '"We wait. "We go. "We stay" ',
    "marks of wires": "``We wait'' ``We go ",
    "mails": "From: Ann Hill <a@hill.example>\nTo: b\n",
    "blanks": " \t",
}


# Where a walk over all blocks for each block is small beside the rest, it shows at four times the size.
WIDE = ("turns", "lines", "mails")


@pytest.mark.parametrize(("name", "times"), [*((name, 2) for name in PAGES), *((name, 4) for name in WIDE)])
def test_text_takes_time_in_proportion(name: str, times: int) -> None:
    def spent(length: int) -> float:
        text = repeated(PAGES[name], length)
        begun = time.process_time()
        extract(text)
        return time.process_time() - begun

    most = MOST * times / 2
    parts, wholes = [spent(PAGE)], [spent(times * PAGE)]
    while min(wholes) > most * min(parts) + NOTICEABLE and len(wholes) < TRIES:
        parts.append(spent(PAGE))
        wholes.append(spent(times * PAGE))

    assert min(wholes) <= most * min(parts) + NOTICEABLE, (parts, wholes)
