"""Printed names and the archive's Speakers: who is called so, whom a person should be asked about, and the acts by which people decide.

A name leads to a Speaker by itself only where it is the Speaker's name or alias. A transliteration of it, a role without a name, or a
name that several bear is a reason to ask: nothing is merged and nobody is guessed.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from archive import publication, review
from archive.acts import Signature, allow, expect_state, held, record, save, save_valid
from archive.doubts.names import names_a_body, spelled_otherwise
from archive.enums import RevisionClass, SpeakerKind, StatementStatus, Verb
from archive.errors import Refused
from archive.identity.alike_speakers import look_for_others
from archive.lookalikes import holds_unseen
from archive.models import ArchiveState, Attribution, Speaker, SpeakerAlias, SpeakerRole, User
from archive.models.fields import free_slug
from archive.models.speaker import Days
from archive.printed_names import is_small_word, looks_like_a_name, without_article
from archive.review.values import changed_of, values_of

MOST_PROPOSED = 8


class NoName(Refused):
    """What is printed is a description, “the ministry”: nobody is entered under it."""


class MayBeKnown(Refused):
    """The printed name may be that of a Speaker in other letters: nobody is entered before a person has looked."""


@dataclass(frozen=True)
class Meant:
    """Somebody who may be meant, and why, in words for the editor."""

    speaker: Speaker
    reason: str


def who_may_be(attribution: Attribution) -> list[Meant]:
    """Who may be meant where no Speaker stands beside the printed name yet, the likelier first."""
    days = attribution.statement.said_days
    if not looks_like_a_name(attribution.name):
        return _in_the_role(attribution.role or without_article(attribution.name), days)
    found = [
        Meant(speaker, _called_so(speaker, attribution.role, days)) for speaker in Speaker.objects.called(attribution.name)[:MOST_PROPOSED]
    ]
    return found or _spelled_otherwise(attribution.name, attribution.role, days)


def _called_so(speaker: Speaker, role: str, days: Days) -> str:
    held = speaker.role_held(role, days)
    return f"is called so and was {held} then" if held else "is called so"


def _in_the_role(role: str, days: Days) -> list[Meant]:
    return [Meant(speaker, f"was {role} then") for speaker in Speaker.objects.holding(role, days)[:MOST_PROPOSED]] if role else []


def _spelled_otherwise(name: str, role: str, days: Days) -> list[Meant]:
    return [Meant(one.speaker, one.reason + _and_was(one.speaker, role, days)) for one in spelled_otherwise(name)[:MOST_PROPOSED]]


def _and_was(speaker: Speaker, role: str, days: Days) -> str:
    held = speaker.role_held(role, days)
    return f", who was {held} then" if held else ""


# ---------------------------------------------------------------- acts


@transaction.atomic
def name_speaker(attribution: Attribution, *, by: User, at: datetime | None = None) -> Speaker:
    """Resolve a printed name to the one Speaker called so, or enter a new one with the printed role. Refuses when several are, or
    when somebody known may be called so in another spelling."""
    allow(by, "add_speaker")
    statement, attribution = held(attribution.statement), held(attribution)
    expect_state(statement, [StatementStatus.DRAFT, StatementStatus.ACCEPTED], "given a speaker")
    return _resolve(attribution, entered_speaker(attribution, by=by, at=at), by, at)


@transaction.atomic
def entered_speaker(attribution: Attribution, *, by: User, at: datetime | None = None) -> Speaker:
    """The Speaker that `name_speaker` names, entered where it is new; the statement is changed by the caller."""
    allow(by, "add_speaker")
    speaker = would_name(attribution)
    if speaker._state.adding:
        _enter(speaker, attribution.role, by, at)
    return speaker


def would_name(attribution: Attribution) -> Speaker:
    """The Speaker that `name_speaker` names; not saved yet where it is new. Refuses what that refuses."""
    return _called(attribution) or _new_speaker(attribution)


@transaction.atomic
def take_speaker(attribution: Attribution, speaker: Speaker, *, by: User, at: datetime | None = None) -> Speaker:
    """A person says that the printed name is this Speaker's: it becomes one of the other names, so that later texts lead there too.

    The names of a public speaker are public: a publisher's word makes it one of them, anybody else's waits as a proposal.
    """
    ArchiveState.take_turn()
    allow(by, "add_speaker")
    statement, attribution, speaker = held(attribution.statement), held(attribution), held(speaker)
    expect_state(statement, [StatementStatus.DRAFT, StatementStatus.ACCEPTED], "given a speaker")
    if attribution.speaker:
        raise Refused(gettext("“%(attribution)s” has its speaker already.") % {"attribution": attribution})
    if speaker.merged_into_id:
        raise Refused(
            gettext("%(speaker)s was merged into %(merged_into)s. Choose that one.")
            % {"speaker": speaker, "merged_into": speaker.merged_into}
        )
    told: dict[str, str] = {}
    is_kept = looks_like_a_name(attribution.name) and not holds_unseen(attribution.name)  # with signs that nobody sees it stays as printed
    if is_kept and not Speaker.objects.called(attribution.name).filter(pk=speaker.pk).exists():
        told = _remember(speaker, attribution.name, by, at)
    return _resolve(attribution, speaker, by, at, **told)


def _remember(speaker: Speaker, name: str, by: User, at: datetime | None) -> dict[str, str]:
    """What the Event of naming is to say of it: a name that goes again with the naming."""
    if not speaker.is_public:
        save_valid(SpeakerAlias(speaker=speaker, name=name))
        look_for_others(speaker)
        return {"alias": name, "of": speaker.slug}
    if publication.is_proposed(speaker, "aliases", name):
        return {}
    act = publication.correct if by.has_perm("archive.publish_statement") else publication.propose
    names = [*speaker.aliases.values_list("name", flat=True), name]
    reason = f"“{name}” is another spelling of the name."
    act(speaker, by=by, changes={"aliases": names}, revision_class=RevisionClass.CLARIFICATION, reason=reason, at=at)
    return {}


def take_proposed(attribution: Attribution, *, by: User, at: datetime | None = None) -> Speaker:
    """The one Speaker proposed for a printed name. Refuses where nobody is proposed, and where several are."""
    proposed = who_may_be(attribution)
    if len(proposed) != 1:
        told = gettext("Several fit “%(name)s”. Choose the speaker from the list.")
        if not proposed:
            told = gettext("Nobody known fits “%(name)s”. Choose the speaker from the list.")
        raise Refused(told % {"name": attribution})
    return take_speaker(attribution, proposed[0].speaker, by=by, at=at)


def _resolve(attribution: Attribution, speaker: Speaker, by: User, at: datetime | None, **told: str) -> Speaker:
    """An accepted statement is a draft again with it: nobody accepted it as this speaker's."""
    statement = attribution.statement
    if statement.attributions.filter(speaker=speaker).exists():
        raise Refused(gettext("%(speaker)s stands there already. Remove one of the two.") % {"speaker": speaker})
    signed = Signature(by, at or timezone.now())
    with review.editing(statement, signed):
        was = values_of(statement)
        attribution.speaker = speaker
        attribution.save()
        save(statement)
        record(Verb.EDITED, statement, by=by, at=signed.at, **changed_of(statement, was), **told)
    return speaker


