"""The occasion as extraction read it, entered for a statement; others of the same document that it was read for are told apart."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext

from archive.acts import allow, expect_state, held, record, save, save_valid
from archive.enums import StatementStatus, Verb
from archive.errors import Refused
from archive.models import Occasion, Statement, User
from archive.review.values import changed_of, values_of

STATES = (StatementStatus.DRAFT, StatementStatus.ACCEPTED)


@transaction.atomic
def name_occasion(statement: Statement, *, by: User, at: datetime | None = None) -> Occasion:
    """Enter the occasion as extraction read it, for this statement alone: the one that another statement of the document was given as it
    was read, or a new one."""
    allow(by, "add_occasion")
    statement = held(statement)
    expect_state(statement, STATES, "given an occasion")
    occasion = would_name(statement)
    if occasion._state.adding:
        occasion.save()
        record(Verb.ENTERED, occasion, by=by, at=at, name=occasion.name)
    was = values_of(statement)
    statement.occasion = occasion
    save(statement)
    record(Verb.EDITED, statement, by=by, at=at, **changed_of(statement, was))
    return occasion


def occasion_called(name: str, statement: Statement, *, by: User, at: datetime | None = None) -> Occasion:
    """The one of this name among those of the statement's document, or a new one on the day of its words."""
    there = Occasion.objects.of_document(statement.document)
    if known := next((one for one in there if name in (str(one), one.name)), None):
        return known
    allow(by, "add_occasion")
    occasion = Occasion(name=name, held_on=statement.said_on)
    save_valid(occasion)
    record(Verb.ENTERED, occasion, by=by, at=at, name=occasion.name)
    return occasion


def expect_occasion_free(statement: Statement) -> None:
    """Refuse to give another occasion to a statement that is not public where a public translation counts under it."""
    if not statement.is_public and Statement.objects.public().filter(translation_of=statement).exists():
        raise Refused(
            gettext(
                "A public translation of “%(statement)s” counts under its occasion. Have this published first, then its occasion corrected."
            )
            % {"statement": statement},
            about="occasion",
        )


def would_name(statement: Statement) -> Occasion:
    """The occasion that `name_occasion` gives; not saved yet where it is new. Refuses where none was read or one stands there."""
    expect_occasion_free(statement)
    if statement.occasion:
        raise Refused(gettext("It has its occasion already: %(occasion)s.") % {"occasion": statement.occasion}, about="occasion")
    if not statement.occasion_proposed:
        raise Refused(gettext("No occasion was read in the text. Enter one under Occasions and choose it here."), about="occasion")
    name = statement.occasion_proposed[0].upper() + statement.occasion_proposed[1:]
    read = {"name": name, "place": statement.place_proposed, "held_on": statement.said_on}
    named = Occasion.objects.filter(statements__in=_read_alike(statement), **read).order_by("id")
    return named.first() or Occasion(**read)


def of_the_same_occasion(statement: Statement) -> QuerySet[Statement]:
    """Others of its document that the same occasion was read for and that have none."""
    others = _read_alike(statement).filter(occasion=None, status__in=STATES).exclude(pk=statement.pk)
    return others if statement.occasion_proposed else others.none()


def _read_alike(statement: Statement) -> QuerySet[Statement]:
    read = {name: getattr(statement, name) for name in ("document", "occasion_proposed", "place_proposed", "said_on")}
    return Statement.objects.filter(**read)
