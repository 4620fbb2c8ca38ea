"""Background work, one stage call each. It waits in the database for `manage.py work`, which stands beside the server."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks_db.models import DBTaskResult

from archive import statistics
from archive.capture import feeds, rechecks
from archive.drafting import draft, redate
from archive.errors import Refused
from archive.figures import coverage, linking_quality, log_faults
from archive.identity import alike_speakers
from archive.linking import meanings
from archive.log import checkpoints, kept_histories
from archive.models import Article, Document, ErrorReport, Feed, PassageVector, User
from archive.readers import answers
from archive.readers import reports as readers_reports
from archive.tasks import clock
from archive.tasks.broken_off import READY, take_up_again

try:
    from django.tasks import task
except ImportError:  # Django 5.2, which has no tasks of its own yet
    from django_tasks import task  # type: ignore[no-redef]  # one of the two is there

BETWEEN_ROUNDS = timedelta(minutes=5)
TO_TAKE_BACK = timedelta(minutes=10)
A_DAY = timedelta(days=1)
A_LOT = 5_000  # vectors: less than a minute, for other work waits behind it


@task()
def poll_feed(pk: int, by: int | None = None) -> str:
    """What became of the feed's entries stands in its row, as does what stood against it. `by` is who asked for it."""
    try:
        settled = list(feeds.poll(Feed.objects.get(pk=pk), by=_person(by)))
    except Refused as refusal:
        return str(refusal)
    return f"{len(settled)} entries"


@task()
def recheck_article(pk: int, by: int | None = None) -> str:
    """What was found stands among the article's checks. `by` is who asked for it."""
    try:
        return str(rechecks.recheck(Article.objects.get(pk=pk), by=_person(by)))
    except Refused as refusal:
        return str(refusal)


@task()
def draft_document(pk: int, by: int | None = None, leave_out: Sequence[str] = ()) -> str:
    """A text too long to be read while somebody waits. `by` is who asked for it, `leave_out` the forces that he does not want."""
    return f"{len(draft(Document.objects.get(pk=pk), by=_person(by), leave_out=leave_out))} drafts"


@task()
def redate_document(pk: int, by: int | None = None) -> str:
    """A long text whose day was entered or corrected: its drafts follow, and nothing new is drafted. `by` is who gave the day."""
    return f"{len(redate(Document.objects.get(pk=pk), by=_person(by)).changed)} drafts dated anew"


def _person(pk: int | None) -> User | None:
    return User.objects.get(pk=pk) if pk else None


@task()
def gather_statistics() -> None:
    """What was brought in since yesterday is known to the database then."""
    statistics.gather()


@task()
def keep_figures() -> None:
    """Of the whole archive, for the pages that tell them with their day."""
    coverage.keep()
    linking_quality.keep()


@task()
def sign_log() -> str:
    """As it stands, if it has grown."""
    try:
        return str(checkpoints.make())
    except Refused as refusal:
        return str(refusal)


@task()
def check_log() -> None:
    """Whether the log and the record agree stands on the first page of the desk then."""
    log_faults.keep()


@task()
def tell_who_reported(pk: int, settled_at: str) -> bool:
    """If the answer still stands as it was given then."""
    report = ErrorReport.objects.get(pk=pk)
    return str(report.settled_at) == settled_at and answers.tell(report)


def tell_who_reported_later(report: ErrorReport) -> None:
    """When there was time to take the answer back."""
    if answers.is_to_be_told(report):
        tell_who_reported.using(run_after=timezone.now() + TO_TAKE_BACK).enqueue(report.pk, str(report.settled_at))


@task()
def forget_who_reported_errors() -> int:
    """Some weeks after their reports were settled."""
    return readers_reports.forget_senders()


@task()
def look_for_speakers_that_may_be_one() -> int:
    """By names that came otherwise than through an act that looks itself."""
    return alike_speakers.look_at_all()


@task()
def make_vectors() -> int:
    """Of accepted passages, as many as other work can wait for. Sends for itself again while more wait."""
    made = sum(meanings.make(meanings.awaited()[:A_LOT]))
    make_vectors_later()
    return made


def make_vectors_later() -> None:
    """If passages wait for theirs. One task waits at any time; two at once make each vector twice and write it once."""
    if PassageVector.objects.awaited().exists() and not _waits(make_vectors.module_path):
        make_vectors.enqueue()


@task()
def do_named(path: str) -> str:
    """What another part of the site has done in each round, by its dotted path in the settings."""
    return str(import_string(path)())


@task()
def look_round() -> int:
    """Sends for itself again, first of all, so that a round which fails is not the last; then for what broke off and for what is due."""
    look_round_later()
    clock.tell_if_behind()
    take_up_again()
    make_vectors_later()
    due = feeds.claim_due()
    for feed in due:
        poll_feed.enqueue(feed.pk)
    for path in settings.IN_EACH_ROUND:
        do_named.enqueue(path)
    daily(gather_statistics)
    daily(look_for_speakers_that_may_be_one)
    daily(forget_who_reported_errors)
    daily(keep_figures)
    daily(check_log)
    if checkpoints.is_behind():
        sign_log.enqueue()
    kept_histories.keep()
    return len(due)


def look_round_later(after: timedelta = BETWEEN_ROUNDS) -> None:
    """One round waits at any time: several workers, or one that was killed, make neither two nor none."""
    if not _waits(look_round.module_path):
        look_round.using(run_after=timezone.now() + after).enqueue()


def daily(work: Any) -> None:
    if not DBTaskResult.objects.filter(task_path=work.module_path, enqueued_at__gt=timezone.now() - A_DAY).exists():
        work.enqueue()


def _waits(task: str) -> bool:
    return DBTaskResult.objects.filter(task_path=task, status=READY).exists()