def _called(attribution: Attribution) -> Speaker | None:
    """The one Speaker of the printed name, if there is one."""
    if attribution.speaker:
        raise Refused(gettext("“%(attribution)s” has its speaker already.") % {"attribution": attribution})
    if not attribution.name:
        raise Refused(gettext("No name is printed here. Choose the speaker from the list."))
    speaker = Speaker.objects.the_one_called(attribution.name, attribution.role, attribution.statement.said_days)
    if speaker is None and Speaker.objects.called(attribution.name).exists():
        raise Refused(gettext("Several speakers are called “%(name)s”. Choose the right one from the list.") % {"name": attribution.name})
    return speaker


def _new_speaker(attribution: Attribution) -> Speaker:
    if not looks_like_a_name(attribution.name) or is_small_word(attribution.name):
        raise NoName(gettext("“%(name)s” is no name: leave it as printed, or choose a speaker from the list.") % {"name": attribution.name})
    for known in who_may_be(attribution):
        raise MayBeKnown(gettext("%(reason)s: take that speaker as proposed, or enter another under Speakers.") % {"reason": known.reason})
    kind = SpeakerKind.BODY if names_a_body(attribution.name) else SpeakerKind.PERSON
    return Speaker(name=attribution.name, slug=free_slug(Speaker, attribution.name), kind=kind)


def _enter(speaker: Speaker, role: str, by: User, at: datetime | None) -> None:
    save_valid(speaker)
    if role:
        SpeakerRole.objects.create(speaker=speaker, title=role[: SpeakerRole._meta.get_field("title").max_length])
    record(Verb.ENTERED, speaker, by=by, at=at, name=speaker.name)
