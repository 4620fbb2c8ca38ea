"""The statements of an occasion as they are compared: each with its outlet, who speaks, and its words without case and punctuation."""

import re
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from archive.entries.asking import asked, listed
from archive.enums import Likeness, Stance
from archive.matching import letters_of
from archive.models.sayings import Who, who
from timeline.chronology import Entry
from timeline.lists.named import Shown

SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")
OUTLETS = """
SELECT d.id, o.slug, o.name FROM archive_document d
JOIN archive_article a ON a.id = d.article_id LEFT JOIN archive_outlet o ON o.id = a.outlet_id WHERE d.id IN ({documents})
"""


class Outlet(NamedTuple):
    """Of what no outlet printed both are empty."""

    slug: str
    name: str


class Said:
    """One statement of an occasion. Two of them are the same if they are one."""

    def __init__(self, entry: Entry, outlet: Outlet) -> None:
        self.entry, self.outlet = entry, outlet

    @cached_property
    def shown(self) -> Shown:
        return self.entry.shown

    @cached_property
    def words(self) -> list[str]:
        return letters_of(self.shown["text"]).split()

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        return frozenset(self.words)

    @cached_property
    def line(self) -> str:
        """Its words, with a blank before and behind each."""
        return f" {' '.join(self.words)} "

    @cached_property
    def sentences(self) -> list[list[str]]:
        return [letters_of(one).split() for one in SENTENCE_END.split(self.shown["text"])]

    @cached_property
    def voices(self) -> frozenset[Who]:
        return frozenset(who(one["speaker"], one["called"], "") for one in self.shown["speakers"])

    @property
    def original(self) -> str:
        """The id of what it translates, or its own."""
        return self.shown["translation_of"] or self.shown["id"]

    @cached_property
    def claims(self) -> dict[tuple[int, str], int]:
        """Which claims it says or denies, as people judged, and with how many of its characters."""
        links = [one for one in self.shown["links"] if one["likeness"] in Likeness.sayings() and one["stance"] != Stance.RELAYS]
        return {(one["claim"], one["stance"]): one["end"] - one["start"] for one in links}


def said(entries: Iterable[Entry]) -> list[Said]:
    rows = list(entries)
    numbers = {row.shown["document"] for row in rows}
    outlets = {pk: Outlet(slug or "", name or "") for pk, slug, name in asked(OUTLETS.format(documents=listed(numbers)))}
    return [Said(row, outlets[row.shown["document"]]) for row in rows]
