"""Printed names and the archive's Speakers: who is called so, whom a person should be asked about, and the acts by which people decide.

A name leads to a Speaker by itself only where it is the Speaker's name or alias. A transliteration of it, a role without a name, or a
name that several bear is a reason to ask: nothing is merged and nobody is guessed.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from archive import publication
from archive.acts import allow, expect_state, held, record, save, save_valid
from archive.enums import SpeakerKind, StatementStatus, Verb
from archive.errors import Refused
from archive.models import Attribution, Speaker, SpeakerAlias, SpeakerRole, Statement, User
from archive.models.fields import folded, free_slug
from archive.romanised import is_other_script, may_be_one

MOST = 8
WORD = re.compile(r"[^\W\d_]+")
ARTICLES = {"the", "a", "an"}
SMALL = frozenset("of the for and at in de la и і у ў в при по".split())


class NoName(Refused):
    """What is printed is a description, “the ministry”: nobody is entered under it."""


class MayBeKnown(Refused):
    """The printed name may be that of a Speaker in other letters: nobody is entered before a person has looked."""


@dataclass(frozen=True)
class Days:
    """The days on which something may have been said; None where that is not known."""

    first: date | None = None
    last: date | None = None


@dataclass(frozen=True)
class Candidate:
    """Somebody who may be meant, and why, in words for the editor."""

    speaker: Speaker
    reason: str


def days_of(statement: Statement) -> Days:
    return Days(statement.said_earliest, statement.said_latest)


def the_one_called(name: str, role: str = "", days: Days = Days()) -> Speaker | None:
    """The one Speaker of this name or alias; of several, the one in the printed role on these days. None where none or several fit."""
    called = list(Speaker.objects.called(name)[:MOST])
    if len(called) > 1:
        called = [speaker for speaker in called if role_of(speaker, role, days)]
    return called[0] if len(called) == 1 else None


def candidates(attribution: Attribution) -> list[Candidate]:
    """Who may be meant where no Speaker stands beside the printed name yet, the likelier first."""
    days = days_of(attribution.statement)
    if not looks_like_a_name(attribution.name):
        return _in_the_role(attribution.role or attribution.name, days)
    found = [Candidate(speaker, _called_so(speaker, attribution.role, days)) for speaker in Speaker.objects.called(attribution.name)[:MOST]]
    return found or _spelled_otherwise(attribution.name, attribution.role, days)


def _called_so(speaker: Speaker, role: str, days: Days) -> str:
    held = role_of(speaker, role, days)
    return f"is called so and was {held} then" if held else "is called so"


def _in_the_role(role: str, days: Days) -> list[Candidate]:
    return (
        [Candidate(speaker, f"was {role} then") for speaker in Speaker.objects.holding(role, days.first, days.last)[:MOST]] if role else []
    )


def _spelled_otherwise(name: str, role: str, days: Days) -> list[Candidate]:
    found = []
    for speaker in Speaker.objects.romanised(name).prefetch_related("aliases")[:MOST]:
        names = [speaker.name, *(alias.name for alias in speaker.aliases.all())]
        alike = next((known for known in names if may_be_one(name, known)), None)
        if alike:
            spelled = "a transliteration" if is_other_script(name, alike) else "another spelling"
            held = role_of(speaker, role, days)
            found.append(Candidate(speaker, f"“{name}” may be {spelled} of “{alike}”" + (f", who was {held} then" if held else "")))
    return found


def role_of(speaker: Speaker, role: str, days: Days) -> str:
    """The title that the speaker held on these days and that the printed role is, in more or fewer words; empty where there is none."""
    printed = _words(role)
    held = SpeakerRole.objects.filter(speaker=speaker).held_between(days.first, days.last) if printed else []
    titles = ((title.title, _words(title.title)) for title in held)
    return next((title for title, words in titles if words <= printed or printed <= words), "")


def _words(role: str) -> frozenset[str]:
    return frozenset(folded(role).split()) - SMALL


# ---------------------------------------------------------------- acts


@transaction.atomic
def name_speaker(attribution: Attribution, *, by: User, at: datetime | None = None) -> Speaker:
    """Resolve a printed name to the one Speaker called so, or enter a new one with the printed role. Refuses when several are, or
    when somebody known may be called so in another spelling."""
    allow(by, "add_speaker")
    statement, attribution = held(attribution.statement), held(attribution)
    expect_state(statement, [StatementStatus.DRAFT, StatementStatus.ACCEPTED], "given a speaker")
    speaker = _called(attribution) or _enter_speaker(attribution, by, at)
    return _resolve(attribution, speaker, by, at)


@transaction.atomic
def take_speaker(attribution: Attribution, speaker: Speaker, *, by: User, at: datetime | None = None) -> Speaker:
    """A person says that the printed name is this Speaker's: it becomes one of the other names, so that later texts lead there too."""
    allow(by, "add_speaker")
    statement, attribution, speaker = held(attribution.statement), held(attribution), held(speaker)
    expect_state(statement, [StatementStatus.DRAFT, StatementStatus.ACCEPTED], "given a speaker")
    if attribution.speaker:
        raise Refused(f"“{attribution}” has its speaker already.")
    if speaker.merged_into_id:
        raise Refused(f"{speaker} was merged into {speaker.merged_into}. Choose that one.")
    if looks_like_a_name(attribution.name) and not Speaker.objects.called(attribution.name).filter(pk=speaker.pk).exists():
        save_valid(SpeakerAlias(speaker=speaker, name=attribution.name))
        publication.renew_names(speaker, by=by, reason=f"“{attribution.name}” is another spelling of the name.", at=at)
    return _resolve(attribution, speaker, by, at)


