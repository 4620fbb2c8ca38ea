"""Whose words public statements are, and under which names and roles a public speaker stands."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from django.utils import timezone

from archive.acceptance import judged_as
from archive.acts import Signature, allow, expect_reason, record, save, save_valid
from archive.enums import RevisionClass, Verb
from archive.errors import Refused
from archive.models import Attribution, Speaker, SpeakerAlias, SpeakerRole, Statement, User
from archive.models.fields import folded
from archive.publication import tallies
from archive.publication.consequences import changing, first_revisions
from archive.publication.snapshots import revise

Role = tuple[str, str, str]  # title, since, until


def set_speakers(statement: Statement, speakers: list[tuple[Speaker | None, str, str]]) -> None:
    """Whose words they are, in order, in place of what stood there."""
    if not speakers:
        raise Refused("Name at least one speaker, or the source as it is printed.")
    statement.attributions.all().delete()
    for position, (speaker, name, role) in enumerate(speakers):
        if speaker and speaker.merged_into_id:
            raise Refused(f"{speaker} was merged into {speaker.merged_into}. Choose that one.")
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
        raise Refused("One of these names stands there twice.")
    for alias in speaker.aliases.all():
        name = wanted.pop(alias.name_key, "")
        if not name:
            alias.delete()
        elif name != alias.name:
            alias.name = name
            save_valid(alias)
    for name in wanted.values():
        save_valid(SpeakerAlias(speaker=speaker, name=name))


def roles_of(speaker: Speaker) -> list[Role]:
    return [(role.title, role.since, role.until) for role in speaker.roles.all()]


def set_roles(speaker: Speaker, roles: Sequence[Role]) -> None:
    """Which roles the speaker held and when, in place of those that stood there."""
    wanted = list(dict.fromkeys(roles))
    for role in speaker.roles.all():
        held = (role.title, role.since, role.until)
        if held in wanted:
            wanted.remove(held)
        else:
            role.delete()
    for title, since, until in wanted:
        save_valid(SpeakerRole(speaker=speaker, title=title, since=since, until=until))


def renew_names(speaker: Speaker, *, by: User, reason: str, at: datetime | None = None) -> None:
    """Inside the transaction of a merge, which changed a speaker's other names or roles: a public one gets a Revision."""
    if not speaker.is_public:
        return
    allow(by, "publish_statement")
    signed, fields = Signature(by, at or timezone.now(), expect_reason(reason)), ["aliases", "roles"]
    revise(speaker, RevisionClass.CLARIFICATION, signed, fields)
    record(Verb.CORRECTED, speaker, by=by, at=signed.at, reason=reason, fields=fields)
    tallies.raise_revision()


def reattribute(statement: Statement, gone: Speaker, keep: Speaker, *, by: User, reason: str, at: datetime) -> None:
    """The words of one speaker become another's, inside the transaction of a merge; a public statement gets a Revision."""
    allow(by, "merge_speaker")
    attributions = statement.attributions.filter(speaker=gone)
    twice = statement.attributions.filter(speaker=keep).exists()
    change = attributions.delete if twice else partial(attributions.update, speaker=keep)
    if not statement.is_public:
        was_as_accepted = statement.accepted_as == judged_as(statement)
        change()
        statement.accepted_as = judged_as(statement) if was_as_accepted else statement.accepted_as
        save(statement)
        return
    signed = Signature(by, at, reason)
    with changing(statement, signed, Verb.CORRECTED, RevisionClass.CLARIFICATION, changed=["speakers"]):
        change()
    first_revisions(statement, signed)
