"""Which reports were retracted, as migration 0049 tells it: archive/models/source_note.py of that day."""

from datetime import UTC

from django.db.models import F, Q
from django.db.models.functions import Coalesce, TruncDate

OWN, COPIED = "", "wire_copy_of__"
NAMED = "article__documents__"
NOTICE = f"{NAMED}answers__"
PATHS = {
    "capture": "pk", "own_article": "article", "own_outlet": "article__outlet", "named": f"{NAMED}pk", "notice": f"{NOTICE}pk",
    "status": f"{NOTICE}relation", "appeared": f"{NOTICE}published_earliest", "notice_article": f"{NOTICE}article",
    "notice_outlet": f"{NOTICE}article__outlet",
}  # fmt: skip


def retracted(documents):
    """The numbers of the documents whose report was retracted."""
    notices = documents.filter(relation="retraction", relates_to__isnull=False)
    captures = documents.filter(article__in=notices.values("relates_to__article")).order_by()
    ways = (OWN, {"pk__in": captures.values("pk")}), (COPIED, {"wire_copy_of__in": captures.values("pk")})
    return {pk for way, asked in ways for pk in _reached(documents, way).filter(**asked).values_list("pk", flat=True)}


def _reached(documents, way):
    seen = {"seen": _seen(way), "named_seen": _seen(f"{way}{NAMED}"), "notice_seen": _seen(f"{way}{NOTICE}")}
    rows = documents.order_by().annotate(**{name: F(f"{way}{path}") for name, path in PATHS.items()}, **seen)
    no_later = Q(seen__lt=F("named_seen")) | Q(seen=F("named_seen"), capture__lte=F("named"))
    before_on_page = Q(seen__lt=F("notice_seen")) | Q(seen=F("notice_seen"), capture__lt=F("notice"))
    is_on_page = Q(notice_article=F("own_article"))
    before_it = is_on_page & before_on_page | ~is_on_page & Q(seen__lt=F("appeared"))
    rows = rows.filter(no_later | before_it, status="retraction", notice_outlet=F("own_outlet"))
    return rows.exclude(notice=F("capture"))


def _seen(path):
    return Coalesce(F(f"{path}seen_on"), TruncDate(f"{path}captured_at", tzinfo=UTC))
