"""What is shown of a text before it is kept: what was read of it, what was not understood, and which documents are near it."""

from collections.abc import Iterator
from typing import Any

from django.utils import timezone

from archive import edtf
from archive.capture import copies, notices
from archive.capture.intake import AlreadyHere, Place, Ready, document_of, place_of
from archive.enums import DocumentRelation
from archive.errors import Refused
from archive.extraction import LONG, Stated, extract
from archive.extraction.page.transcripts.unlabelled import reads_like_a_transcript
from archive.extraction.types import Extraction, StatementFound
from archive.models import Document, Outlet

MOST_NEAR = 3
MOST_SHOWN = 30  # statements
MUCH = 200  # characters of one


def preview_of(ready: Ready) -> dict[str, Any]:
    """As plain values: the head, the statements, and where it would stand."""
    where = _where(ready)
    return {**_head(ready), **_statements(ready, where.get("zone", "")), **where}


def _head(ready: Ready) -> dict[str, Any]:
    head, known = ready.head, ready.provenance
    published = head.published
    printed = ready.found.text[published.start : published.end] if published and published.start is not None else ""
    return {
        "title": known.title or (head.title.text if head.title else ""),
        "outlet": known.outlet.name if known.outlet else ready.found.site or (head.outlet.name if head.outlet else ""),
        "language": known.language or head.language or "",
        "published": published.edtf if published else "",
        "published_words": printed[:200],
        "readings": [[one.edtf, one.source] for one in ready.found.published_readings],
        "url": known.url,
        "chars": len(ready.found.text),
        "opening": ready.found.text.strip()[:80].split("\n", 1)[0],
    }


def _statements(ready: Ready, zone: str) -> dict[str, Any]:
    """As drafting reads them, but of a long text: nobody waits for that."""
    text = ready.found.text
    if len(text) > LONG:
        return {"is_long": True, "count": 0, "statements": [], "unnamed": 0, "doubtful": [], "unlabelled": False}
    stated = Stated(title=ready.provenance.title or ready.found.title, published=ready.head.published.edtf if ready.head.published else "")
    read = extract(text, outlet_zones=Outlet.objects.zones(), outlet_zone=zone or None, stated=stated)
    return {
        "is_long": False,
        "count": len(read.statements),
        "statements": [_shown(one) for one in read.statements[:MOST_SHOWN]],
        "unnamed": sum(not one.speakers for one in read.statements),
        "doubtful": list(_doubtful(read)),
        "unlabelled": not read.statements and reads_like_a_transcript(text),
    }


def _shown(one: StatementFound) -> dict[str, Any]:
    names = [named.name or "" for named in one.speakers or one.candidates]
    return {
        "words": one.text[:MUCH], "force": one.force, "speakers": [name for name in names if name], "is_sure": bool(one.speakers),
        "said_on": one.said_on.edtf if one.said_on else "",
    }  # fmt: skip


def _doubtful(read: Extraction) -> Iterator[dict[str, Any]]:
    """Dates in the text that can be read in several ways."""
    for one in read.dates:
        if one.edtf is None and one.readings:
            yield {"words": one.text[:100], "readings": list(one.readings)}


def _where(ready: Ready) -> dict[str, Any]:
    """The document that is here already, what stands in the way, or what is near it."""
    try:
        place = place_of(ready)
    except AlreadyHere as here:
        return {"here": here.document.pk}
    except Refused as refusal:
        return {"obstacle": str(refusal)}
    outlet = place.article.outlet
    told = {"zone": outlet.time_zone if outlet else "", "copied": place.copied.pk if place.copied else None}
    return told | {"near": list(_near(ready, place))[:MOST_NEAR], **_version(place)}


def _version(place: Place) -> dict[str, Any]:
    before = place.article.standing() if place.article.pk else None
    return {"before": before.pk if before else None}


def _near(ready: Ready, place: Place) -> Iterator[dict[str, Any]]:
    """Documents about which a person is asked: those that a notice in the text may be about first, then those of nearly the same words."""
    asked = set[int]()
    for other, reason in _meant(ready, place):
        asked.add(other.pk)
        relation = DocumentRelation.RETRACTION if ready.notice and ready.notice.retracts else DocumentRelation.CORRECTION
        yield {"document": other.pk, "relation": relation, "reason": reason}
    for near in copies.nearest(ready.found.text, ready.sketch, place.article.pk):
        if near.document.pk not in asked and near.document != place.copied:
            yield {"document": near.document.pk, "share": round(100 * near.share)}


def _meant(ready: Ready, place: Place) -> list[tuple[Document, str]]:
    if ready.notice is None:
        return []
    document = document_of(ready, place, by=None, at=timezone.now())
    document.published_earliest = edtf.parse(document.published).earliest if document.published else None
    document.supersedes = place.article.standing() if place.article.pk else None
    return notices.meant(document, ready.notice)
