"""The people of the demo: one for each role, none of whom exists anywhere else."""

from dataclasses import dataclass

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group

from archive.models import User

LOGINS = {
    "demo-viewer": "viewer",
    "demo-editor": "editor",
    "demo-reviewer": "reviewer",
    "demo-publisher": "publisher",
    "demo-admin": "administrator of people",
}


@dataclass(frozen=True)
class Desk:
    """Who does what in the demo."""

    editor: User
    reviewer: User
    publisher: User


def enter(password: str) -> Desk:
    """One user for each role, all with this password."""
    hashed = make_password(password)  # once: it is slow on purpose
    people = {login: _enter(login, role, hashed) for login, role in LOGINS.items()}
    return Desk(editor=people["demo-editor"], reviewer=people["demo-reviewer"], publisher=people["demo-publisher"])


def are_here() -> bool:
    return User.objects.filter(username__in=LOGINS).exists()


def _enter(login: str, role: str, hashed: str) -> User:
    user = User.objects.create(username=login, password=hashed, is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    return user
