"""Who gets in and as what, before and after an act; and who was an administrator of people until a few days ago."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.models import UserManager
from django.db.models import QuerySet
from django.utils import timezone

from archive.enums import Verb
from archive.models import Event, User

MANAGES, ADMINISTRATOR = "manage_people", "administrator of people"
TRUSTED = frozenset({"publisher", ADMINISTRATOR})
STILL_COUNT = timedelta(days=7)  # who was taken the rights of an administrator: time to hear of it and to say so
ENDED = "manages_no_more"  # in the detail of the Event


@dataclass(frozen=True)
class Access:
    """Of one person at one moment; somebody who is just made had none."""

    roles: frozenset[str] = frozenset()
    is_active: bool = False
    is_staff: bool = False
    is_superuser: bool = False

    @classmethod
    def of(cls, person: User) -> "Access":
        names = frozenset(person.groups.values_list("name", flat=True))
        return cls(names, person.is_active, person.is_staff, person.is_superuser)

    @property
    def is_trusted(self) -> bool:
        return self.is_superuser or bool(self.roles & TRUSTED)

    @property
    def gets_in(self) -> bool:
        return self.is_active and self.is_staff

    @property
    def manages(self) -> bool:
        return self.gets_in and (self.is_superuser or ADMINISTRATOR in self.roles)


def others_who_manage(by: User) -> QuerySet[User]:
    """Who could confirm what this person did."""
    users: UserManager[User] = User.objects
    return users.with_perm(f"archive.{MANAGES}").filter(is_active=True, is_staff=True).exclude(pk=by.pk)


def others_who_managed(by: User, at: datetime | None = None) -> QuerySet[User]:
    """Whose rights to confirm it were taken within the last days, by whomever: no administrator makes himself the only one at once."""
    ended = Event.objects.filter(object_type="user", verb=Verb.EDITED, at__gt=(at or timezone.now()) - STILL_COUNT, detail__has_key=ENDED)
    return User.objects.filter(pk__in=ended.values("object_id")).exclude(pk=by.pk)
