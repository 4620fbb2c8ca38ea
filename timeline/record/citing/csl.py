"""A citation in CSL-JSON, which Zotero, Pandoc and others read."""

import json
from typing import Any

from archive import edtf
from archive.enums import ArticleKind
from timeline.record.citing.cited import Cited
from timeline.record.citing.credits import note
from timeline.record.citing.dates import parts

TYPES = {ArticleKind.ARTICLE: "article-newspaper", ArticleKind.INTERVIEW: "article-newspaper", ArticleKind.POST: "post"}


def csl_json(cited: Cited) -> str:
    return json.dumps([item(cited)], ensure_ascii=False, indent=2)


def item(cited: Cited) -> dict[str, Any]:
    """The article. `event-date` is the day on which the words were said, of which there is nothing else in these fields but the note."""
    fields = {
        "id": cited.id,
        "type": TYPES.get(ArticleKind(cited.article_kind), "webpage"),
        "genre": str(ArticleKind(cited.article_kind).label),
        "title": cited.titled,
        "author": [{"literal": cited.author}] if cited.author else None,
        "container-title": cited.outlet,
        "issued": _date(cited.published),
        "event-date": None if cited.is_reported else _date(cited.said),
        "language": cited.language,
        "source": cited.site,
        "URL": cited.link,
        "accessed": _date(edtf.parse(cited.accessed.isoformat())),
        "note": note(cited),
    }
    return {name: value for name, value in fields.items() if value}


def _date(date: edtf.Edtf | None) -> dict[str, Any] | None:
    """In words where a date has no such parts."""
    if date is None:
        return None
    found = parts(date)
    known: dict[str, Any] = {"date-parts": found} if found else {"literal": date.words}
    if date.precision == "season" and len(found) == 1:
        known["season"] = int(date.text[5:7]) - 20
    return known | ({"circa": True} if date.approximate or date.uncertain else {})
