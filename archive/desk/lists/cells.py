"""A statement as cells of a sheet."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from archive.models import Attribution, Statement

BETWEEN = "; "  # two speakers of one statement, and their roles


class Column(NamedTuple):
    """A column of a sheet: its name in code, its heading, and what of a statement stands in it."""

    name: str
    heading: Any
    of: Callable[[Statement], Any]


def shown_name(one: Attribution) -> str:
    return one.speaker.name if one.speaker else one.name


def speakers_of(statement: Statement) -> str:
    return BETWEEN.join(map(shown_name, statement.attributions.all()))


def roles_of(statement: Statement) -> str:
    return BETWEEN.join(one.role for one in statement.attributions.all()).rstrip(BETWEEN)


COLUMNS = (
    Column("id", _("id"), lambda one: one.public_id),
    Column("words", _("words"), lambda one: one.text),
    Column("speakers", _("speakers"), speakers_of),
    Column("roles", _("roles"), roles_of),
    Column("said_on", _("said on"), lambda one: one.said_on),
    Column("said_in_words", _("said on, in words"), lambda one: one.said_in_words),
    Column("kind", _("kind"), lambda one: one.get_kind_display()),
    Column("force", _("how it is said"), lambda one: one.get_force_display()),
    Column("outlet", _("outlet"), lambda one: one.document.outlet.name if one.document.outlet else ""),
    Column("title", _("title"), lambda one: one.document.title),
    Column("published", _("published"), lambda one: one.document.published_in_words),
    Column("address", _("address"), lambda one: one.document.article.url or ""),
    Column("document", _("document"), lambda one: one.document.public_id),
    Column("locator", _("place in the source"), lambda one: one.locator),
    Column("state", _("state"), lambda one: one.get_status_display()),
)


def headings() -> list[str]:
    return [str(one.heading) for one in COLUMNS]


def cells_of(statement: Statement) -> Iterator[str]:
    return (str(column.of(statement)) for column in COLUMNS)
