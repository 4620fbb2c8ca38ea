"""What happened after publication: pairs judged apart, corrections, a withdrawal, two speakers that were one, a change that waits."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from archive.demo.catalogue import Catalogue
from archive.demo.linking import side_of
from archive.demo.taking_in import Taken
from archive.demo.users import Desk
from archive.enums import Answer, RevisionClass
from archive.identity.merged_speakers import merge_speakers
from archive.linking import judge
from archive.linking.side import Sides
from archive.models import Speaker, Statement
from archive.publication import correct, propose, withdraw
from archive.publication.redacting.elsewhere import repeated_elsewhere

FILE = Path(__file__).parent / "afterwards.json"


def happen(read: list[Taken], known: Catalogue, desk: Desk) -> None:
    """Do what the file tells, in its order."""
    documents = {taken.decision.name: taken for taken in read}

    def statement(row: dict[str, Any]) -> Statement:
        """Fresh, since the acts before may have changed it."""
        found = documents[row["document"]].statement(row["words"])
        found.refresh_from_db()
        return found

    for row in json.loads(FILE.read_text("utf-8")):
        ACTS[row["act"]](row, statement, known, desk, datetime.fromisoformat(row["at"]))


def _judge(row: dict[str, Any], statement: Callable[..., Statement], known: Catalogue, desk: Desk, at: datetime) -> None:
    sides = Sides(*(side_of(statement(one), one["words"]) for one in (row["later"], row["earlier"])))
    judge(sides, Answer(row["answer"]), by=desk.editor, note=row.get("note", ""), at=at)


def _correct(row: dict[str, Any], statement: Callable[..., Statement], known: Catalogue, desk: Desk, at: datetime) -> None:
    changes = dict(row["changes"])
    if "speakers" in changes:
        changes["speakers"] = [(known.speakers.get(one["speaker"]), one["printed"], one.get("role", "")) for one in changes["speakers"]]
    if "occasion" in changes:
        changes["occasion"] = known.occasions[changes["occasion"]]
    correct(statement(row), by=desk.publisher, changes=changes, revision_class=RevisionClass(row["class"]), reason=row["reason"], at=at)


def _correct_link(row: dict[str, Any], statement: Callable[..., Statement], known: Catalogue, desk: Desk, at: datetime) -> None:
    link = statement(row).occurrences.get(claim=known.claims[row["claim"]])
    correct(link, by=desk.publisher, changes=row["changes"], revision_class=RevisionClass(row["class"]), reason=row["reason"], at=at)


def _withdraw(row: dict[str, Any], statement: Callable[..., Statement], known: Catalogue, desk: Desk, at: datetime) -> None:
    seen = [one.seen for one in repeated_elsewhere(statement(row))]
    withdraw(statement(row), by=desk.publisher, revision_class=RevisionClass(row["class"]), reason=row["reason"], at=at, confirmed=seen)


def _merge(row: dict[str, Any], statement: Callable[..., Statement], known: Catalogue, desk: Desk, at: datetime) -> None:
    keep, gone = (Speaker.objects.get(pk=known.speakers[row[side]].pk) for side in ("keep", "gone"))
    merge_speakers(keep, gone, by=desk.publisher, reason=row["reason"], at=at)


def _propose(row: dict[str, Any], statement: Callable[..., Statement], known: Catalogue, desk: Desk, at: datetime) -> None:
    speaker = Speaker.objects.get(pk=known.speakers[row["speaker"]].pk)
    propose(speaker, by=desk.editor, changes=row["changes"], revision_class=RevisionClass(row["class"]), reason=row["reason"], at=at)


ACTS = {"propose": _propose, "judge": _judge, "correct": _correct, "correct link": _correct_link, "withdraw": _withdraw, "merge": _merge}
