"""Stage 1: take one text in, unchanged, and only once.

The same Article with the same text is refused with a link to what is here; the same text of another Outlet is kept and marked as wire copy;
the same text under another address of one Outlet is kept unmarked, for it may be an article of its own. What a page says of its own address
and outlet is believed as far as `provenance` tells.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext

from archive.acts import allow, record
from archive.capture import copies, notices
from archive.capture.provenance import UNKNOWN, Provenance, believed, expect_date_and_address, expect_own_place, with_address
from archive.capture.sightings import carry_over
from archive.enums import Verb, ZoneSource
from archive.errors import Refused
from archive.extraction import Head, Stated, read_head
from archive.extraction.page.notices import Notice, notice_in
from archive.fetching.spellings import address_key
from archive.matching.sketches import sketch_of
from archive.models import ArchiveState, Article, Document, Outlet, User
from archive.models.fields import folded
from archive.reading import ReadText, Refusal, Unreadable, read


class AlreadyHere(Refused):
    """The archive has this text of this article already."""

    def __init__(self, document: Document):
        told = gettext("Already here: “%(document)s”, captured %(day)s.")
        super().__init__(told % {"document": document, "day": f"{document.captured_at:%d %B %Y}"})
        self.document = document


class HeadReader(Protocol):
    """Reads what a text says of itself, as `read_head` does. Tests hand in others, that fail or watch."""

    def __call__(
        self, text: str, /, *, published: str | None, outlet_zones: Mapping[str, str], outlet_zone: str | None, stated: Stated
    ) -> Head: ...


def known_by_bytes(raw: bytes, outlet: str = "") -> Document | None:
    """The document of these very bytes, of the outlet of this name if one is given: it need not be read again to be refused."""
    rows = Document.objects.filter(raw_sha256=hashlib.sha256(raw).hexdigest())
    rows = rows.filter(article__outlet__name_key=folded(outlet)) if outlet else rows
    return rows.defer("raw", "text").order_by("id").first()


def read_file(
    raw: bytes, provenance: Provenance = UNKNOWN, *, charset: str = "", at: datetime | None = None
) -> Iterator[ReadText | Refusal]:
    """The documents in a file: one, or those of a feed or a web archive. Reading may take a second or two: do it outside a transaction."""
    today = (at or timezone.now()).date()
    try:
        charset = charset or provenance.charset
        yield from read(raw, provenance.file_name, today=today, form=provenance.form, charset=charset, address=provenance.url)
    except Unreadable as error:
        raise Refused(str(error)) from error


def capture(raw: bytes, provenance: Provenance = UNKNOWN, *, by: User | None = None, at: datetime | None = None) -> Document:
    """One Document of these bytes. Refuses what can't be read, what is here already, and a date or address that is none."""
    if by is not None:
        allow(by, "add_document")
    expect_date_and_address(provenance)
    found = list(read_file(raw, provenance, at=at))
    if len(found) != 1:
        raise Refused(
            gettext("The file holds %(count)s documents. Capture it as a file, and each of them is taken in.") % {"count": len(found)}
        )
    if isinstance(found[0], Refusal):
        raise Refused(found[0].sentence)
    return take_in(found[0], raw, provenance, by=by, at=at)


@dataclass(frozen=True)
class Ready:
    """One text with what is read off it. Whoever holds a transaction makes it ready before: from then on every other writer waits."""

    found: ReadText
    raw: bytes
    provenance: Provenance
    head: Head
    sketch: list[int]  # what nearly equal texts are found by
    notice: Notice | None  # with which its outlet corrects or retracts something


def take_in(
    found: ReadText, raw: bytes, provenance: Provenance = UNKNOWN, *, by: User | None = None, at: datetime | None = None,
    reader: HeadReader = read_head,
) -> Document:  # fmt: skip
    """One Document of what was read in these bytes (or in those of its own, where the file holds several)."""
    if by is not None:
        allow(by, "add_document")
    return enter(make_ready(found, raw, provenance, reader=reader), by=by, at=at)


def make_ready(found: ReadText, raw: bytes, provenance: Provenance = UNKNOWN, *, reader: HeadReader = read_head) -> Ready:
    """Read off the text what it says of itself. Refuses a date and an address that are none."""
    provenance = with_address(provenance, found)
    expect_date_and_address(provenance)
    outlet = provenance.outlet or believed(Outlet.objects.named(found.site).first(), provenance)
    head = reader(
        found.text, published=provenance.published or None, outlet_zones=Outlet.objects.zones(),
        outlet_zone=outlet.time_zone if outlet else None, stated=stated_by(found),
    )  # fmt: skip
    notice = notice_in(found.text, _title(provenance, head))
    return Ready(found, raw if found.raw is None else found.raw, provenance, head, sketch_of(found.text), notice)


@transaction.atomic
def enter(ready: Ready, *, by: User | None = None, at: datetime | None = None) -> Document:
    """The Document of a text that was made ready. Refuses what is here already."""
    ArchiveState.take_turn()
    if by is not None:
        allow(by, "add_document")
    at, found = at or timezone.now(), ready.found
    digest = _digest(found.text)
    _hold(digest, *(address_key(url) for url in {ready.provenance.url, ready.provenance.fetched} if url))
    place = place_of(ready)
    document = document_of(ready, place, by=by, at=at)
    has_captures = document.article.pk is not None
    document.article.save()
    document.save()
    if has_captures:
        _put_in_order(document, at)
    copies.propose(document, ready.sketch)
    notices.propose(document, ready.notice)
    seen = {"seen": found.seen} if found.seen else {}  # when a web archive fetched it
    seen |= {"fetched": found.fetched} if found.fetched and found.fetched != document.article.url else {}
    record(Verb.CAPTURED, document, by=by, at=at, sha256=digest, wire_copy_of=place.copied.public_id if place.copied else None, **seen)
    return document


