"""Whose words public statements are, under which names and roles a public speaker stands, and what others found of a claim."""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import datetime
from functools import partial
from typing import Any, NamedTuple

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext

from archive.acceptance import judged_as
from archive.acts import Signature, allow, expect_reason, record, save, save_valid
from archive.doubts import expect_confirmed
from archive.doubts.names import doubts_of_speaker
from archive.entries.finding.names import name_anew
from archive.enums import RevisionClass, Verb
from archive.errors import Refused
from archive.models import (
    Affiliation,
    Attribution,
    Claim,
    FactCheck,
    Revision,
    Speaker,
    SpeakerAlias,
    SpeakerIdentifier,
    SpeakerRole,
    Statement,
    User,
)
from archive.models.fields import folded
from archive.models.history import type_of
from archive.publication import tallies
from archive.publication.consequences import changing, first_revisions
from archive.publication.snapshots import changed_since, revise, snapshot

Role = tuple[str, str, str]  # title, since, until


def set_speakers(statement: Statement, speakers: list[tuple[Speaker | None, str, str]]) -> None:
    """Whose words they are, in order, in place of what stood there."""
    if not speakers:
        raise Refused(gettext("Name at least one speaker, or the source as it is printed."))
    statement.attributions.all().delete()
    for position, (speaker, name, role) in enumerate(speakers):
        if speaker and speaker.merged_into_id:
            raise Refused(
                gettext("%(speaker)s was merged into %(merged_into)s. Choose that one.")
                % {"speaker": speaker, "merged_into": speaker.merged_into}
            )
        attribution = Attribution(
            statement=statement, position=position, speaker=speaker, name=name or (speaker.name if speaker else ""), role=role
        )
        save_valid(attribution)


def aliases_of(speaker: Speaker) -> list[str]:
    return [alias.name for alias in speaker.aliases.all()]


def set_aliases(speaker: Speaker, names: Sequence[str]) -> None:
    """Under which other names the speaker stands, in place of those that stood there."""
    wanted = {folded(name): " ".join(name.split()) for name in names}
    if len(wanted) < len(names):
        raise Refused(gettext("One of these names stands there twice."))
    for alias in speaker.aliases.all():
        name = wanted.pop(alias.name_key, "")
        if not name:
            alias.delete()
        elif name != alias.name:
            alias.name = name
            save_valid(alias)
    for name in wanted.values():
        save_valid(SpeakerAlias(speaker=speaker, name=name))


def set_roles(speaker: Speaker, roles: Sequence[Role]) -> None:
    """Which roles the speaker held and when, in place of those that stood there."""
    _set_rows(SpeakerRole, speaker, roles)


def set_identifiers(speaker: Speaker, numbers: Sequence[tuple[str, str]]) -> None:
    """Under which numbers registers know the speaker, in place of those that stood there."""
    for scheme, value in numbers:
        other = SpeakerIdentifier.objects.filter(scheme=scheme, value=value).exclude(speaker=speaker).first()
        if other:
            raise Refused(
                gettext("%(other)s is that of %(speaker)s already. They may be one: merge them, or put one of the two right.")
                % {"other": other, "speaker": other.speaker}
            )
    _set_rows(SpeakerIdentifier, speaker, numbers)


def set_affiliations(speaker: Speaker, affiliations: Sequence[tuple[str, str, str, str]]) -> None:
    """Of which parties and countries the speaker was and when, in place of those that stood there."""
    _set_rows(Affiliation, speaker, affiliations)


COLUMNS: dict[type[models.Model], tuple[str, ...]] = {
    SpeakerRole: ("title", "since", "until"),
    SpeakerIdentifier: ("scheme", "value"),
    Affiliation: ("kind", "name", "since", "until"),
    FactCheck: ("publisher", "address", "rating", "language", "published"),
}


def _rows_of(table: type[models.Model], whose: Speaker | Claim) -> list[tuple[str, ...]]:
    """As `_set_rows` takes them."""
    return list(table._default_manager.filter(**{type_of(whose): whose}).values_list(*COLUMNS[table]))


def _set_rows(table: type[models.Model], whose: Speaker | Claim, wanted: Iterable[tuple[str, ...]]) -> None:
    """These rows of the speaker or the claim and no others; those that stand there already stay."""
    left = list(dict.fromkeys(wanted))
    for row in table._default_manager.filter(**{type_of(whose): whose}):
        values = tuple(getattr(row, column) for column in COLUMNS[table])
        if values in left:
            left.remove(values)
        else:
            row.delete()
    for values in left:
        save_valid(table(**{type_of(whose): whose}, **dict(zip(COLUMNS[table], values, strict=True))))


