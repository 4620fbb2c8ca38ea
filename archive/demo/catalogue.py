"""Whom and what the demo's editors knew before they read: outlets, speakers with aliases and dated roles, occasions, claims."""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from archive.acts import record
from archive.enums import Verb
from archive.linking.claims import enter_claim
from archive.models import Claim, Occasion, Outlet, Speaker, SpeakerAlias, SpeakerRole, User
from archive.models.fields import free_slug

FILE = Path(__file__).parent / "catalogue.json"
ENTERED_AT = datetime.fromisoformat("2025-10-01T09:00:00+02:00")


@dataclass(frozen=True)
class Catalogue:
    """Rows under the short names by which the decisions call them."""

    outlets: dict[str, Outlet]
    speakers: dict[str, Speaker]
    occasions: dict[str, Occasion]
    claims: dict[str, Claim]


def enter(*, by: User) -> Catalogue:
    rows = json.loads(FILE.read_text("utf-8"))
    return Catalogue(
        outlets={key: _enter_outlet(key, row, by) for key, row in rows["outlets"].items()},
        speakers={key: _enter_speaker(row, by) for key, row in rows["speakers"].items()},
        occasions={key: _enter_occasion(row, by) for key, row in rows["occasions"].items()},
        claims={key: enter_claim(text, by=by, at=ENTERED_AT) for key, text in rows["claims"].items()},
    )


def _enter_outlet(key: str, row: dict[str, Any], by: User) -> Outlet:
    outlet = Outlet(slug=key, **row)
    outlet.full_clean()
    outlet.save()
    record(Verb.ENTERED, outlet, by=by, at=ENTERED_AT, name=outlet.name)
    return outlet


def _enter_speaker(row: dict[str, Any], by: User) -> Speaker:
    speaker = Speaker(name=row["name"], kind=row["kind"], slug=free_slug(Speaker, row["name"]))
    speaker.full_clean()
    speaker.save()
    for alias in row.get("aliases", []):
        SpeakerAlias.objects.create(speaker=speaker, name=alias)
    for role in row.get("roles", []):
        SpeakerRole.objects.create(speaker=speaker, **role)
    record(Verb.ENTERED, speaker, by=by, at=ENTERED_AT, name=speaker.name)
    return speaker


def _enter_occasion(row: dict[str, Any], by: User) -> Occasion:
    occasion = Occasion(**row)
    occasion.full_clean()
    occasion.save()
    record(Verb.ENTERED, occasion, by=by, at=ENTERED_AT, name=occasion.name)
    return occasion
