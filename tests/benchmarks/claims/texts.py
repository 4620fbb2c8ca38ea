"""The texts of the benchmark and what others judged of them, as the files beside this one have them."""

import gzip
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from archive.matching.ranking import Entry
from tests.benchmarks.claims.printed import table

HERE = Path(__file__).parent
LANGUAGES, PARTS = ("en", "ru", "be", "uk"), ("fit", "held")
BASE, TOPIC, TRANSLATION = "base", "topic", "translation"
SAME = ("same1", "same2", "same3", "same4")
SAYINGS = (BASE, *SAME)
# What a kind is called by those who judged: the seven answers of an editor.
ANSWERS = {
    **dict.fromkeys(SAME, "same"),
    "narrower": "narrower",
    "wider": "wider",
    **dict.fromkeys(("number", "date", "place", "actor", "condition"), "variant"),
    **dict.fromkeys(("denied", "reversed"), "reversal"),
    "relayed": "relayed",
    TOPIC: "topic",
}
OTHERS = tuple(kind for kind in ANSWERS if kind not in SAME)
KINDS = (BASE, *ANSWERS, TRANSLATION)


@dataclass(frozen=True, slots=True)
class Text:
    """`kind` is what it is to the base of its group; `part` whether a fit may look at the group."""

    group: str
    id: str
    kind: str
    language: str
    speaker: str
    date: str
    part: str
    text: str

    @property
    def is_saying(self) -> bool:
        """Whether it makes the claim of its group."""
        return self.kind in SAYINGS

    @property
    def entry(self) -> Entry:
        return Entry(self.id, self.text, speaker=self.speaker, date=self.date)


def rows_of(file: Path) -> list[dict[str, Any]]:
    """One a line; a file whose name ends in .gz is packed."""
    opened = gzip.open if file.suffix == ".gz" else open
    with opened(file, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def texts(languages: Iterable[str] = LANGUAGES) -> list[Text]:
    return [Text(**row) for language in languages for row in rows_of(HERE / f"{language}.ndjson")]


def judged() -> dict[str, str]:
    """The answer of the second reader on a text beside its base, who didn't know its kind."""
    return {row["id"]: row["label"] for row in rows_of(HERE / "judged.ndjson")}


def bases(found: Iterable[Text]) -> dict[str, Text]:
    return {text.group: text for text in found if text.kind == BASE}


def counted(found: Sequence[Text]) -> str:
    """How many texts of each kind, by the language of their group, and how many groups are in each part."""
    kinds = Counter((text.kind, text.group[:2]) for text in found)
    groups = Counter((text.part, text.group[:2]) for text in found if text.kind == BASE)
    lines = [("groups: " + part, [groups[part, language] for language in LANGUAGES]) for part in PARTS]
    lines += [(kind, [kinds[kind, language] for language in LANGUAGES]) for kind in KINDS]
    lines.append(("texts", [sum(kinds[kind, language] for kind in KINDS) for language in LANGUAGES]))
    return table(["", *LANGUAGES, "all"], [[name, *numbers, sum(numbers)] for name, numbers in lines])
