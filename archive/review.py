"""Stage 4: people judge drafts. One door for each change of state; the only code that leaves DRAFT.

draft → accepted | rejected; accepted → draft (returned); rejected → draft (reopened). An accepted statement enters the linking
index in the same transaction.
"""

import re
from datetime import datetime

from django.db import transaction

from archive.acts import allow, expect_reason, expect_state, held, record, save, save_valid
from archive.enums import SpeakerKind, StatementStatus, Verb
from archive.errors import Refused
from archive.linking import passages
from archive.models import Attribution, Occasion, Speaker, SpeakerRole, Statement, User
from archive.models.fields import free_slug

WORD = re.compile(r"[^\W\d_]+")
ARTICLES = {"the", "a", "an"}


class NoName(Refused):
    """What is printed is a description, “the ministry”: nobody is entered under it."""


@transaction.atomic
def accept(statement: Statement, *, by: User, at: datetime | None = None) -> Statement:
    """A draft that stands: refuses one whose words are not what the document holds at its place."""
    allow(by, "accept_statement")
    statement = held(statement)
    expect_state(statement, [StatementStatus.DRAFT], "accepted")
    if statement.document.text[statement.start : statement.end] != statement.text:
        raise Refused("These words are not what stands in the document at this place. Set the span again.")
    statement.accepted_by = by
    _move(statement, StatementStatus.ACCEPTED, Verb.ACCEPTED, by, at)
    passages.index(statement)
    return statement


@transaction.atomic
def reject(statement: Statement, *, by: User, reason: str = "", at: datetime | None = None) -> Statement:
    """A draft that is no statement. It stays, so that the machine does not propose it again."""
    allow(by, "accept_statement")
    statement = held(statement)
    expect_state(statement, [StatementStatus.DRAFT], "rejected")
    return _move(statement, StatementStatus.REJECTED, Verb.REJECTED, by, at, reason.strip())


@transaction.atomic
def return_to_draft(statement: Statement, *, by: User, reason: str, at: datetime | None = None) -> Statement:
    """An accepted statement that needs work. Refuses one that a person has linked already: that must be undone first."""
    allow(by, "accept_statement")
    statement = held(statement)
    expect_state(statement, [StatementStatus.ACCEPTED], "returned")
    reason = expect_reason(reason)
    if statement.occurrences.exists():
        raise Refused("It is linked to a claim. Undo that judgement first, then return it.")
    statement.accepted_by = None
    passages.unindex(statement)
    return _move(statement, StatementStatus.DRAFT, Verb.RETURNED, by, at, reason)


@transaction.atomic
def reopen(statement: Statement, *, by: User, at: datetime | None = None) -> Statement:
    """A rejected statement that deserves another look."""
    allow(by, "accept_statement")
    statement = held(statement)
    expect_state(statement, [StatementStatus.REJECTED], "reopened")
    return _move(statement, StatementStatus.DRAFT, Verb.REOPENED, by, at)


def _move(statement: Statement, to: StatementStatus, verb: Verb, by: User, at: datetime | None, reason: str = "") -> Statement:
    came_from, statement.status = statement.status, to
    save(statement)
    record(verb, statement, by=by, at=at, from_state=came_from, to_state=to, reason=reason)
    return statement


@transaction.atomic
def name_speaker(attribution: Attribution, *, by: User, at: datetime | None = None) -> Speaker:
    """Resolve a printed name to the one Speaker called so, or enter a new one with the printed role. Refuses when several are."""
    allow(by, "add_speaker")
    statement, attribution = held(attribution.statement), held(attribution)
    expect_state(statement, [StatementStatus.DRAFT, StatementStatus.ACCEPTED], "given a speaker")
    speaker = _called(attribution) or _enter_speaker(attribution, by, at)
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
    called = list(Speaker.objects.called(attribution.name)[:2])
    if len(called) == 2:
        raise Refused(f"Several speakers are called “{attribution.name}”. Choose the right one from the list.")
    return called[0] if called else None


def _enter_speaker(attribution: Attribution, by: User, at: datetime | None) -> Speaker:
    if not looks_like_a_name(attribution.name):
        raise NoName(f"“{attribution.name}” is no name: leave it as printed, or choose a speaker from the list.")
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


@transaction.atomic
def name_occasion(statement: Statement, *, by: User, at: datetime | None = None) -> Occasion:
    """Enter the occasion as extraction read it, for this statement and for those of the same document that it was read for."""
    allow(by, "add_occasion")
    statement = held(statement)
    expect_state(statement, [StatementStatus.DRAFT, StatementStatus.ACCEPTED], "given an occasion")
    if statement.occasion:
        raise Refused(f"It has its occasion already: {statement.occasion}.")
    if not statement.occasion_proposed:
        raise Refused("No occasion was read in the text. Enter one under Occasions and choose it here.")
    name = statement.occasion_proposed[0].upper() + statement.occasion_proposed[1:]
    occasion = Occasion.objects.create(name=name, place=statement.place_proposed, held_on=statement.said_on)
    record(Verb.ENTERED, occasion, by=by, at=at, name=occasion.name)
    for other in _of_the_same_occasion(statement):
        other.occasion = occasion
        save(other)
        record(Verb.EDITED, other, by=by, at=at, occasion=occasion.public_id)
    return occasion


def _of_the_same_occasion(statement: Statement):
    return Statement.objects.select_for_update().filter(
        document=statement.document,
        occasion=None,
        occasion_proposed=statement.occasion_proposed,
        said_on=statement.said_on,
        status__in=[StatementStatus.DRAFT, StatementStatus.ACCEPTED],
    )
