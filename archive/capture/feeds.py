"""Stage 1 by feed: what a feed lists and the archive has not is fetched and taken in. Polling twice takes nothing twice.

What a feed's server said of its version (ETag, Last-Modified) is kept only when every entry is settled, so that one which could not be
fetched now is met again. A poll fetches so many pages and takes so long at most; what it leaves, the next one takes, soon after.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone

from archive.acts import allow, record, save_valid
from archive.capture import AlreadyHere, take_in
from archive.capture.pages import documents_of, our_pace, page_read
from archive.capture.provenance import Provenance
from archive.enums import DocumentForm, Verb
from archive.errors import Refused, Unforeseen, one_of_many
from archive.fetching import Busy, Pace, Page, Unfetched, canonical, same_site
from archive.fetching.spellings import address_key
from archive.models import Article, Document, Event, Feed, User
from archive.models.outlet import LEAST
from archive.reading import ReadText, Refusal

LONGEST_PAUSE = timedelta(days=1)  # between polls of a feed that keeps failing
MOST_FAILURES = 10
LEFT = "left"
MOST_FETCHED = 100  # pages a poll
LONGEST_POLL = 300.0  # seconds after which no other page is begun: a site may want two minutes between two pages


@dataclass(frozen=True)
class EntryOutcome:
    """What became of an entry. `again` when the next poll is to try it once more."""

    address: str
    words: str
    document: Document | None = None
    is_refused: bool = False
    again: bool = False

    @property
    def key(self) -> str:
        return address_key(self.address)

    @property
    def is_left(self) -> bool:
        """Whether it had no turn."""
        return self.words == LEFT

    @property
    def is_passed_over(self) -> bool:
        """Whether nobody need ask for this address again."""
        return self.is_refused and not self.again and bool(self.address)

    @property
    def leads_to(self) -> Document | None:
        """The document of its page where that is known under another address."""
        is_elsewhere = self.document and self.address and self.document.article.address_key != self.key
        return self.document if is_elsewhere else None


@dataclass(frozen=True)
class Poll:
    """One look at a feed: what its server answered, who asks and when, and how fast and until when more may be asked for."""

    feed: Feed
    page: Page
    by: User | None
    at: datetime
    pace: Pace
    ends: float  # by the clock of the pace

    @property
    def goes_on(self) -> bool:
        return self.pace.clock() < self.ends


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


def poll(feed: Feed, *, by: User | None = None, at: datetime | None = None, pace: Pace | None = None) -> Iterator[EntryOutcome]:
    """Read the feed and settle its entries one by one; yields what became of each. Refuses when the feed itself can't be read."""
    if by is not None:
        allow(by, "add_document")
    at, pace = at or timezone.now(), pace or our_pace()
    ends = pace.clock() + LONGEST_POLL
    page, entries = _read(feed, pace, at)
    look, outcomes = Poll(feed, page, by, at, pace, ends), []
    for outcome in _settled(entries, look):
        outcomes.append(outcome)
        if not outcome.is_left:
            yield outcome
    left = sum(one.is_left for one in outcomes)
    _note(look, outcomes, left)
    if left:
        yield EntryOutcome(feed.url, f"{left} of {len(entries)} entries are left for the next poll", again=True)


def _read(feed: Feed, pace: Pace, at: datetime) -> tuple[Page, list[ReadText | Refusal]]:
    try:
        with one_of_many(feed.url, Unfetched):
            page = pace.visit(feed.url, etag=feed.etag, last_modified=feed.last_modified)
            return page, [] if page.is_unchanged else documents_of(page, form=DocumentForm.FEED, at=at)
    except (Unfetched, Refused) as refusal:
        _note_failure(feed, at, str(refusal))
        raise Refused(str(refusal)) from refusal


def _settled(entries: list[ReadText | Refusal], look: Poll) -> Iterator[EntryOutcome]:
    """What failed before comes behind what is new; once so many pages were fetched, or time is up, the rest is left."""
    turns, tried = {key: turn for turn, key in enumerate(look.feed.put_off)}, 0
    for entry in sorted(entries, key=lambda one: turns.get(_key(one), -1)):
        known = _without_asking(entry, look.feed)
        if known:
            yield known
        elif isinstance(entry, ReadText) and tried < MOST_FETCHED and look.goes_on:
            tried += 1
            yield _asked(entry, look)
        else:
            yield EntryOutcome(canonical(entry.address), LEFT, again=True)


def _key(entry: ReadText | Refusal) -> str:
    return address_key(canonical(entry.address))


