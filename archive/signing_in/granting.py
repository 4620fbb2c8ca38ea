"""Who gives rights cannot take the place of who publishes in silence.

A new password of somebody who publishes or gives rights, and these two roles themselves, wait until another administrator of people
confirms them, where there is another, or was one within the last seven days. Whom it concerns is told by mail at once, and again when it
holds; each step leaves an Event. Rights that are taken away are gone at once, and their person and the other administrators are told.
"""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from archive.acts import allow, held, record
from archive.enums import Verb
from archive.errors import Refused
from archive.models import AccessChange, User
from archive.signing_in import sessions
from archive.signing_in.access import ENDED, MANAGES, TRUSTED, Access, others_who_manage, others_who_managed


@transaction.atomic
def set_password(person: User, password: str, *, by: User) -> AccessChange | None:
    """In another's place. Waits where it would let somebody publish or give rights; else it holds, and whoever is signed in with the old
    one is signed in no more."""
    allow(by, MANAGES)
    # The person counts as another, who can't confirm it: else the only other administrator would be a name to sign in by.
    if Access.of(person).is_trusted and _has_to_wait(person, by, others_who_manage(by)):
        return _wait(person, by, password=make_password(password), is_of_password=True)
    person.set_password(password)
    _password_holds(person, by)
    return None


def _password_holds(person: User, by: User, **confirmed: str) -> None:
    person.save(update_fields=["password"])
    sessions.end_all(person)
    record(Verb.EDITED, person, by=by, fields=["password"], **confirmed)
    tell(person, _("Your password on %(site)s was changed by %(by)s."), by)


@transaction.atomic
def give(person: User, before: Access, *, by: User) -> AccessChange | None:
    """After a form saved who may what: takes back what has to wait for another."""
    asked = Access.of(person)
    gained = sorted((asked.roles - before.roles) & TRUSTED)
    back = asked.is_active and not before.is_active and bool(before.roles & TRUSTED)
    change = None
    if (gained or back) and _has_to_wait(person, by, who_could_confirm(person, by)):
        person.groups.remove(*Group.objects.filter(name__in=gained))
        if back:
            person.is_active = False
            person.save(update_fields=["is_active"])
        change = _wait(person, by, roles=gained, may_sign_in=back)
    if asked.roles != before.roles:
        tell(person, _("Your roles on %(site)s were changed by %(by)s."), by)
    _tell_of_getting_in(person, before, by)
    return change


def _tell_of_getting_in(person: User, before: Access, by: User) -> None:
    """Its person; and of a publisher or an administrator who loses it the other administrators, those of the last days too."""
    now = Access.of(person)
    if before.gets_in and not now.gets_in:
        tell(person, _("You may no longer sign in on %(site)s: %(by)s took that away."), by)
    elif now.gets_in and not before.gets_in:
        tell(person, _("You may sign in on %(site)s: %(by)s lets you in."), by)
    if (before.gets_in and not now.gets_in and before.is_trusted) or (before.manages and not now.manages):
        for other in (others_who_manage(by) | others_who_managed(by)).exclude(pk=person.pk).distinct():
            told = _("On %(site)s %(by)s took rights from %(name)s, who publishes or is an administrator of people.")
            tell(other, told, by, name=person.get_username())


def ended(before: Access, person: User) -> dict[str, bool]:
    """For the Event: whether this person confirmed what others did, and does so no more."""
    return {ENDED: True} if before.manages and not Access.of(person).manages else {}


def who_could_confirm(person: User, by: User) -> QuerySet[User]:
    return others_who_manage(by).exclude(pk=person.pk)


def _has_to_wait(person: User, by: User, others: QuerySet[User]) -> bool:
    return person.pk != by.pk and (others.exists() or others_who_managed(by).exists())


def _wait(person: User, by: User, **what: object) -> AccessChange:
    change = AccessChange.objects.create(person=person, by=by, **what)
    record(Verb.ENTERED, change, by=by, person=person.pk, **_told(change))
    tell(
        person, _("On %(site)s %(by)s asked for a change of how you get in. It holds when another administrator of people confirms it."), by
    )
    for other in who_could_confirm(person, by):
        tell(other, _("On %(site)s a change of who gets in, by %(by)s, waits for your word."), by)
    return change


def _told(change: AccessChange) -> dict[str, object]:
    return {"password": change.is_of_password, "roles": change.roles, "may_sign_in": change.may_sign_in}


@transaction.atomic
def confirm(change: AccessChange, *, by: User, at: datetime | None = None) -> AccessChange:
    """Now it holds."""
    change = _answerable(change, by)
    if change.by_id == by.pk:
        raise Refused(_("You asked for this yourself: another administrator of people has to confirm it."))
    if change.person_id == by.pk:
        raise Refused(_("This is about yourself: another administrator of people has to confirm it."))
    person = held(change.person)
    if change.is_of_password:
        person.password = change.password
        _password_holds(person, change.by, confirmed_by=by.get_username())
    person.groups.add(*Group.objects.filter(name__in=change.roles))
    if change.may_sign_in:
        person.is_active = True
        person.save(update_fields=["is_active"])
    _answer(change, by, at, is_confirmed=True)
    if change.roles or change.may_sign_in:
        tell(person, _("What %(by)s asked for on %(site)s was confirmed: it holds now."), change.by)
    return change


@transaction.atomic
def decline(change: AccessChange, *, by: User, at: datetime | None = None) -> AccessChange:
    """It never held. Whoever asked for it may take it back so."""
    return _answer(_answerable(change, by), by, at, is_confirmed=False)


def _answerable(change: AccessChange, by: User) -> AccessChange:
    allow(by, MANAGES)
    change = held(change)
    if change.answered_at:
        raise Refused(_("This was answered already."))
    return change


def _answer(change: AccessChange, by: User, at: datetime | None, *, is_confirmed: bool) -> AccessChange:
    change.answered_by, change.answered_at, change.is_confirmed, change.password = by, at or timezone.now(), is_confirmed, ""
    change.save()
    record(Verb.JUDGED, change, by=by, at=at, person=change.person_id, confirmed=is_confirmed, **_told(change))
    return change


def tell(person: User, words: str, by: User, addresses: Iterable[str] = (), **named: str) -> None:
    """By mail, where there is a server and an address; after the transaction, so that nobody is told what did not happen."""
    told = words % {"site": settings.SITE_NAME, "by": by.get_username(), **named}
    body = f"{told}\n\n{_('If you did not expect this, tell who runs the site: %(address)s') % {'address': settings.SITE_URL}}\n"
    to = [one for one in {person.email, *addresses} if one]
    if to and (settings.EMAIL_URL or not settings.EMAIL_BACKEND.endswith("smtp.EmailBackend")):
        transaction.on_commit(lambda: send_mail(told, body, None, to, fail_silently=True))
