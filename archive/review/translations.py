"""One statement is marked as a translation of another: from then on the two are one saying."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from archive.acts import allow, expect_state, held_by_number, record, save
from archive.enums import StatementStatus, Verb
from archive.errors import Refused
from archive.linking.closed_suggestions import settle
from archive.models import Statement, User
from archive.review.values import changed_of, values_of

STATES = (StatementStatus.DRAFT, StatementStatus.ACCEPTED)


@transaction.atomic
def mark_translation(statement: Statement, original: Statement, *, by: User, at: datetime | None = None) -> Statement:
    """`statement` is a translation of `original`; of its original, where that is a translation too. Nothing of the two is asked any more.

    Refuses a public statement, which is corrected; one that is marked already, or that others are marked as translations of.
    """
    allow(by, "change_statement")
    rows = held_by_number(Statement, [statement.pk, original.pk])
    statement, original = rows[statement.pk], rows[original.pk]
    if statement.is_public:
        raise Refused(gettext("It is public. Have it corrected on its own page: “translation of” stands there."))
    expect_state(statement, STATES, "marked as a translation")
    if statement.translation_of:
        raise Refused(
            gettext("It is marked as a translation already: of “%(translation_of)s”.") % {"translation_of": statement.translation_of}
        )
    if statement.translations.exists():
        raise Refused(
            gettext("Others are marked as translations of it, so it is no translation itself. Mark the other one, or empty theirs first.")
        )
    was = values_of(statement)
    statement.translation_of = original.translation_of or original
    save(statement)
    settle([statement.pk])
    record(Verb.EDITED, statement, by=by, at=at, **changed_of(statement, was))
    return statement
