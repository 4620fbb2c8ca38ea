"""Rows to JSON: the shapes that others rely on, as plain values.

Plain functions, because a list of 50 statements made by serializer objects costs ten times as much; `serializers` describes the same
shapes for openapi.json, and a test holds each answer against that description. No internal id is in any of them.
"""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.http import urlencode

from archive import edtf
from archive.entries.histories import History
from archive.entries.whens import When, is_in_order, when_of
from archive.enums import CountedAs
from archive.models import Attribution, Claim, Document, Occasion, Occurrence, Outlet, Revision, Speaker, Statement
from archive.models.statement import said_in_words
from archive.models.tally import SilenceEnd
from timeline.record import gaps, sources
from timeline.record.hidden import Span, near
from timeline.record.trails import Compared, Step

Shape = dict[str, Any]


def site_url(path: str) -> str:
    return f"{settings.SITE_URL}{path}"


def list_url(name: str, **params: str) -> str:
    return site_url(f"{reverse(name)}?{urlencode(params)}")


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


def statement(row: Statement, hidden: list[Span]) -> Shape:
    """A statement that was read with `.shown()`. `hidden`: the spans of its document that may not be shown beside it."""
    original = row.translation_of
    return {
        "id": row.public_id,
        "url": site_url(row.get_absolute_url()),
        "text": row.text,
        "kind": row.kind,
        "force": row.force,
        "language": row.language,
        "said_on": said_on(row.said_on, row.said_is_reported),
        "said_words": row.said_words,
        "said_rule": row.said_rule,
        "speakers": [speaker_of(one) for one in row.attributions.all()],
        "document": document_of(row.document),
        "source_status": sources.source_status(row.document),
        "locator": row.place_in_source,
        "selector": selector(row, hidden),
        "occasion": row.occasion and {"id": row.occasion.public_id, "name": row.occasion.name, "place": row.occasion.place},
        "translation_of": original.public_id if original and original.is_public else None,
        "occurrences": [
            {"claim": one.claim.slug, "stance": one.stance, "likeness": one.likeness, "start": one.start, "end": one.end}
            for one in row.public_occurrences
        ],
        "version": row.version,
        "recorded_at": row.recorded_at.isoformat(),
    }


def speaker_of(row: Attribution) -> Shape:
    """Who said it: whom the name resolves to (or null), and name and role as `printed.cover` found them in the text."""
    known = row.speaker
    return {"name": known and known.name, "slug": known and known.slug, "printed": row.printed.name, "role": row.printed.role}


def document_of(row: Document) -> Shape:
    """What a statement tells of its document, whose title `titles.cover` has seen to."""
    return {
        "id": row.public_id,
        "title": row.title,
        "outlet": row.outlet and row.outlet.name,
        "url": row.article.url,
        "published": date(row.published),
        "sha256": row.sha256,
    }


def selector(row: Statement, hidden: list[Span]) -> list[Shape]:
    """Where the words stand, as in the W3C Web Annotation model."""
    prefix, suffix = beside(row, hidden)
    return [
        {"type": "TextQuoteSelector", "exact": row.text, "prefix": prefix, "suffix": suffix},
        {"type": "TextPositionSelector", "start": row.start, "end": row.end},
    ]


def beside(row: Statement, hidden: list[Span]) -> tuple[str, str]:
    """The characters before and after the words, without any that are hidden."""
    first, last = row.start - len(row.prefix), row.end + len(row.suffix)
    hidden = near(hidden, first, last)
    begin = max([first, *(min(end, row.start) for start, end in hidden if start < row.start and end > first)])
    stop = min([last, *(max(start, row.end) for start, end in hidden if end > row.end and start < last)])
    return row.prefix[begin - first :], row.suffix[: stop - row.end]


