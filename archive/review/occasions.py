"""The occasion as extraction read it, entered for the statements that it was read for."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from archive.acts import allow, expect_state, held, record, save
from archive.enums import StatementStatus, Verb
from archive.errors import Refused
from archive.models import Occasion, Statement, User


@transaction.atomic
def name_occasion(statement: Statement, *, by: User, at: datetime | None = None) -> Occasion:
    """Enter the occasion as extraction read it, for this statement and for those of the same document that it was read for."""
    allow(by, "add_occasion")
    statement = held(statement)
    expect_state(statement, [StatementStatus.DRAFT, StatementStatus.ACCEPTED], "given an occasion")
    if statement.occasion:
        raise Refused(f"It has its occasion already: {statement.occasion}.")
    if not statement.occasion_proposed:
        raise Refused("No occasion was read in the text. Enter one under Occasions and choose it here.")
    name = statement.occasion_proposed[0].upper() + statement.occasion_proposed[1:]
    occasion = Occasion.objects.create(name=name, place=statement.place_proposed, held_on=statement.said_on)
    record(Verb.ENTERED, occasion, by=by, at=at, name=occasion.name)
    for other in _of_the_same_occasion(statement):
        other.occasion = occasion
        save(other)
        record(Verb.EDITED, other, by=by, at=at, occasion=occasion.public_id)
    return occasion


def _of_the_same_occasion(statement: Statement) -> QuerySet[Statement]:
    return Statement.objects.select_for_update().filter(
        document=statement.document,
        occasion=None,
        occasion_proposed=statement.occasion_proposed,
        said_on=statement.said_on,
        status__in=[StatementStatus.DRAFT, StatementStatus.ACCEPTED],
    )