def take_proposed(attribution: Attribution, *, by: User, at: datetime | None = None) -> Speaker:
    """The one Speaker proposed for a printed name. Refuses where nobody is proposed, and where several are."""
    proposed = candidates(attribution)
    if len(proposed) != 1:
        told = "Nobody known fits" if not proposed else "Several fit"
        raise Refused(f"{told} “{attribution}”. Choose the speaker from the list.")
    return take_speaker(attribution, proposed[0].speaker, by=by, at=at)


def _resolve(attribution: Attribution, speaker: Speaker, by: User, at: datetime | None) -> Speaker:
    statement = attribution.statement
    if statement.attributions.filter(speaker=speaker).exists():
        raise Refused(f"{speaker} stands there already. Remove one of the two.")
    attribution.speaker = speaker
    attribution.save()
    save(statement)
    record(Verb.EDITED, statement, by=by, at=at, speaker=speaker.slug)
    return speaker


def _called(attribution: Attribution) -> Speaker | None:
    """The one Speaker of the printed name, if there is one."""
    if attribution.speaker:
        raise Refused(f"“{attribution}” has its speaker already.")
    if not attribution.name:
        raise Refused("No name is printed here. Choose the speaker from the list.")
    speaker = the_one_called(attribution.name, attribution.role, days_of(attribution.statement))
    if speaker is None and Speaker.objects.called(attribution.name).exists():
        raise Refused(f"Several speakers are called “{attribution.name}”. Choose the right one from the list.")
    return speaker


def _enter_speaker(attribution: Attribution, by: User, at: datetime | None) -> Speaker:
    if not looks_like_a_name(attribution.name):
        raise NoName(f"“{attribution.name}” is no name: leave it as printed, or choose a speaker from the list.")
    for known in candidates(attribution):
        raise MayBeKnown(f"{known.reason}: take that speaker as proposed, or enter another under Speakers.")
    speaker = Speaker(name=attribution.name, slug=free_slug(Speaker, attribution.name), kind=SpeakerKind.PERSON)
    save_valid(speaker)
    if attribution.role:
        SpeakerRole.objects.create(speaker=speaker, title=attribution.role[: SpeakerRole._meta.get_field("title").max_length])
    record(Verb.ENTERED, speaker, by=by, at=at, name=speaker.name)
    return speaker


def looks_like_a_name(printed: str) -> bool:
    """Whether it begins as names do: with no article (“A.” is an initial), and no small letter where the script has capitals."""
    first = WORD.search(printed)
    if first is None or first[0][0].islower():
        return False
    return first[0].lower() not in ARTICLES or printed[first.end() :].startswith(".")
