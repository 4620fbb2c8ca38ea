"""Stage 1: take one text in, unchanged, and only once.

The same Article with the same text is refused with a link to what is here; the same text of another Outlet is kept and marked as wire copy;
the same text under another address of one Outlet is kept unmarked, for it may be an article of its own.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, URLValidator
from django.db import transaction
from django.utils import timezone

from archive.acts import allow, record, save_valid
from archive.edtf import EdtfError, parse
from archive.enums import ArticleKind, Verb, ZoneSource
from archive.errors import Refused
from archive.extraction import Extraction, extract
from archive.models import Article, Document, Outlet, User
from archive.models.fields import free_slug
from archive.reading import Unreadable, read_plain


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


@transaction.atomic
def capture(raw: bytes, source: Source = Source(), *, by: User | None = None, at: datetime | None = None) -> Document:
    """One Document of these bytes. Refuses what can't be read as text, what is here already, and a date or address that is none."""
    if by is not None:
        allow(by, "add_document")
    at = at or timezone.now()
    _expect_date_and_address(source)
    try:
        read = read_plain(raw)
    except Unreadable as error:
        raise Refused(str(error)) from error
    known_zone = source.outlet.time_zone if source.outlet else None
    found = extract(read.text, published=source.published or None, outlet_zones=Outlet.objects.zones(), outlet_zone=known_zone)
    outlet = source.outlet or _named_outlet(found)
    digest = hashlib.sha256(read.text.encode()).hexdigest()
    known = _expect_new(digest, outlet, source.url)
    document = Document(
        article=_article(source, outlet), text=read.text, sha256=digest, raw=raw, raw_sha256=hashlib.sha256(raw).hexdigest(),
        encoding=read.encoding, file_name=source.file_name[:255], captured_at=at, captured_by=by, wire_copy_of=known,
    )  # fmt: skip
    _take_over(document, found, source)
    document.supersedes = document.article.documents.newest().first() if document.article.pk else None
    document.article.save()
    document.save()
    record(Verb.CAPTURED, document, by=by, at=at, sha256=digest, wire_copy_of=known.public_id if known else None)
    return document


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


def _expect_date_and_address(source: Source) -> None:
    try:
        if source.published:
            parse(source.published)
        if source.url:
            URLValidator(schemes=["http", "https"])(source.url)
            MaxLengthValidator(Article._meta.get_field("url").max_length)(source.url)
    except EdtfError as error:
        raise Refused(f"Publication date: {error}") from error
    except ValidationError as error:
        raise Refused(f"“{source.url[:200]}” is no web address. Write it as https://….") from error


def _expect_new(digest: str, outlet: Outlet | None, url: str) -> Document | None:
    """Refuse the same text of the same article; return the earliest document of the same text in another outlet, if any.

    Two texts are of one article when address or outlet agree, or when one side doesn't say.
    """
    same = list(Document.objects.filter(sha256=digest).select_related("article__outlet").defer("raw").order_by("id"))
    for document in same:
        article = document.article
        same_address = not url or not article.url or url == article.url
        same_outlet = not outlet or not article.outlet or outlet == article.outlet
        if (url and url == article.url) or (same_address and same_outlet):
            raise AlreadyHere(document)
    return next((document for document in same if outlet and document.outlet and document.outlet != outlet), None)


def _article(source: Source, outlet: Outlet | None) -> Article:
    """The Article under this address, or a new one."""
    known = Article.objects.filter(url=source.url).first() if source.url else None
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
