"""Whether all of the record is as it was, and as the publication log has it: looked at once a day, and told to those who run the site."""

from itertools import islice
from typing import Any

from archive.figures.keeping import keep_figures
from archive.models import KeptFigures, LogEntry
from archive.models.readers.kinds import FiguresOf
from archive.verification import faults

MOST = 100  # faults that are kept; one that is told is enough to call for `verify`


def keep() -> None:
    keep_figures(FiguresOf.LOG, measured())


def measured() -> dict[str, Any]:
    return {"entries": LogEntry.objects.size(), "faults": [str(one) for one in islice(faults(), MOST)]}


def last_look() -> KeptFigures | None:
    """What was found last, where that is something to be told."""
    kept = KeptFigures.objects.filter(of=FiguresOf.LOG).first()
    return kept if kept and kept.told["faults"] else None
