"""What a publisher does with the statements of a page: each as the page showed it, or not at all."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.http import Http404, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from archive import errors, publication, review
from archive.acts import held_by_number
from archive.admin.statements.waiting import publish_links
from archive.errors import Refused, Stale
from archive.models import ArchiveState, Statement, User

MOST_AT_ONCE = 100  # statements


@dataclass(frozen=True)
class Asked:
    """What a form asks for. `shown` are the numbers of the statements with the versions in which they were shown."""

    act: str
    shown: dict[int, int]
    by: User
    confirmed: Collection[str] = ()
    reason: str = ""

    @classmethod
    def by_form(cls, data: QueryDict, by: User, acts: Collection[str]) -> "Asked":
        """One of these acts; there is no page for another."""
        if data.get("act") not in acts:
            raise Http404
        rows = (one.partition("-") for one in data.getlist("shown")[:MOST_AT_ONCE])
        shown = {int(pk): int(version) for pk, _dash, version in rows if is_number(pk) and is_number(version)}
        return cls(data["act"], shown, by, data.getlist("confirmed"), data.get("reason", ""))


def is_number(written: str) -> bool:
    return written.isdecimal() and len(written) < 18


def publish(asked: Asked) -> str:
    statements = publication.publish_all(_as_shown(asked), by=asked.by, confirmed=asked.confirmed)
    if len(statements) == 1:
        return _("Public now: “%s”.") % statements[0]
    return ngettext("%d statement is public now.", "%d statements are public now.", len(statements)) % len(statements)


def return_to_draft(asked: Asked) -> str:
    for one in _as_shown(asked):
        review.return_to_draft(one, by=asked.by, reason=asked.reason)
    return _("Returned, with your reason.")


def add_links(asked: Asked) -> str:
    return " ".join(publish_links(one, by=asked.by) for one in _as_shown(asked))


DEEDS: dict[str, Callable[[Asked], str]] = {"publish": publish, "return": return_to_draft, "links": add_links}


@transaction.atomic
def do(asked: Asked) -> str:
    """A sentence on what was done. Refuses what was changed since it was shown."""
    ArchiveState.take_turn()
    return DEEDS[asked.act](asked)


def _as_shown(asked: Asked) -> Sequence[Statement]:
    rows = held_by_number(Statement, asked.shown)
    if not rows:
        raise Refused(_("Nothing was chosen."))
    if any(pk not in rows or rows[pk].lock_version != version for pk, version in asked.shown.items()):
        raise Stale(errors.OVERTAKEN)
    return [rows[pk] for pk in asked.shown]
