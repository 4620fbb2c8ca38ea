"""Errors that readers report: taken from anybody, settled by whoever reviews, and without what tells of the sender some weeks after."""

from datetime import datetime, timedelta
from typing import Any, NamedTuple

from django.db import models, transaction
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.utils.translation import gettext as _

from archive.acts import allow, held, record
from archive.enums import Verb
from archive.errors import Refused
from archive.models import Claim, Document, ErrorReport, Occasion, Outlet, Revision, Speaker, Statement, User
from archive.models.history import type_of
from archive.models.readers.error_report import LONGEST_ADDRESS
from archive.models.readers.kinds import ErrorAnswer, ErrorKind

REVIEWS = "change_statement"
SENDER_KEPT_FOR = timedelta(days=30)  # after the report was settled
ROWS: dict[str, tuple[Any, str]] = {  # the pages of one thing: its table, and the column that their address holds
    "statement": (Statement, "public_id"),
    "claim": (Claim, "slug"),
    "speaker": (Speaker, "slug"),
    "outlet": (Outlet, "slug"),
    "document": (Document, "public_id"),
    "occasion": (Occasion, "public_id"),
}


class About(NamedTuple):
    """What a report is about: a page here, and the public row that it shows. Both empty: the archive as a whole."""

    address: str = ""
    row: models.Model | None = None


def about(address: str) -> About:
    """What stands at an address, as somebody sent it."""
    path = address.partition("#")[0].partition("?")[0]
    try:
        found = resolve(path) if path.isprintable() and len(path) <= LONGEST_ADDRESS else None
    except Resolver404:
        found = None
    if found is None or found.namespace:
        return About()
    table, column = ROWS.get(found.url_name or "", (None, ""))
    if table is None:
        return About(path)
    return About(path, table._default_manager.public().filter(**{column: found.kwargs[column]}).first())


@transaction.atomic
def take(of: About, kind: ErrorKind, words: str, *, name: str = "", email: str = "", at: datetime | None = None) -> ErrorReport:
    """Keep what a reader says is wrong."""
    at, row = at or timezone.now(), of.row
    beside = {"object_type": type_of(row), "object_id": row.pk} if row else {}
    taken = ErrorReport.objects.create(
        at=at, address=of.address, kind=kind, words=words.strip(), name=name.strip(), email=email.strip(), **beside
    )
    record(Verb.ENTERED, taken, by=None, at=at)
    return taken


@transaction.atomic
def settle(report: ErrorReport, answer: ErrorAnswer, reason: str = "", *, by: User, at: datetime | None = None) -> ErrorReport:
    """Say what became of it. What was mended names the last public correction of the row since then, if there is one."""
    allow(by, REVIEWS)
    report = held(report)
    if report.answer:
        raise Refused(_("%(person)s answered this already.") % {"person": report.settled_by})
    if answer == ErrorAnswer.NOTHING and not reason.strip():
        raise Refused(_("Say why there is nothing to mend."))
    report.answer, report.reason, report.settled_by, report.settled_at = answer, reason.strip(), by, at or timezone.now()
    report.revision = _correction_since(report) if answer == ErrorAnswer.MENDED else None
    report.save()
    record(Verb.JUDGED, report, by=by, at=report.settled_at, to_state=answer, reason=report.reason)
    return report


def _correction_since(report: ErrorReport) -> Revision | None:
    if report.object_id is None:
        return None
    return Revision.objects.corrections().filter(object_type=report.object_type, object_id=report.object_id, at__gte=report.at).first()


@transaction.atomic
def reopen(report: ErrorReport, *, by: User, at: datetime | None = None) -> ErrorReport:
    """It waits again."""
    allow(by, REVIEWS)
    report = held(report)
    if report.answer:
        record(Verb.UNDONE, report, by=by, at=at, from_state=report.answer, reason=report.reason)
        report.answer, report.reason, report.settled_by, report.settled_at, report.revision = "", "", None, None, None
        report.save()
    return report


def forget_senders(at: datetime | None = None) -> int:
    """Of reports that were settled some weeks ago nothing tells any more who sent them. Returns of how many."""
    long_ago = ErrorReport.objects.settled().filter(settled_at__lt=(at or timezone.now()) - SENDER_KEPT_FOR)
    return long_ago.exclude(name="", email="").update(name="", email="")


def told_beside(reports: list[ErrorReport]) -> dict[int, str]:
    """What each of these is about, in a line, where that is a row that is still there."""
    found: dict[int, str] = {}
    for table, _column in ROWS.values():
        name = table._meta.model_name
        numbers = {one.object_id for one in reports if one.object_type == name}
        rows = table._default_manager.in_bulk(numbers) if numbers else {}
        found |= {one.pk: str(rows[one.object_id]) for one in reports if one.object_type == name and one.object_id in rows}
    return found
