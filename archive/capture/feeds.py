"""Stage 1 by feed: what a feed lists and the archive has not is fetched and taken in. Polling twice takes nothing twice.

What a feed's server said of its version (ETag, Last-Modified) is kept only when every entry is settled, so that one which could not be
fetched now is met again. A poll fetches so many pages and takes so long at most; what it leaves, the next one takes, soon after.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone

from archive.acts import allow, record, save_valid
from archive.capture import AlreadyHere, take_in
from archive.capture.pages import documents_of, our_pace, page_read
from archive.capture.provenance import Source
from archive.enums import DocumentForm, Verb
from archive.errors import Refused, Unforeseen, one_of_many
from archive.fetching import Busy, Pace, Page, Unfetched, canonical, same_site
from archive.fetching.spellings import address_key
from archive.models import Article, Document, Feed, User
from archive.models.feed import LEAST
from archive.reading import ReadText, Refusal

LONGEST_PAUSE = timedelta(days=1)  # between polls of a feed that keeps failing
MOST_FAILURES = 10
LEFT = "left"
MOST_FETCHED = 100  # pages a poll
LONGEST_POLL = 300.0  # seconds after which no other page is begun: a site may want two minutes between two pages


@dataclass(frozen=True)
class Settled:
    """What became of an entry. `again` when the next poll is to try it once more."""

    address: str
    words: str
    document: Document | None = None
    is_refused: bool = False
    again: bool = False


def feed_at(url: str, *, by: User | None = None) -> Feed:
    """The Feed at this address, entered if there is none; one that is entered here is polled when asked, not again and again."""
    if by is not None:
        allow(by, "add_feed")
    feed = Feed.objects.filter(url=canonical(url)).first()
    if feed is None:
        feed = Feed(url=url, is_followed=False)
        save_valid(feed)
        record(Verb.ENTERED, feed, by=by, words=feed.url)
    return feed


def claim_due(at: datetime | None = None) -> list[Feed]:
    """The followed feeds whose time has come, each for one caller alone: its next time is set before it is polled."""
    at = at or timezone.now()
    due = list(Feed.objects.due(at))
    return [feed for feed in due if Feed.objects.due(at).filter(pk=feed.pk).update(next_poll_at=at + timedelta(minutes=feed.every))]


def poll(feed: Feed, *, by: User | None = None, at: datetime | None = None, pace: Pace | None = None) -> Iterator[Settled]:
    """Read the feed and settle its entries one by one; yields what became of each. Refuses when the feed itself can't be read."""
    if by is not None:
        allow(by, "add_document")
    at, pace = at or timezone.now(), pace or our_pace()
    began = pace.clock()
    try:
        with one_of_many(feed.url, Unfetched):
            page = pace.visit(feed.url, etag=feed.etag, last_modified=feed.last_modified)
            entries = [] if page.is_unchanged else documents_of(page, form=DocumentForm.FEED, at=at)
    except (Unfetched, Refused) as refusal:
        _note_failure(feed, at, str(refusal))
        raise Refused(str(refusal)) from refusal
    settled, tried = [], 0
    turns = {key: turn for turn, key in enumerate(feed.put_off)}
    for entry in sorted(entries, key=lambda one: turns.get(_key(one), -1)):  # what failed comes behind what is new
        one = _without_asking(entry, feed)
        if one is None and tried < MOST_FETCHED and pace.clock() - began < LONGEST_POLL:
            tried += 1
            one = _asked(entry, feed, page, pace, by, at)
        settled.append(one or Settled(canonical(entry.address), LEFT, again=True))
        if one:
            yield one
    left = sum(one.words == LEFT for one in settled)
    _note(feed, at, page, settled, left)
    if left:
        yield Settled(feed.url, f"{left} of {len(entries)} entries are left for the next poll", again=True)


def _key(entry: ReadText | Refusal) -> str:
    return address_key(canonical(entry.address))


