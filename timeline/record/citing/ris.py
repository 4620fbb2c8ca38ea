"""A citation in RIS, for Zotero, EndNote, Mendeley and others."""

from archive import edtf
from archive.enums import ArticleKind
from timeline.record.citing.cited import Cited
from timeline.record.citing.credits import note
from timeline.record.citing.dates import certain

TYPES = {ArticleKind.ARTICLE: "NEWS", ArticleKind.INTERVIEW: "NEWS", ArticleKind.POST: "ELEC"}


def ris(cited: Cited) -> str:
    published = certain(cited.published)
    lines = [
        ("TY", TYPES.get(ArticleKind(cited.article_kind), "GEN")),
        ("ID", cited.id),
        ("AU", cited.author),
        ("TI", cited.titled),
        ("T2", cited.outlet),
        ("M3", str(ArticleKind(cited.article_kind).label)),
        ("PY", f"{published[0]:04}" if published else ""),
        ("DA", _date(cited.published)),
        ("LA", cited.language),
        ("DB", cited.site),
        ("UR", cited.link),
        ("Y2", _date(edtf.parse(cited.accessed.isoformat()))),
        ("N1", note(cited)),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines if value) + "ER  - \r\n"


def _date(date: edtf.Edtf | None) -> str:
    """YYYY/MM/DD/, with those parts empty that are not known; behind the last stroke in words what the parts do not tell."""
    parts = certain(date)
    if date is None or not parts:
        return ""
    year, month, day = (f"{part:0{width}}" if part else "" for part, width in zip((*parts, 0, 0)[:3], (4, 2, 2), strict=True))
    is_plain = date.precision in ("day", "month", "year") and not (date.approximate or date.uncertain)
    return f"{year}/{month}/{day}/{'' if is_plain else date.words}"
