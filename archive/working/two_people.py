"""Who drafted words, or answered that they carry a claim, does not publish that, where an archive wants it so. Triggers hold it; here it
is said so that a person can act."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from archive.acts import record
from archive.enums import Verb
from archive.errors import Refused
from archive.models import Occurrence, Policy, Statement, User

MOST_NAMED = 5


@transaction.atomic
def need_two_people(needed: bool, *, by: User | None = None, at: datetime | None = None) -> Policy:
    """Turn the rule on or off. Whoever runs the site does that, and no role at the desk."""
    policy = Policy.objects.select_for_update().get_or_create(pk=1)[0]
    if policy.two_people != needed:
        was, policy.two_people = policy.two_people, needed
        policy.save()
        record(Verb.EDITED, policy, by=by, at=at, was={"two_people": was}, becomes={"two_people": needed})
    return policy


def expect_another_person(statements: Iterable[Statement], by: Iterable[User]) -> None:
    """Refuse words that their publisher drafted or, where the machine drafted them, accepted alone."""
    if not Policy.needs_two_people():
        return
    for statement, person in zip(statements, by, strict=True):
        if _is_theirs(statement, person):
            raise Refused(_alone(statement, _who_could(person)))


def expect_anothers_answer(link: Occurrence, by: User) -> None:
    """Refuse a link that its publisher answered himself."""
    if Policy.needs_two_people() and link.judged_by_id == by.pk:
        told = _("You linked these words to “%(claim)s” yourself.") % {"claim": link.claim}
        raise Refused(f"{told} {_('Here two people are needed to publish.')} {_who_could(by)}")


def links_answered_alone(links: Iterable[Occurrence], person: User) -> list[Occurrence]:
    """Those of these links that wait for another than this person."""
    return [one for one in links if one.judged_by_id == person.pk] if Policy.needs_two_people() else []


def told_alone(statements: Iterable[Statement], person: User) -> dict[int, str]:
    """What would be refused to this person of each of these, before he tries."""
    if not Policy.needs_two_people():
        return {}
    who_could = _who_could(person)
    return {one.pk: _alone(one, who_could) for one in statements if _is_theirs(one, person)}


def _drafter(statement: Statement) -> int | None:
    """Nobody where the machine drafted it: who had it draft has read nothing yet."""
    return None if statement.method else statement.drafted_by_id


def _is_theirs(statement: Statement, person: User) -> bool:
    """Drafted by this person or, where the machine drafted it, accepted by nobody else."""
    return person.pk == (_drafter(statement) or statement.accepted_by_id)


def _alone(statement: Statement, who_could: str) -> str:
    did = _("You drafted “%(words)s”.") if _drafter(statement) else _("The machine drafted “%(words)s”, and you alone accepted it.")
    return f"{did % {'words': statement}} {_('Here two people are needed to publish.')} {who_could}"


def _who_could(person: User) -> str:
    users = User.objects.with_perm("archive.publish_statement").exclude(pk=person.pk).order_by("username")
    names = ", ".join(str(one) for one in users[:MOST_NAMED])
    if not names:
        return _("Nobody else may publish yet: ask who gives roles here.")
    return _("It can be published by: %(people)s.") % {"people": names}