@dataclass(frozen=True)
class Place:
    """Where a text stands, or would: what is believed of where it comes from, its article, and the document whose text it is again."""

    provenance: Provenance
    article: Article
    copied: Document | None


def place_of(ready: Ready) -> Place:
    """Refuses what is here already, and an address at which something else stands. Changes nothing."""
    outlet = _outlet_of(ready)
    provenance = ready.provenance if ready.provenance.version_of else expect_own_place(ready.provenance, ready.found.text)
    known = _expect_new(_digest(ready.found.text), outlet, provenance)
    return Place(provenance, _article(provenance, outlet), known)


def document_of(ready: Ready, place: Place, *, by: User | None, at: datetime) -> Document:
    """The Document that stands there, not saved yet."""
    found, provenance = ready.found, place.provenance
    document = Document(
        article=place.article, text=found.text, sha256=_digest(found.text),
        raw=ready.raw, raw_sha256=hashlib.sha256(ready.raw).hexdigest(),
        encoding=found.encoding, encoding_source=found.encoding_source, form=found.form, file_name=provenance.file_name[:255],
        locators=[[one.start, one.end, one.words] for one in found.locators],
        published_readings=[[one.edtf, one.source] for one in found.published_readings],
        seen_on=min(date.fromisoformat(found.seen), at.date()) if found.seen else None,
        captured_at=at, captured_by=by, wire_copy_of=place.copied,
    )  # fmt: skip
    _take_over(document, ready.head, provenance)
    return document


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _put_in_order(document: Document, at: datetime) -> None:
    """Each capture of the article supersedes the one seen before it. One that was seen earlier than others came here late: it takes its
    place among them, and tells nothing of whether words still stand."""
    captures = document.article.documents_as_seen()
    before = dict(zip(captures, [None, *captures], strict=False))
    wrong = [one for one in captures if one.supersedes_id != getattr(before[one], "pk", None)]
    if wrong:
        Document.objects.filter(pk__in=[one.pk for one in wrong]).update(supersedes=None)  # nothing is superseded twice meanwhile
    for one in wrong:
        Document.objects.filter(pk=one.pk).update(supersedes=before[one])
    if Document.objects.public().filter(pk__in=[one.pk for one in wrong]).exists():
        ArchiveState.raise_revision()  # which capture it supersedes is public
    document.supersedes = before[document]
    if captures[-1] == document and len(captures) > 1 and not document.article.was_looked_at_after(document.seen_day):
        carry_over(document, at=at)


def stated_by(found: ReadText) -> Stated:
    """What the page says of itself, as extraction wants it."""
    readings = tuple(one.edtf for one in found.published_readings)
    return Stated(found.title, found.site, found.author, found.language, found.published, readings)


def _outlet_of(ready: Ready) -> Outlet | None:
    """Whose text it is: as who brings it says; else as the page says of itself, or the text, where that can be believed."""
    printed = ready.head.outlet
    named = Outlet.objects.named(ready.found.site).first() or (Outlet.objects.named(printed.name).first() if printed else None)
    return ready.provenance.outlet or believed(named, ready.provenance)


def _hold(*keys: str) -> None:
    """Two captures of one text or page at once wait for each other. SQLite holds the whole file already."""
    if connection.vendor == "postgresql":
        numbers = sorted(int.from_bytes(bytes.fromhex(key)[:8], signed=True) for key in keys if key)
        with connection.cursor() as cursor:
            for number in numbers:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [number])


def _expect_new(digest: str, outlet: Outlet | None, provenance: Provenance) -> Document | None:
    """Refuse the same text of the same article; return the earliest document of the same text in another outlet, if any."""
    keys = list(Document.objects.filter(sha256=digest).order_by("id").values_list("pk", flat=True))
    rows = Document.objects.select_related("article__outlet").defer("raw").in_bulk(keys) if keys else {}
    same = [rows[key] for key in keys]
    for document in same:
        if document.article == provenance.version_of or _may_be_of(document.article, outlet, provenance.url):
            raise AlreadyHere(document)
    return next((document for document in same if outlet and document.outlet and document.outlet != outlet), None)


def _may_be_of(article: Article, outlet: Outlet | None, url: str) -> bool:
    """Two texts are of one article when their addresses agree; without both of these, when the outlets do, or one side doesn't say."""
    if url and article.url:
        return address_key(url) == article.address_key
    return not outlet or not article.outlet or outlet == article.outlet


def _article(provenance: Provenance, outlet: Outlet | None) -> Article:
    """The Article that it is said to be a version of, or of the page at this address, or a new one."""
    known = provenance.version_of or Article.objects.at(provenance.url).first()
    if known and outlet and known.outlet and known.outlet != outlet:
        raise Refused(gettext("This address is an article of %(outlet)s. Check the outlet, or the address.") % {"outlet": known.outlet})
    article = known or Article(url=provenance.url or None, kind=provenance.kind)
    article.outlet = article.outlet or outlet
    return article


def _title(provenance: Provenance, head: Head) -> str:
    return (provenance.title or (head.title.text if head.title else ""))[:500]


def _take_over(document: Document, head: Head, provenance: Provenance) -> None:
    """What extraction read off the text, behind what the one who brought it said."""
    document.title = _title(provenance, head)
    document.author = (head.author.name if head.author else "")[:200]
    document.outlet_printed = (head.outlet.name if head.outlet else "")[:200]
    document.language = provenance.language or head.language or ""
    if head.published:
        document.published = head.published.edtf or ""
        if head.published.start is not None:
            document.published_words = document.text[head.published.start : head.published.end][:200]
        document.zone = head.published.zone or ""
        document.zone_source = ZoneSource(head.published.zone_source)
