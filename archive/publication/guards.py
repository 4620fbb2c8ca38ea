"""What is asked of a row before an act of publication: it is held as it is now, and complete."""

from collections.abc import Collection

from django.utils.translation import gettext

from archive.acceptance import judged_as
from archive.acts import Row, held
from archive.enums import StatementStatus
from archive.errors import Refused
from archive.models import ArchiveState, Attribution, Occurrence, Statement
from archive.publication.redacting.words import is_taken_out


def held_with_its_statement(row: Row) -> Row:
    """The row as it is now, held; a link after its statement, in the one order in which two acts can't wait for each other."""
    ArchiveState.take_turn()
    if isinstance(row, Occurrence):
        held(row.statement)
    return held(row)


def expect_complete(statement: Statement, named: Collection[Attribution] | None = None) -> None:
    """`named` are its speakers, where they were read just now; so below."""
    if is_taken_out(statement.text):
        raise Refused(gettext("The law had its words taken out: there is nothing to publish."))
    if not statement.document.outlet:
        raise Refused(gettext("The article has no outlet. Say who published it, then publish."))
    if not statement.said_on and not statement.undated:
        raise Refused(gettext("It has no date. Enter when it was said, or tick “no date can be found”."))
    if not (statement.attributions.exists() if named is None else named):
        raise Refused(gettext("Nobody says it yet. Enter the speaker, or the source as it is printed."))


def expect_as_accepted(statement: Statement, named: Collection[Attribution]) -> None:
    """Nothing goes public that no reviewer saw. What was public is changed by publication alone."""
    if statement.status == StatementStatus.ACCEPTED and judged_as(statement, named) != statement.accepted_as:
        raise Refused(gettext("It was changed after it was accepted. Return it to draft, and have it accepted as it stands now."))
