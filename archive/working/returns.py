"""Why statements came back."""

from collections.abc import Iterable

from archive.enums import StatementStatus, Verb
from archive.models import Event, Statement
from archive.models.history import type_of


def returned_because(statements: Iterable[Statement]) -> dict[int, Event]:
    """The last return of each draft that was returned: its `reason`, `by` and `at`, with one query for all."""
    drafts = [one.pk for one in statements if one.status == StatementStatus.DRAFT]
    returns = Event.objects.filter(object_type=type_of(Statement()), object_id__in=drafts, verb=Verb.RETURNED)
    return {one.object_id: one for one in returns.select_related("by").order_by("id")}
