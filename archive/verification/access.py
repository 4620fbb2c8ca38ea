"""Whether who may do what, and whether two people are needed, is what the last acts on that left. What no act ever told of is not asked:
who runs the site makes people by commands too."""

from collections.abc import Iterator
from typing import Any

from archive.enums import Verb
from archive.log.faults import Fault
from archive.models import Event, Policy, User
from archive.verification.lots import each, lots


def rule_of_two_people() -> Iterator[Fault]:
    acts = Event.objects.filter(object_type="policy", detail__has_key="becomes").order_by("pk")
    last = acts.values_list("detail", flat=True).last()
    if last is not None and last["becomes"].get("two_people") != Policy.needs_two_people():
        yield Fault("policy 1", "whether two people are needed is not what its history tells")


def roles() -> Iterator[Fault]:
    yield from each(lots(User.objects.only("is_staff", "is_superuser").prefetch_related("groups")), _of_people)


def _of_people(people: list[User]) -> Iterator[Fault]:
    told = _told({one.pk for one in people})
    for one in people:
        has = {"roles": {group.name for group in one.groups.all()}, "may_sign_in": one.is_staff, "superuser": one.is_superuser}
        for name in ("roles", "may_sign_in", "superuser"):
            if name in told.get(one.pk, {}) and told[one.pk][name] != has[name]:
                yield Fault(f"user number {one.pk}", f"{WHAT[name]} is not what the last act on that tells")


def _told(people: set[int]) -> dict[int, dict[str, Any]]:
    """By the acts on each, with what a second administrator confirmed."""
    found: dict[int, dict[str, Any]] = {}
    for act in Event.objects.filter(object_type__in=["user", "accesschange"], detail__has_key="roles").order_by("pk"):
        person = act.object_id if act.object_type == "user" else act.detail.get("person")
        if person not in people:
            continue
        roles = set(act.detail["roles"])
        if act.object_type == "user":
            found[person] = {**found.get(person, {}), **act.detail, "roles": roles}
        elif act.verb == Verb.JUDGED and act.detail.get("confirmed") and person in found:
            found[person]["roles"] |= roles
    return found


WHAT = {"roles": "what is theirs to do", "may_sign_in": "whether they may sign in", "superuser": "whether they may do everything"}
