"""Stage 1: take one text in, unchanged, and only once.

The same Article with the same text is refused with a link to what is here; the same text of another Outlet is kept and marked as wire copy;
the same text under another address of one Outlet is kept unmarked, for it may be an article of its own.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, URLValidator
from django.db import connection, transaction
from django.utils import timezone

from archive.acts import allow, record, save_valid
from archive.copies import propose
from archive.edtf import EdtfError, parse
from archive.enums import ArticleKind, Verb, ZoneSource
from archive.errors import Refused
from archive.extraction import Extraction, Stated, extract
from archive.fetching import canonical
from archive.fetching.spellings import address_key
from archive.models import Article, Document, Outlet, User
from archive.models.fields import folded, free_slug
from archive.reading import ReadText, Refusal, Unreadable, read
from archive.sightings import carry_over


class AlreadyHere(Refused):
    """The archive has this text of this article already."""

    def __init__(self, document: Document):
        super().__init__(f"Already here: “{document}”, captured {document.captured_at:%d %B %Y}.")
        self.document = document


@dataclass(frozen=True)
class Source:
    """Where a text comes from, as far as the one who brings it knows."""

    outlet: Outlet | None = None
    url: str = ""
    published: str = ""
    title: str = ""
    kind: str = ArticleKind.ARTICLE
    file_name: str = ""
    form: str = ""  # of the bytes; empty: as their beginning or the file's name tells


def known_by_bytes(raw: bytes, outlet: str = "") -> Document | None:
    """The document of these very bytes, of the outlet of this name if one is given: it need not be read again to be refused."""
    rows = Document.objects.filter(raw_sha256=hashlib.sha256(raw).hexdigest())
    rows = rows.filter(article__outlet__name_key=folded(outlet)) if outlet else rows
    return rows.defer("raw", "text").order_by("id").first()


def read_file(raw: bytes, source: Source = Source(), *, charset: str = "", at: datetime | None = None) -> Iterator[ReadText | Refusal]:
    """The documents in a file: one, or those of a feed or a web archive. Reading may take a second or two: do it outside a transaction."""
    today = (at or timezone.now()).date()
    try:
        yield from read(raw, source.file_name, today=today, form=source.form, charset=charset, address=source.url)
    except Unreadable as error:
        raise Refused(str(error)) from error


def capture(raw: bytes, source: Source = Source(), *, by: User | None = None, at: datetime | None = None) -> Document:
    """One Document of these bytes. Refuses what can't be read, what is here already, and a date or address that is none."""
    if by is not None:
        allow(by, "add_document")
    expect_date_and_address(source)
    found = list(read_file(raw, source, at=at))
    if len(found) != 1:
        raise Refused(f"The file holds {len(found)} documents. Capture it as a file, and each of them is taken in.")
    if isinstance(found[0], Refusal):
        raise Refused(found[0].sentence)
    return take_in(found[0], raw, source, by=by, at=at)


@transaction.atomic
def take_in(found: ReadText, raw: bytes, source: Source = Source(), *, by: User | None = None, at: datetime | None = None) -> Document:
    """One Document of what was read in these bytes (or in those of its own, where the file holds several)."""
    if by is not None:
        allow(by, "add_document")
    at, raw = at or timezone.now(), raw if found.raw is None else found.raw
    source = _with_address(source, found.address)
    expect_date_and_address(source)
    outlet = source.outlet or Outlet.objects.named(found.site).first()
    known_zone = outlet.time_zone if outlet else None
    extraction = extract(
        found.text, published=source.published or None, outlet_zones=Outlet.objects.zones(), outlet_zone=known_zone, stated=stated_by(found)
    )
    outlet = outlet or _named_outlet(extraction)
    digest = hashlib.sha256(found.text.encode()).hexdigest()
    _hold(digest, source.url and address_key(source.url))
    known = _expect_new(digest, outlet, source.url)
    document = Document(
        article=_article(source, outlet), text=found.text, sha256=digest, raw=raw, raw_sha256=hashlib.sha256(raw).hexdigest(),
        encoding=found.encoding, encoding_source=found.encoding_source, form=found.form, file_name=source.file_name[:255],
        locators=[[one.start, one.end, one.words] for one in found.locators],
        published_readings=[[one.edtf, one.source] for one in found.published_readings],
        captured_at=at, captured_by=by, wire_copy_of=known,
    )  # fmt: skip
    _take_over(document, extraction, source)
    document.supersedes = document.article.documents.newest().first() if document.article.pk else None
    document.article.save()
    document.save()
    if document.supersedes:
        carry_over(document, at=at)
    propose(document)
    seen = {"seen": found.seen} if found.seen else {}  # when a web archive fetched it
    record(Verb.CAPTURED, document, by=by, at=at, sha256=digest, wire_copy_of=known.public_id if known else None, **seen)
    return document