def _without_asking(entry: ReadText | Refusal, feed: Feed) -> EntryOutcome | None:
    """What became of an entry of which we know without asking anybody."""
    address = canonical(entry.address)
    if isinstance(entry, Refusal):
        return EntryOutcome(address, entry.sentence, is_refused=True)
    if address and address_key(address) in feed.passed_over:
        return EntryOutcome(address, "refused before", is_refused=True)
    is_here = Q(article__in=Article.objects.at(address)) | Q(pk=feed.elsewhere.get(address_key(address)))
    known = Document.objects.filter(is_here).select_related("article").defer("raw", "text").first()
    if known is None and _is_removed(address_key(address), feed):
        return EntryOutcome(address, "removed by an editor", is_refused=True)
    return EntryOutcome(address, "already here", known) if known else None


def _is_removed(key: str, feed: Feed) -> bool:
    """Whether an editor removed the page of this address, or of the one that it led to."""
    removed = Event.objects.filter(verb=Verb.REMOVED, object_type="document")
    return bool(key) and removed.filter(Q(detail__page=key) | Q(object_id=feed.elsewhere.get(key))).exists()


def _asked(entry: ReadText, look: Poll) -> EntryOutcome:
    address = canonical(entry.address)
    try:
        with one_of_many(address or look.feed.url, Unfetched):
            document = _taken(entry, address, look)
    except AlreadyHere as here:
        return EntryOutcome(address, "already here", here.document)
    except (Busy, Unforeseen) as refusal:
        return EntryOutcome(address, str(refusal), is_refused=True, again=True)
    except (Unfetched, Refused) as refusal:
        return EntryOutcome(address, str(refusal), is_refused=True)
    return EntryOutcome(address, "captured", document)


def _taken(entry: ReadText, address: str, look: Poll) -> Document:
    """The page that the entry leads to; of an entry that leads nowhere, its own text."""
    feed = look.feed
    if not address:
        return take_in(entry, look.page.body, Provenance(outlet=feed.outlet), by=look.by, at=look.at)
    linked = look.pace.visit(address)
    is_own = same_site(linked.url, feed.url) or (feed.outlet and same_site(linked.url, feed.outlet.homepage))
    provenance = Provenance(outlet=feed.outlet if is_own else None, published=entry.published)
    return take_in(page_read(linked, at=look.at), linked.body, provenance, by=look.by, at=look.at)


def _note(look: Poll, outcomes: list[EntryOutcome], left: int) -> None:
    """What was seen, and when to look again. Columns that no form shows: the version that editors' forms compare stays."""
    feed, page = look.feed, look.page
    seen = {} if page.is_unchanged else _seen(look, outcomes)
    pause = timedelta(minutes=LEAST if left else feed.every)
    _keep(feed, look.at, failures=0, outcome=_in_words(page, outcomes, left), next_poll_at=look.at + pause, **seen)


def _seen(look: Poll, outcomes: list[EntryOutcome]) -> dict[str, Any]:
    feed, page = look.feed, look.page
    left_again = [one.key for one in outcomes if one.is_left and one.key in feed.put_off]  # who had no turn comes before who had one
    failed = [one.key for one in outcomes if one.is_refused and one.again]
    is_settled = not any(one.again for one in outcomes)
    return {
        "passed_over": [one.key for one in outcomes if one.is_passed_over],
        "put_off": left_again + failed,
        "elsewhere": {one.key: one.leads_to.pk for one in outcomes if one.leads_to},
        "etag": page.etag if is_settled else "",
        "last_modified": page.last_modified if is_settled else "",
    }


def _note_failure(feed: Feed, at: datetime, why: str) -> None:
    """A feed that keeps failing is asked less and less often."""
    failures = min(feed.failures + 1, MOST_FAILURES)
    pause = min(timedelta(minutes=feed.every) * 2**failures, max(LONGEST_PAUSE, timedelta(minutes=feed.every)))
    _keep(feed, at, failures=failures, outcome=why[:500], next_poll_at=at + pause)


def _keep(feed: Feed, at: datetime, **seen: Any) -> None:
    Feed.objects.filter(pk=feed.pk).update(polled_at=at, **seen)
    feed.refresh_from_db()


def _in_words(page: Page, outcomes: list[EntryOutcome], left: int) -> str:
    if page.is_unchanged:
        return "unchanged"
    captured = sum(one.words == "captured" for one in outcomes)
    refused = [one for one in outcomes if one.is_refused]
    why = f"; {refused[0].address}: {refused[0].words}" if refused else ""
    later = f", {left} left for the next poll" if left else ""
    return f"{len(outcomes)} entries: {captured} captured, {len(refused)} refused{later}{why}"[:500]
