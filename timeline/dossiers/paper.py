"""A dossier as one file of HTML that needs nothing else: to be read, printed and kept."""

from collections.abc import Iterable
from datetime import UTC, datetime

from django.template.loader import render_to_string
from django.utils import timezone

from archive.models import ArchiveState
from timeline.corrections import log
from timeline.dossiers.evidence import Exhibit, exhibits
from timeline.formats.taken import Taken
from timeline.log.proved import Signed, signed


def write(taken: Taken) -> Iterable[bytes]:
    state = signed()
    return [written(taken, exhibits(taken.told(), state), now(), state)]


def written(taken: Taken, found: list[Exhibit], at: datetime, state: Signed) -> bytes:
    corrections = [item for rows in taken.revisions() for item in log.items(rows)] if taken.listed.is_of_corrections else []
    context = {"taken": taken, "exhibits": found, "corrections": corrections, "at": at, "state": ArchiveState.current()}
    context["signed"] = state
    return render_to_string("timeline/dossiers/dossier.html", context).encode()


def now() -> datetime:
    return timezone.now().astimezone(UTC).replace(microsecond=0)
