"""Looking again at public articles: still there, changed (then captured anew) or gone. Asked for by a person, polite to each site.

An article that was looked at since a given time is passed over, so that a run which was cut short goes on where it stopped.
"""

from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urlsplit

from django.db import transaction
from django.db.models import Exists, Max, OuterRef, QuerySet
from django.utils import timezone

from archive import sightings
from archive.acts import allow
from archive.capture import AlreadyHere, Source, take_in
from archive.collecting import our_visitor, page_read
from archive.enums import CheckOutcome
from archive.errors import Refused
from archive.fetching import Missing, Pace, Page, Unfetched
from archive.models import Article, Check, Document, User
from archive.reading import ReadText


def due(since: datetime, *, outlet: str = "") -> QuerySet[Article]:
    """Public articles with an address that nobody looked at since then; those looked at longest ago first."""
    looked = Check.objects.filter(article=OuterRef("pk"), at__gte=since)
    public = Document.objects.public().filter(article=OuterRef("pk"))
    rows = Article.objects.filter(Exists(public), ~Exists(looked), url__isnull=False)
    rows = rows.filter(outlet__slug=outlet) if outlet else rows
    return rows.annotate(last=Max("checks__at")).order_by("last", "id")


def recheck_all(since: datetime, *, outlet: str = "", limit: int | None = None, pace: Pace | None = None) -> Iterator[Check]:
    """Look at all that are due, one after another; each is kept before the next is asked for."""
    pace = pace or Pace(our_visitor())
    for pk in list(due(since, outlet=outlet).values_list("pk", flat=True)[:limit]):
        yield recheck(Article.objects.get(pk=pk), pace=pace)


def recheck(article: Article, *, by: User | None = None, at: datetime | None = None, pace: Pace | None = None) -> Check:
    """Fetch the article once more and keep what was found. Refuses one that is not public, or has no address."""
    if by is not None:
        allow(by, "add_document")
    if not article.url or not article.is_public:
        raise Refused("Only a public article with an address is looked up again.")
    pace, at = pace or Pace(our_visitor()), at or timezone.now()
    try:
        page = pace.visit(article.url)
        if _leads_to_the_front_page(article, page):
            return _gone(article, by, at, "The address leads to the front page.")
        found = page_read(page, at=at)
        return _compared(article, found, page, by, at)
    except Missing as missing:
        return _gone(article, by, at, str(missing))
    except (Unfetched, Refused) as refusal:  # also one of taking it in: the articles behind it want their turn
        return Check.objects.create(article=article, by=by, at=at, outcome=CheckOutcome.UNKNOWN, words=str(refusal)[:500])


@transaction.atomic
def _compared(article: Article, found: ReadText, page: Page, by: User | None, at: datetime) -> Check:
    """The same text was seen again; another one is a new capture of the article."""
    newest = article.documents.newest().defer("raw").first()
    if found.text == newest.text:
        sightings.saw_again(newest, at=at)
        return Check.objects.create(article=article, by=by, at=at, outcome=CheckOutcome.SAME, document=newest)
    try:
        document = take_in(found, page.body, Source(outlet=article.outlet, url=article.url), by=by, at=at)
    except AlreadyHere as here:
        if here.document.article_id != article.pk:
            return Check.objects.create(article=article, by=by, at=at, outcome=CheckOutcome.UNKNOWN, words=str(here)[:500])
        document = here.document  # as it was at an earlier time
    sightings.saw_again(document, at=at)
    return Check.objects.create(article=article, by=by, at=at, outcome=CheckOutcome.CHANGED, document=document)


@transaction.atomic
def _gone(article: Article, by: User | None, at: datetime, words: str) -> Check:
    sightings.missed(article, at=at)
    return Check.objects.create(article=article, by=by, at=at, outcome=CheckOutcome.GONE, words=words[:500])


def _leads_to_the_front_page(article: Article, page: Page) -> bool:
    """What many sites do in place of saying that a page is gone."""
    asked, found = urlsplit(article.url), urlsplit(page.url)
    return asked.path not in ("", "/") and found.path in ("", "/") and not found.query
