"""What a webhook is told, as JSON: the challenge that it has to answer first, and what is new."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.conf import settings

from archive.alerts.asking import confirm, note_told
from archive.alerts.calling import Caller, NotTaken
from archive.models import AlertAsking, AlertReceiver
from timeline.alerts.telling import Item, Link, Said

NOT_ANSWERED = "It did not answer with the challenge that it was sent."


def challenge(asked: AlertAsking, caller: Caller, *, at: datetime) -> bool:
    """Whether the server answers with the challenge, and so wants to be called."""
    told = {"type": "alerts.challenge", "timestamp": at.isoformat(), "data": {"challenge": asked.key, "site": settings.SITE_URL}}
    try:
        answer = caller.call(asked.address, asked.key, f"challenge_{asked.key}_{asked.told}", told, at=at)
    except NotTaken as trouble:
        note_told(asked, at=at, trouble=str(trouble))
        return False
    if asked.key.encode() not in answer.body:
        note_told(asked, at=at, trouble=NOT_ANSWERED)
        return False
    return confirm(asked.key, at=at) is not None


def call(receiver: AlertReceiver, delivery: str, items: Sequence[Item], caller: Caller, *, at: datetime) -> None:
    """Raises NotTaken where it did not arrive."""
    told = {"type": "alerts.entries", "timestamp": at.isoformat(), "data": {"entries": [entry(item) for item in items]}}
    caller.call(receiver.address, receiver.key, delivery, told, at=at)


def entry(item: Item) -> dict[str, Any]:
    return {
        "id": item.id,
        "kind": item.kind.value,
        "at": item.at.isoformat(),
        "watch": _link(item.watch),
        "record": item.record and _link(item.record),
        "statement": item.said and _said(item.said),
        "note": item.note,
        "changes": [{"what": change.label, "was": change.was, "now": change.now} for change in item.changes],
        "statements": [_link(one) for one in item.beneath],
    }


def _said(said: Said) -> dict[str, Any]:
    return {
        "id": said.id,
        "url": said.url,
        "words": said.words,
        "language": said.language,
        "said_on": said.said_on or None,
        "speakers": said.who,
        "outlet": said.outlet,
        "force": said.force,
        "claims": [_link(claim) for claim in said.claims],
        "source_notes": list(said.notes),
    }


def _link(link: Link) -> dict[str, str]:
    return {"name": link.name, "url": link.url}