def claim(row: Claim) -> Shape:
    """A claim that was read with its tally."""
    tally = row.tally
    return {
        "slug": row.slug,
        "url": site_url(row.get_absolute_url()),
        "text": row.text,
        "first_said": said_on(tally.first_said, tally.first_is_reported),
        "last_said": said_on(tally.last_said, tally.last_is_reported),
        **{figure.value: getattr(tally, figure) for figure in CountedAs.occasions()},
        "reports": tally.reports,
        "retracted_reports": tally.retracted,
        "speakers": tally.speakers,
        "outlets": tally.outlets,
        "longest_silence_days": tally.longest_silence_days,
        "longest_silence": tally.silence and silence(*tally.silence),
        "occurrences_url": list_url("api-occurrences", claim=row.slug),
        "trail_url": site_url(reverse("api-trail", args=[row.slug])),
    }


def step(row: Step, hidden: Mapping[int, list[Span]]) -> Shape:
    """One step of a claim's trail. `hidden`: the spans of each document that may not be shown."""
    return {
        "role": row.role,
        "counted": row.lead.counted_as if row.counts else None,
        **_since(when_of(row.statement), row.history),
        "is_reversal": row.history.turned_from is not None,
        "said_before": row.reservation and row.reservation.words,
        "may_be_later": row.history.unsure or None,
        **_compared(row.compared),
        "occurrence": occurrence(row.lead, hidden.get(row.statement.document_id, [])),
        "reports": [one.statement.public_id for one in row.reports],
    }


def _since(said: When | None, history: History) -> Shape:
    """How long after the entry before it, and what that one is to the claim."""
    since = history.since
    if said is None or since is None:
        return {"days_since": None, "since": None}
    return {"days_since": _days(since, said), "since": history.after}


def _compared(found: Compared | None) -> Shape:
    if found is None:
        return {"compared_with": None, "changed": [], "remark": ""}
    changed = [{"op": one.op, "words": one.words} for one in found.wording]
    return {"compared_with": found.occurrence.statement.public_id, "changed": changed, "remark": found.remark}


def silence(last: SilenceEnd, said: SilenceEnd) -> Shape:
    days = _days(When(last.date, last.is_reported), When(said.date, said.is_reported))
    return days | {"from": _silence_end(last), "until": _silence_end(said)}


def _silence_end(row: SilenceEnd) -> Shape | None:
    shape = said_on(row.date.text, row.is_reported)
    return shape and shape | {"counted": row.figure}


def _days(before: When, after: When) -> Shape:
    fewest, most = gaps.days(before, after)
    return {"fewest": fewest, "most": most, "about": gaps.is_vague(before, after), "in_order": is_in_order(before, after)}


def occurrence(row: Occurrence, hidden: list[Span]) -> Shape:
    return {
        "claim": row.claim.slug,
        "stance": row.stance,
        "likeness": row.likeness,
        "start": row.start,
        "end": row.end,
        "text": row.words,
        "statement": statement(row.statement, hidden),
    }


def speaker(row: Speaker, statements: int) -> Shape:
    return {
        "slug": row.slug,
        "url": site_url(row.get_absolute_url()),
        "name": row.name,
        "kind": row.kind,
        "description": row.description,
        "statements": statements,
        "statements_url": list_url("api-statements", speaker=row.slug),
    }


def outlet(row: Outlet, statements: int) -> Shape:
    return {
        "slug": row.slug,
        "url": site_url(row.get_absolute_url()),
        "name": row.name,
        "kind": row.kind,
        "homepage": row.homepage,
        "text_policy": row.text_policy,
        "statements": statements,
        "statements_url": list_url("api-statements", outlet=row.slug),
    }


def document(row: Document, public: Mapping[int, str]) -> Shape:
    """`public`: internal id -> public id of the other documents that may be named."""
    return document_of(row) | {
        "page": site_url(row.get_absolute_url()),
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
        "source_status": sources.source_status(row),
        "notices": [sources.notice(note) for note in row.source_notes],
    }


def excerpt(row: Statement, hidden: list[Span]) -> Shape:
    """A public statement with the characters beside it, and where all that stands in the document."""
    prefix, suffix = beside(row, hidden)
    return {
        "statement": row.public_id,
        "start": row.start - len(prefix),
        "end": row.end + len(suffix),
        "text": f"{prefix}{row.text}{suffix}",
    }


def occasion(row: Occasion) -> Shape:
    return {
        "id": row.public_id,
        "url": site_url(reverse("api-occasion", args=[row.public_id])),
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
