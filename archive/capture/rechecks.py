"""Looking again at public articles: still there, changed (then captured anew) or gone. Asked for by a person, polite to each site.

An article that was looked at since a given time is passed over, so that a run which was cut short goes on where it stopped.
"""

from collections.abc import Iterator
from datetime import datetime
from math import inf
from time import monotonic
from urllib.parse import urlsplit

from django.db import transaction
from django.db.models import Exists, F, Max, OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import gettext

from archive.acts import allow
from archive.capture import AlreadyHere, enter, make_ready, sightings
from archive.capture.pages import our_pace, page_read
from archive.capture.provenance import Provenance
from archive.enums import CheckOutcome
from archive.errors import Refused, one_of_many
from archive.fetching import Missing, Pace, Page, Unfetched
from archive.matching.captures import reads_the_same
from archive.models import ArchiveState, Article, Check, Document, User
from archive.reading import ReadText

SECONDS_UNTOLD = 60


def due(since: datetime, *, outlet: str = "") -> QuerySet[Article]:
    """Public articles with an address of which no look told anything since then; those looked at longest ago first.

    A look that could not tell is no look: who fails is met again on the next run, behind those that nobody tried yet.
    """
    looked = Check.objects.told().filter(article=OuterRef("pk"), at__gte=since)
    public = Document.objects.public().filter(article=OuterRef("pk"))
    rows = Article.objects.filter(Exists(public), ~Exists(looked), url__isnull=False)
    rows = rows.filter(outlet__slug=outlet) if outlet else rows
    return rows.annotate(last=Max("checks__at")).order_by(F("last").asc(nulls_first=True), "id")


def recheck_all(since: datetime, *, outlet: str = "", limit: int | None = None, pace: Pace | None = None) -> Iterator[Check]:
    """Look at all that are due, one after another; each is kept before the next is asked for.

    Pages that were made before tell of it from the first look on, then once a minute, and when the run ends: they would be made anew
    after every look otherwise, and a run that is killed would never tell.
    """
    pace, telling = pace or our_pace(), _Telling()
    try:
        for pk in list(due(since, outlet=outlet).values_list("pk", flat=True)[:limit]):
            article = Article.objects.get(pk=pk)
            if article.is_public:  # still
                check = _look(article, None, timezone.now(), pace)
                telling.of(check)
                yield check
    finally:
        telling.end()


class _Telling:
    """Raises the archive's revision for the looks of a run, at most once in SECONDS_UNTOLD."""

    def __init__(self) -> None:
        self.told_at, self.waits = -inf, False

    def of(self, check: Check) -> None:
        self.waits |= check.outcome != CheckOutcome.UNKNOWN
        if monotonic() - self.told_at >= SECONDS_UNTOLD:
            self.end()

    def end(self) -> None:
        if self.waits:
            ArchiveState.raise_revision()
            self.told_at, self.waits = monotonic(), False


def recheck(article: Article, *, by: User | None = None, at: datetime | None = None, pace: Pace | None = None) -> Check:
    """Fetch the article once more and keep what was found. Refuses one that is not public, or has no address."""
    if by is not None:
        allow(by, "add_document")
    check = _look(article, by, at or timezone.now(), pace)
    if check.outcome != CheckOutcome.UNKNOWN:
        ArchiveState.raise_revision()
    return check


def _look(article: Article, by: User | None, at: datetime, pace: Pace | None) -> Check:
    if not article.url or not article.is_public:
        raise Refused(gettext("Only a public article with an address is looked up again."))
    pace = pace or our_pace()
    try:
        with one_of_many(article.url, Unfetched):
            page = pace.visit(article.url)
            if _leads_to_the_front_page(article, page):
                return _gone(article, by, at, "The address leads to the front page.")
            found = page_read(page, at=at)
            return _compared(article, found, page, by, at)
    except Missing as missing:
        return _gone(article, by, at, str(missing))
    except (Unfetched, Refused) as refusal:  # also one of taking it in: the articles behind it want their turn
        return Check.objects.create(article=article, by=by, at=at, outcome=CheckOutcome.UNKNOWN, words=str(refusal)[:500])


def _compared(article: Article, found: ReadText, page: Page, by: User | None, at: datetime) -> Check:
    """The same text was seen again; another one is a new capture of the article."""
    standing = article.standing()
    if standing and reads_the_same(standing.text, found.text):
        return _seen(article, standing, CheckOutcome.SAME, by, at)
    ready = make_ready(found, page.body, Provenance(outlet=article.outlet, url=article.url or ""))
    try:
        with transaction.atomic():
            ArchiveState.take_turn()
            return _seen(article, enter(ready, by=by, at=at), CheckOutcome.CHANGED, by, at)
    except AlreadyHere as here:
        if here.document.article_id != article.pk:
            return Check.objects.create(article=article, by=by, at=at, outcome=CheckOutcome.UNKNOWN, words=str(here)[:500])
        return _seen(article, here.document, CheckOutcome.CHANGED, by, at)  # as it was at an earlier time


@transaction.atomic
def _seen(article: Article, document: Document, outcome: CheckOutcome, by: User | None, at: datetime) -> Check:
    ArchiveState.take_turn()  # what is read of Checks in their order is complete then
    sightings.saw_again(document, at=at)
    return Check.objects.create(article=article, by=by, at=at, outcome=outcome, document=document)


@transaction.atomic
def _gone(article: Article, by: User | None, at: datetime, words: str) -> Check:
    ArchiveState.take_turn()
    sightings.missed(article, at=at)
    return Check.objects.create(article=article, by=by, at=at, outcome=CheckOutcome.GONE, words=words[:500])


def _leads_to_the_front_page(article: Article, page: Page) -> bool:
    """What many sites do in place of saying that a page is gone."""
    asked, found = urlsplit(article.url), urlsplit(page.url)
    return asked.path not in ("", "/") and found.path in ("", "/") and not found.query
