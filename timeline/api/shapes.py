"""Rows to JSON: the shapes that others rely on, as plain values.

Plain functions, because a list of 50 statements made by serializer objects costs ten times as much; `serializers` describes the same
shapes for openapi.json, and a test holds each answer against that description. No internal id is in any of them.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import orjson
from django.conf import settings
from django.utils.http import urlencode
from django.utils.translation import get_language

from archive import edtf
from archive.models import Document, Occasion, Outlet, Revision, Speaker, Statement
from archive.models.statement import said_in_words
from timeline.lists.named import OccasionName, Shown, Source, SpeakerName, Told
from timeline.printing.addresses import address, list_address
from timeline.record import sources
from timeline.record.hidden import Span, near

MOST_WRITTEN = 1_000  # statements a process keeps as they are written, of some 5 kB each
Shape = dict[str, Any]


def site_url(path: str) -> str:
    return f"{settings.SITE_URL}{path}"


def list_url(name: str, **params: str) -> str:
    return site_url(f"{list_address(name)}?{urlencode(params)}")


def date(text: str) -> Shape | None:
    """A date with its precision; null where there is none."""
    if not text:
        return None
    value = edtf.parse(text)
    latest = value.latest and value.latest.isoformat()
    return {"edtf": value.text, "earliest": value.earliest.isoformat(), "latest": latest, "words": value.words}


def said_on(text: str, is_reported: bool) -> Shape | None:
    """A day of saying, with what it is the day of: of the saying itself, or of the publication that reports it."""
    shape = date(text)
    return shape and shape | {"words": said_in_words(text, is_reported), "of": "publication" if is_reported else "saying"}


def written(told: Iterable[Told]) -> list[orjson.Fragment]:
    """Statements as they stand in an answer; what was written before is not written again while it is the same."""
    language = get_language()
    return [_written(one, language) for one in told]


@lru_cache(maxsize=MOST_WRITTEN)
def _written(told: Told, _language: str | None) -> orjson.Fragment:
    return orjson.Fragment(orjson.dumps(statement(told), default=str))


def statement(told: Told) -> Shape:
    """An entry, with what it names. `cited` has seen to titles and to what may not be shown."""
    row, source, occasion = told.shown, told.source, told.occasion
    return {
        "id": row["id"],
        "url": site_url(address("statement", row["id"])),
        "text": row["text"],
        "kind": row["kind"],
        "force": row["force"],
        "language": row["language"],
        "said_on": said_on(row["said_on"], row["reported"]),
        "said_words": row["said_words"],
        "said_rule": row["said_rule"],
        "speakers": [speaker_of(one, known) for one, known in zip(row["speakers"], told.speakers, strict=True)],
        "document": document_of(source),
        "source_status": sources.source_status(source.notes),
        "locator": row["locator"],
        "selector": selector(row, source.hidden),
        "occasion": occasion and occasion_of(occasion),
        "translation_of": row["translation_of"],
        "occurrences": [
            {"claim": claim.slug, **{name: one[name] for name in ("stance", "likeness", "start", "end")}}
            for one, claim in zip(row["links"], told.claims, strict=True)
        ],
        "version": row["version"],
        "recorded_at": row["recorded_at"],
    }


def speaker_of(one: Shown, known: SpeakerName | None) -> Shape:
    """Who said it: whom the name resolves to (or null), and name and role as they stand in the text."""
    return {"name": known and known.name, "slug": known and known.slug, "printed": one["name"], "role": one["role"]}


def occasion_of(row: OccasionName) -> Shape:
    return {
        "id": row.public_id,
        "url": site_url(address("occasion", row.public_id)),
        "name": row.name,
        "place": row.place,
    }


def document_of(row: Source) -> Shape:
    """What a statement tells of its document."""
    return {
        "id": row.public_id,
        "title": row.title,
        "outlet": row.outlet or None,
        "url": row.url,
        "published": date(row.published),
        "sha256": row.sha256,
    }


def selector(row: Shown, hidden: Sequence[Span]) -> list[Shape]:
    """Where the words stand, as in the W3C Web Annotation model."""
    prefix, suffix = beside((row["start"], row["end"]), (row["prefix"], row["suffix"]), hidden)
    return [
        {"type": "TextQuoteSelector", "exact": row["text"], "prefix": prefix, "suffix": suffix},
        {"type": "TextPositionSelector", "start": row["start"], "end": row["end"]},
    ]


def beside(span: Span, around: tuple[str, str], hidden: Sequence[Span]) -> tuple[str, str]:
    """The characters before and after the words of a span, without any that are hidden."""
    (start, end), (prefix, suffix) = span, around
    if not hidden:
        return around
    first, last = start - len(prefix), end + len(suffix)
    hidden = near(hidden, first, last)
    begin = max([first, *(min(until, start) for since, until in hidden if since < start and until > first)])
    stop = min([last, *(max(since, end) for since, until in hidden if until > end and since < last)])
    return prefix[begin - first :], suffix[: stop - end]


def speaker(row: Speaker, statements: int) -> Shape:
    return {
        "slug": row.slug,
        "url": site_url(address("speaker", row.slug)),
        "name": row.name,
        "kind": row.kind,
        "description": row.description,
        "identifiers": [{"scheme": one.scheme, "value": one.value, "url": one.url} for one in row.identifiers.all()],
        "affiliations": [
            {"kind": one.kind, "name": one.name, "since": one.since or None, "until": one.until or None} for one in row.affiliations.all()
        ],
        "statements": statements,
        "statements_url": list_url("api-statements", speaker=row.slug),
    }


def outlet(row: Outlet, statements: int) -> Shape:
    return {
        "slug": row.slug,
        "url": site_url(address("outlet", row.slug)),
        "name": row.name,
        "kind": row.kind,
        "homepage": row.homepage,
        "text_policy": row.text_policy,
        "statements": statements,
        "statements_url": list_url("api-statements", outlet=row.slug),
    }


def document(row: Document, public: Mapping[int, str]) -> Shape:
    """A document that `titles.tell_as_kept` has seen to. `public`: internal id -> public id of the other documents that may be named."""
    outlet = row.outlet.name if row.outlet else ""
    return document_of(Source(row.public_id, outlet, row.title, row.article.url, row.published, row.sha256)) | {
        "page": site_url(address("document", row.public_id)),
        "outlet_slug": row.outlet and row.outlet.slug,
        "kind": row.article.kind,
        "copy_url": row.article.copy_url or None,
        "author": row.author,
        "language": row.language,
        "published_words": row.published_words,
        "zone": row.zone,
        "zone_source": row.zone_source,
        "captured_at": row.captured_at.isoformat(),
        "supersedes": public.get(row.supersedes_id),
        "wire_copy_of": public.get(row.wire_copy_of_id),
        "relation": row.relation or None,
        "relates_to": public.get(row.relates_to_id),
        "relation_note": row.relation_note,
        "source_status": sources.source_status(row.source_notes),
        "notices": [sources.notice(note) for note in row.source_notes],
        "redactions": [one._asdict() for one in row.redacted],
    }


def excerpt(row: Statement, hidden: list[Span]) -> Shape:
    """A public statement with the characters beside it, and where all that stands in the document."""
    prefix, suffix = beside((row.start, row.end), (row.prefix, row.suffix), hidden)
    return {
        "statement": row.public_id,
        "start": row.start - len(prefix),
        "end": row.end + len(suffix),
        "text": f"{prefix}{row.text}{suffix}",
    }


def occasion(row: Occasion) -> Shape:
    return {
        "id": row.public_id,
        "url": site_url(address("occasion", row.public_id)),
        "name": row.name,
        "kind": row.kind,
        "place": row.place,
        "held_on": date(row.held_on),
        "statements": [one.public_id for one in row.public_statements],
    }


def correction(row: Revision, address: tuple[str, str] | None, *, is_untold: bool = False) -> Shape:
    """A line of the public log; `address` is the id and URL of the record, none where that is public no more. `is_untold`: without the
    reason, which may quote what was withdrawn."""
    public_id, url = address or (None, None)
    return {
        "type": row.object_type,
        "id": public_id,
        "url": url,
        "version": row.version,
        "class": row.revision_class,
        "reason": "" if is_untold else row.reason,
        "changed": row.changed,
        "at": row.at.isoformat(),
    }