class NameList(NamedTuple):
    """What the public sees of a row and stands in rows of its own: how `correct` reads it, and how it puts another in its place."""

    read: Callable[[Any], list[Any]]
    put: Callable[[Any, Any], None]


NAMES = {
    "aliases": NameList(aliases_of, set_aliases),
    "roles": NameList(partial(_rows_of, SpeakerRole), set_roles),
    "identifiers": NameList(partial(_rows_of, SpeakerIdentifier), set_identifiers),
    "affiliations": NameList(partial(_rows_of, Affiliation), set_affiliations),
}

FACT_CHECKS = {"fact_checks": NameList(partial(_rows_of, FactCheck), partial(_set_rows, FactCheck))}
LISTS: dict[type[models.Model], dict[str, NameList]] = {Speaker: NAMES, Claim: FACT_CHECKS}


def reword(claim: Claim, changes: dict[str, Any]) -> None:
    """Give a claim that is held other words or fact-checks."""
    claim.text = changes.get("text", claim.text)
    claim.lock_version += 1
    save_valid(claim)
    for name in FACT_CHECKS.keys() & changes.keys():
        FACT_CHECKS[name].put(claim, changes[name])


def rename(speaker: Speaker, changes: dict[str, Any], confirmed: Collection[str]) -> dict[str, list[str]]:
    """Give a speaker that is held other names, roles and the like. What the new names bring that speaks against them has to be
    `confirmed`: says for the Event what was."""
    before = set(doubts_of_speaker(speaker))
    for name, value in changes.items():
        if name not in NAMES:
            setattr(speaker, name, value)
    speaker.lock_version += 1
    save_valid(speaker)
    for name in NAMES.keys() & changes.keys():
        NAMES[name].put(speaker, changes[name])
    told = expect_confirmed([one for one in doubts_of_speaker(speaker) if one not in before], confirmed)
    return {"confirmed": told} if told else {}


def renew_names(speaker: Speaker, *, by: User, reason: str, at: datetime | None = None) -> None:
    """Inside the transaction of a merge, which changed a speaker's other names or roles: a public one gets a Revision."""
    if not speaker.is_public:
        return
    allow(by, "publish_statement")
    signed, last = Signature(by, at or timezone.now(), expect_reason(reason)), Revision.objects.of(speaker).last()
    fields = changed_since(snapshot(speaker), last) if last else []
    revise(speaker, RevisionClass.CLARIFICATION, signed, fields)
    record(Verb.CORRECTED, speaker, by=by, at=signed.at, reason=reason, fields=fields)
    name_anew(speaker)
    tallies.raise_revision()


def reattribute(statement: Statement, gone: Speaker, keep: Speaker, *, by: User, reason: str, at: datetime) -> None:
    """The words of one speaker become another's, inside the transaction of a merge; a public statement gets a Revision."""
    allow(by, "merge_speaker")
    attributions = statement.attributions.filter(speaker=gone)
    twice = statement.attributions.filter(speaker=keep).exists()
    _name_otherwise(statement, attributions.delete if twice else partial(attributions.update, speaker=keep), Signature(by, at, reason))


def name_again(statement: Statement, speaker: Speaker, printed: dict[str, Any], *, by: User, reason: str, at: datetime) -> None:
    """The speaker stands beside the others again, as `printed` then, inside the transaction of a merge that is taken back."""
    allow(by, "merge_speaker")
    _name_otherwise(statement, partial(statement.attributions.create, speaker=speaker, **printed), Signature(by, at, reason))


def _name_otherwise(statement: Statement, change: Callable[[], Any], signed: Signature) -> None:
    """`change` is made, with a Revision where the statement is public; else what was accepted stays accepted."""
    if not statement.is_public:
        was_as_accepted = statement.accepted_as == judged_as(statement)
        change()
        statement.accepted_as = judged_as(statement) if was_as_accepted else statement.accepted_as
        save(statement)
        return
    with changing(statement, signed, Verb.CORRECTED, RevisionClass.CLARIFICATION, changed=["speakers"]):
        change()
    first_revisions(statement, signed)
