"""What the first page of the desk tells of working together: what was given to me, what colleagues review, what they remarked, and the rule
of two people."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.apps import apps
from django.urls import reverse
from django.utils import timezone

from archive.models import Assignment, DocumentHold, Policy, Remark, User

MOST_SHOWN = 20
# The tables on whose rows people remark: which page shows one, and the column that its address takes.
REMARKED = {
    "claim": ("desk:claim", "slug"),
    "document": ("desk:document", "public_id"),
    "speaker": ("desk:speaker", "slug"),
    "statement": ("desk:document", "document__public_id"),
    "suggestion": ("desk:pair", "pk"),
}


class Remarked(NamedTuple):
    remark: Remark
    address: str


@dataclass(frozen=True)
class Together:
    given: list[Assignment]
    colleagues: list[DocumentHold]
    remarks: list[Remarked]
    two_people: bool


def together_for(person: User) -> Together:
    return Together(
        list(Assignment.objects.given_to(person)[:MOST_SHOWN]),
        list(DocumentHold.objects.current(timezone.now()).of_others(person)[:MOST_SHOWN]),
        _with_addresses(Remark.objects.open()[:MOST_SHOWN]),
        Policy.needs_two_people(),
    )


def _with_addresses(remarks: Sequence[Remark]) -> list[Remarked]:
    """Each with the page on which it stands; none of those whose row is gone, such as a draft of which nothing is read any more."""
    numbers: dict[str, set[int]] = defaultdict(set)
    for one in remarks:
        numbers[one.object_type].add(one.object_id)
    keys = {table: _keys(table, found) for table, found in numbers.items()}
    there = [(one, key) for one in remarks if (key := keys[one.object_type].get(one.object_id))]
    return [Remarked(one, reverse(REMARKED[one.object_type][0], args=[key])) for one, key in there]


def _keys(table: str, numbers: set[int]) -> dict[int, str]:
    rows = apps.get_model("archive", table)._default_manager.filter(pk__in=numbers)
    return dict(rows.values_list("pk", REMARKED[table][1]))
