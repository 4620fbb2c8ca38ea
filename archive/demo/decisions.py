"""What the demo's editors decided about each document, read from the file beside it into plain values."""

import json
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from archive.enums import Force

FOLDER = Path(__file__).parent / "documents"


@dataclass(frozen=True)
class Printed:
    """One speaker of a statement: short name in the catalogue (empty for an unnamed source), name and role as printed."""

    speaker: str
    name: str
    role: str


@dataclass(frozen=True)
class ClaimDecision:
    """These words of the statement carry this claim, and how."""

    claim: str
    answer: str
    words: str


@dataclass(frozen=True)
class StatementDecision:
    """One statement as the editors want it, named by its exact words."""

    words: str
    kind: str
    force: str
    speakers: tuple[Printed, ...]
    said_on: str
    undated: bool
    occasion: str
    locator: str
    state: str
    translation_of: tuple[str, str] | None
    claims: tuple[ClaimDecision, ...]


@dataclass(frozen=True)
class DocumentDecision:
    """One text with where it comes from, and what was decided about it."""

    name: str
    raw: bytes
    outlet: str
    url: str
    kind: str
    captured: datetime
    title: str = ""
    published: str = ""
    relation: dict[str, str] = field(default_factory=dict)
    reject: dict[str, str] = field(default_factory=dict)
    statements: tuple[StatementDecision, ...] = ()


def read_decisions() -> list[DocumentDecision]:
    """Every document of the demo, in the order in which they were captured."""
    read = [
        _document(file.stem, file.read_bytes(), json.loads(file.with_suffix(".json").read_text("utf-8"))) for file in FOLDER.glob("*.txt")
    ]
    return sorted(read, key=lambda decision: (decision.captured, decision.name))


def _document(name: str, raw: bytes, row: dict[str, Any]) -> DocumentDecision:
    return DocumentDecision(
        name=name, raw=raw, outlet=row["outlet"], url=row["url"], kind=row["kind"], captured=datetime.fromisoformat(row["captured"]),
        title=row.get("title", ""), published=row.get("published", ""), relation=row.get("relation", {}),
        reject={one["words"]: one["reason"] for one in row.get("reject", [])},
        statements=tuple(_statement(row, one) for one in row["statements"]),
    )  # fmt: skip


def _statement(document: dict[str, Any], row: dict[str, Any]) -> StatementDecision:
    """What a statement leaves out, its document says for all of them."""
    undated = row.get("undated", False)
    origin = row.get("translation_of")
    return StatementDecision(
        words=row["words"],
        kind=row["kind"],
        force=row.get("force", Force.ASSERTED),
        speakers=tuple(_printed(document["people"], one) for one in row["speakers"]),
        said_on="" if undated else row.get("said_on", document.get("said_on", "")),
        undated=undated,
        occasion=row.get("occasion", document.get("occasion", "")),
        locator=row.get("locator", document.get("locator", "")),
        state=row.get("state", "public"),
        translation_of=(origin["document"], origin["words"]) if origin else None,
        claims=tuple(ClaimDecision(one["claim"], one["answer"], one.get("words", row["words"])) for one in row.get("claims", [])),
    )


def _printed(people: dict[str, Any], one: str | dict[str, str]) -> Printed:
    if isinstance(one, dict):
        return Printed("", one["printed"], "")
    return Printed(one, people[one]["printed"], people[one].get("role", ""))