def _without_asking(entry: ReadText | Refusal, feed: Feed) -> Settled | None:
    """What became of an entry of which we know without asking anybody."""
    address = canonical(entry.address)
    if isinstance(entry, Refusal):
        return Settled(address, entry.sentence, is_refused=True)
    if address and address_key(address) in feed.passed_over:
        return Settled(address, "refused before", is_refused=True)
    is_here = Q(article__in=Article.objects.at(address)) | Q(pk=feed.elsewhere.get(address_key(address)))
    known = Document.objects.filter(is_here).select_related("article").defer("raw", "text").first()
    return Settled(address, "already here", known) if known else None


def _asked(entry: ReadText, feed: Feed, page: Page, pace: Pace, by: User | None, at: datetime) -> Settled:
    address = canonical(entry.address)
    try:
        with one_of_many(address or feed.url, Unfetched):
            document = _taken(entry, address, feed, page, pace, by, at)
    except AlreadyHere as here:
        return Settled(address, "already here", here.document)
    except (Busy, Unforeseen) as refusal:
        return Settled(address, str(refusal), is_refused=True, again=True)
    except (Unfetched, Refused) as refusal:
        return Settled(address, str(refusal), is_refused=True)
    return Settled(address, "captured", document)


def _taken(entry: ReadText, address: str, feed: Feed, page: Page, pace: Pace, by: User | None, at: datetime) -> Document:
    """The page that the entry leads to; of an entry that leads nowhere, its own text."""
    if not address:
        return take_in(entry, page.body, Source(outlet=feed.outlet), by=by, at=at)
    linked = pace.visit(address)
    is_own = same_site(linked.url, feed.url) or (feed.outlet and same_site(linked.url, feed.outlet.homepage))
    source = Source(outlet=feed.outlet if is_own else None, published=entry.published)
    return take_in(page_read(linked, at=at), linked.body, source, by=by, at=at)


def _note(feed: Feed, at: datetime, page: Page, settled: list[Settled], left: int) -> None:
    """What was seen, and when to look again. Columns that no form shows: the version that editors' forms compare stays."""
    passed_over = [address_key(one.address) for one in settled if one.is_refused and not one.again and one.address]
    left_again = [address_key(one.address) for one in settled if one.words == LEFT]
    failed = [address_key(one.address) for one in settled if one.is_refused and one.again]
    put_off = [key for key in left_again if key in feed.put_off] + failed  # who had no turn comes before who had one
    here = [(one.document, address_key(one.address)) for one in settled if one.document and one.address]
    is_settled = not any(one.again for one in settled)
    seen = {} if page.is_unchanged else {
        "passed_over": passed_over, "put_off": put_off,
        "elsewhere": {key: document.pk for document, key in here if document.article.address_key != key},
        "etag": page.etag if is_settled else "", "last_modified": page.last_modified if is_settled else "",
    }  # fmt: skip
    pause = timedelta(minutes=LEAST if left else feed.every)
    _keep(feed, at, failures=0, outcome=_outcome(page, settled, left), next_poll_at=at + pause, **seen)


def _note_failure(feed: Feed, at: datetime, why: str) -> None:
    """A feed that keeps failing is asked less and less often."""
    failures = min(feed.failures + 1, MOST_FAILURES)
    pause = min(timedelta(minutes=feed.every) * 2**failures, max(LONGEST_PAUSE, timedelta(minutes=feed.every)))
    _keep(feed, at, failures=failures, outcome=why[:500], next_poll_at=at + pause)


def _keep(feed: Feed, at: datetime, **seen) -> None:
    Feed.objects.filter(pk=feed.pk).update(polled_at=at, **seen)
    feed.refresh_from_db()


def _outcome(page: Page, settled: list[Settled], left: int) -> str:
    if page.is_unchanged:
        return "unchanged"
    captured = sum(one.words == "captured" for one in settled)
    refused = [one for one in settled if one.is_refused]
    why = f"; {refused[0].address}: {refused[0].words}" if refused else ""
    later = f", {left} left for the next poll" if left else ""
    return f"{len(settled)} entries: {captured} captured, {len(refused)} refused{later}{why}"[:500]
