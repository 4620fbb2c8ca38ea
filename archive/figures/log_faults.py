"""Whether all of the record is as it was, and as the publication log has it: looked at once a day, and told to those who run the site;
so is that nobody looked."""

from datetime import timedelta
from itertools import islice
from typing import Any

from django.db.models import Min
from django.utils import timezone

from archive.figures.keeping import keep_figures
from archive.models import KeptFigures, LogEntry, User
from archive.models.readers.kinds import FiguresOf
from archive.verification import faults

MOST = 100  # faults that are kept; one that is told is enough to call for `verify`
LONGEST = timedelta(days=2)  # without a look: one that is missed may be a machine that was off


def keep() -> None:
    keep_figures(FiguresOf.LOG, measured())


def measured() -> dict[str, Any]:
    return {"entries": LogEntry.objects.size(), "faults": [str(one) for one in islice(faults(), MOST)]}


def told_to(person: User) -> dict[str, Any]:
    """What stands at the head of the first page of desk and tables, for who runs the site."""
    if not person.has_perm("archive.manage_people"):
        return {}
    last = KeptFigures.objects.filter(of=FiguresOf.LOG).first()
    return {"last_look": last, "is_look_overdue": _is_overdue(last)}


def _is_overdue(last: KeptFigures | None) -> bool:
    """Whatever keeps it from being done: no worker, or a look that fails. A new archive has two days for its first."""
    since = last.at if last else User.objects.aggregate(first=Min("date_joined"))["first"]
    return since is not None and timezone.now() - since > LONGEST
