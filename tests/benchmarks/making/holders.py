"""The small tables of a made-up archive: who publishes and speaks, what is claimed, and where words were said."""

from typing import Any

from django.db import models

from archive.models import Claim, Occasion, Outlet, Speaker, SpeakerAlias, SpeakerRole
from archive.slugs import slug_of
from tests.benchmarks.making.made_up import ONSETS, OUTLET_NAMES, SPEAKERS, MadeUp, speaker_name, title_of

OUTLET_KINDS = ("agency", "paper", "paper", "broadcaster", "ministry")
OCCASION_KINDS = ("press-conference", "speech", "interview", "meeting", "session")


class Holders:
    """Their rows in the order of the places that `made_up` names; `public`, the places of those of which something became public."""

    def __init__(self, made: MadeUp) -> None:
        self.outlets, self.speakers = _outlets(), _speakers()
        self.claims, self.occasions = _claims(made.claims), _occasions(made)
        self.rows: dict[type[models.Model], list[Any]] = {
            Outlet: self.outlets, Speaker: self.speakers, Claim: self.claims, Occasion: self.occasions,
        }  # fmt: skip
        self.public: dict[type[models.Model], set[int]] = {model: set() for model in self.rows}


def _outlets() -> list[Outlet]:
    kinds = [OUTLET_KINDS[place // len(ONSETS[:10])] for place in range(len(OUTLET_NAMES))]
    policies = ["full" if place % 5 == 0 else "excerpts" for place in range(len(OUTLET_NAMES))]
    return Outlet.objects.bulk_create(
        Outlet(name=name, slug=slug_of(name), kind=kind, text_policy=policy)
        for name, kind, policy in zip(OUTLET_NAMES, kinds, policies, strict=True)
    )


def _speakers() -> list[Speaker]:
    names = [speaker_name(place) for place in range(SPEAKERS)]
    speakers = Speaker.objects.bulk_create(Speaker(name=name, slug=slug_of(name)) for name in names)
    SpeakerRole.objects.bulk_create(SpeakerRole(speaker=one, title=title_of(place), since="1999") for place, one in enumerate(speakers))
    SpeakerAlias.objects.bulk_create(SpeakerAlias(speaker=one, name=f"{one.name} the Elder") for one in speakers[::7])
    return speakers


def _claims(number: int) -> list[Claim]:
    texts = [
        f"The bridge at {ONSETS[place % len(ONSETS)]}vik is number {place + 1} of those that will be built." for place in range(number)
    ]
    return Claim.objects.bulk_create((Claim(slug=slug_of(text), text=text) for text in texts), batch_size=2000)


def _occasions(made: MadeUp) -> list[Occasion]:
    rows = (
        Occasion(
            public_id=made.public_id(),
            name=f"Meeting {place + 1} at {ONSETS[place % len(ONSETS)]}vik",
            kind=OCCASION_KINDS[place % len(OCCASION_KINDS)],
            place=f"{ONSETS[place % len(ONSETS)]}vik",
            held_on=day.isoformat(),
        )
        for place, day in enumerate(made.days)
    )
    return Occasion.objects.bulk_create(rows, batch_size=2000)
