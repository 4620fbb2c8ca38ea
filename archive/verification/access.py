"""Whether who may do what, and whether two people are needed, is what the last acts on that left. What no act ever told of is not asked:
who runs the site makes people by commands too. What a role may do is what this release says, and nobody may more than his roles."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import Group

from archive.enums import Verb
from archive.log.faults import Fault
from archive.models import Event, Policy, User
from archive.roles import ROLES
from archive.verification.lots import each, lots

WHAT = {
    "roles": "what is theirs to do",
    "active": "whether they are let in at all",
    "may_sign_in": "whether they may sign in",
    "superuser": "whether they may do everything",
}


def rule_of_two_people() -> Iterator[Fault]:
    acts = Event.objects.filter(object_type="policy", detail__has_key="becomes").order_by("pk")
    last = acts.values_list("detail", flat=True).last()
    if last is not None and last["becomes"].get("two_people") != Policy.needs_two_people():
        yield Fault("policy 1", "whether two people are needed is not what its history tells")


def roles() -> Iterator[Fault]:
    yield from each(lots(User.objects.only("is_active", "is_staff", "is_superuser").prefetch_related("groups")), _of_people)
    for number in User.objects.filter(user_permissions__isnull=False).order_by("pk").values_list("pk", flat=True).distinct():
        yield Fault(f"user number {number}", "they may do something that is none of their roles")


def what_roles_may() -> Iterator[Fault]:
    groups = Group.objects.prefetch_related("permissions__content_type")
    may = {group.name: {f"{one.content_type.app_label}.{one.codename}" for one in group.permissions.all()} for group in groups}
    wanted = {name: {f"archive.{codename}" for codename in codenames} for name, codenames in ROLES.items()}
    for name in sorted(wanted.keys() | may.keys()):
        if may.get(name, set()) != wanted.get(name, set()):
            yield Fault(f"role {name}", "what it may do is not what this release says")


def _of_people(people: list[User]) -> Iterator[Fault]:
    told = _told({one.pk for one in people})
    for one in people:
        roles = {group.name for group in one.groups.all()}
        has = {"roles": roles, "active": one.is_active, "may_sign_in": one.is_staff, "superuser": one.is_superuser}
        for name, what in WHAT.items():
            if name in told.get(one.pk, {}) and told[one.pk][name] != has[name]:
                yield Fault(f"user number {one.pk}", f"{what} is not what the last act on that tells")


def _told(people: set[int]) -> dict[int, dict[str, Any]]:
    """By the acts on each, with what a second administrator confirmed. Acts of before do not tell who is let in at all: nor is it asked
    behind such a one."""
    found: dict[int, dict[str, Any]] = {}
    for act in Event.objects.filter(object_type__in=["user", "accesschange"], detail__has_key="roles").order_by("pk"):
        person = act.object_id if act.object_type == "user" else act.detail.get("person")
        if person not in people:
            continue
        roles = set(act.detail["roles"])
        if act.object_type == "user":
            before = {name: value for name, value in found.get(person, {}).items() if name != "active"}
            found[person] = {**before, **act.detail, "roles": roles}
        elif act.verb == Verb.JUDGED and act.detail.get("confirmed") and person in found:
            found[person]["roles"] |= roles
            if act.detail.get("may_sign_in") and "active" in found[person]:
                found[person]["active"] = True
    return found