def stated_by(found: ReadText) -> Stated:
    """What the page says of itself, as extraction wants it."""
    readings = tuple(one.edtf for one in found.published_readings)
    return Stated(found.title, found.site, found.author, found.language, found.published, readings)


def _with_address(source: Source, address: str) -> Source:
    """A page may say where it stands; who brings it knows better, and what is no address is left out. Kept in its canonical form."""
    try:
        found = source.url or (address and _expect_address(address))
    except ValidationError:
        found = ""
    return replace(source, url=canonical(found))


def named_outlet(name: str, *, by: User | None = None) -> Outlet:
    """The Outlet of this name, entered if there is none; its time zone and policy are for a person to set."""
    outlet = Outlet.objects.named(name).first()
    if outlet is None:
        outlet = Outlet(name=" ".join(name.split()), slug=free_slug(Outlet, name))
        save_valid(outlet)
        record(Verb.ENTERED, outlet, by=by, name=outlet.name)
    return outlet


def _named_outlet(found: Extraction) -> Outlet | None:
    return Outlet.objects.named(found.outlet.name).first() if found.outlet else None


def _expect_address(url: str) -> str:
    URLValidator(schemes=["http", "https"])(url)
    MaxLengthValidator(Article._meta.get_field("url").max_length)(url)
    return url


def expect_date_and_address(source: Source) -> None:
    """Refuses a date that is none, and an address that is none."""
    try:
        if source.published:
            parse(source.published)
        if source.url:
            _expect_address(source.url)
    except EdtfError as error:
        raise Refused(f"Publication date: {error}") from error
    except ValidationError as error:
        raise Refused(f"“{source.url[:200]}” is no web address. Write it as https://….") from error


def _hold(*keys: str) -> None:
    """Two captures of one text or page at once wait for each other. SQLite holds the whole file already."""
    if connection.vendor == "postgresql":
        numbers = sorted(int.from_bytes(bytes.fromhex(key)[:8], signed=True) for key in keys if key)
        with connection.cursor() as cursor:
            for number in numbers:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [number])


def _expect_new(digest: str, outlet: Outlet | None, url: str) -> Document | None:
    """Refuse the same text of the same article; return the earliest document of the same text in another outlet, if any.

    Two texts are of one article when address or outlet agree, or when one side doesn't say.
    """
    same = list(Document.objects.filter(sha256=digest).select_related("article__outlet").defer("raw").order_by("id"))
    for document in same:
        article = document.article
        is_same_page = bool(url and article.url and address_key(url) == article.address_key)
        same_outlet = not outlet or not article.outlet or outlet == article.outlet
        if is_same_page or (same_outlet and not (url and article.url)):
            raise AlreadyHere(document)
    return next((document for document in same if outlet and document.outlet and document.outlet != outlet), None)


def _article(source: Source, outlet: Outlet | None) -> Article:
    """The Article of the page at this address, or a new one."""
    known = Article.objects.at(source.url).first()
    if known and outlet and known.outlet and known.outlet != outlet:
        raise Refused(f"This address is an article of {known.outlet}. Check the outlet, or the address.")
    article = known or Article(url=source.url or None, kind=source.kind)
    article.outlet = article.outlet or outlet
    return article


def _take_over(document: Document, found: Extraction, source: Source) -> None:
    """What extraction read off the text, behind what the one who brought it said."""
    document.title = (source.title or (found.title.text if found.title else ""))[:500]
    document.author = (found.author.name if found.author else "")[:200]
    document.outlet_printed = (found.outlet.name if found.outlet else "")[:200]
    document.language = found.language or ""
    if found.published:
        document.published = found.published.edtf or ""
        if found.published.start is not None:
            document.published_words = document.text[found.published.start : found.published.end][:200]
        document.zone = found.published.zone or ""
        document.zone_source = ZoneSource(found.published.zone_source)
