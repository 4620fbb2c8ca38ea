"""What the first page of the desk tells of working together: what was given to me, what colleagues review, the rule of two people."""

from dataclasses import dataclass

from django.utils import timezone

from archive.models import Assignment, DocumentHold, Policy, User

MOST_SHOWN = 20


@dataclass(frozen=True)
class Together:
    given: list[Assignment]
    colleagues: list[DocumentHold]
    two_people: bool


def together_for(person: User) -> Together:
    return Together(
        list(Assignment.objects.given_to(person)[:MOST_SHOWN]),
        list(DocumentHold.objects.current(timezone.now()).of_others(person)[:MOST_SHOWN]),
        Policy.needs_two_people(),
    )
