"""An outlet that corrects or retracts what it published says so: the documents that it may mean are proposed, and a person answers
(`publication.answer`).

What it means is told by an address or a title in the notice, by its own title without the label, and on a page that was captured
before, by the capture that had no such notice yet. Several that fit are all proposed.
"""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Q, QuerySet
from rapidfuzz.fuzz import token_sort_ratio

from archive.enums import DocumentRelation
from archive.extraction.page.notices import Notice, label_taken_off
from archive.models import Article, Document, NoticeSuggestion
from archive.models.fields import folded

MOST_PROPOSED = 3
MOST_COMPARED = 2000  # titles of the outlet
CORRECTED_WITHIN = timedelta(days=400)
ALIKE = 85.0  # of 100, of two titles
SHORTEST_TITLE = 12  # characters
MeantDocument = tuple[Document, str]  # and why it may be meant


def propose(document: Document, notice: Notice | None) -> list[NoticeSuggestion]:
    """Propose what the document's notice may be about; none where it has no notice, or none of the archive's fits."""
    if notice is None:
        return []
    relation = DocumentRelation.RETRACTION if notice.retracts else DocumentRelation.CORRECTION
    return NoticeSuggestion.objects.bulk_create(
        NoticeSuggestion(document=document, other=other, relation=relation, start=notice.start, end=notice.end, reason=reason)
        for other, reason in meant(document, notice)
    )


def meant(document: Document, notice: Notice) -> list[MeantDocument]:
    """The surest ways first: whoever is found by one of them is not looked for by the next."""
    ways = (_by_address(document, notice), _by_capture(document, notice), _by_title(document, notice))
    return next((found for found in map(list, ways) if found), [])[:MOST_PROPOSED]


def _by_address(document: Document, notice: Notice) -> Iterator[MeantDocument]:
    named = set[int]()
    for url in notice.addresses:
        article = (
            Article.objects.at(url)
            .filter(outlet=document.article.outlet_id, documents__isnull=False)
            .exclude(pk=document.article_id)
            .first()
        )
        standing = article.standing() if article and article.pk not in named else None
        if article and standing:
            named.add(article.pk)
            yield standing, f"The notice names its address: {url}"[:200]


def _by_capture(document: Document, notice: Notice) -> Iterator[MeantDocument]:
    before = document.supersedes
    if before and document.text[notice.start : notice.end].strip() not in before.text:
        yield before, "It is the capture of this article before the notice stood there"


def _by_title(document: Document, notice: Notice) -> Iterator[MeantDocument]:
    """Of the outlet's documents of the year before, those whose title the notice prints, or bears itself behind its label."""
    own = folded(label_taken_off(document.title)) if notice.is_whole else ""
    printed = {folded(title) for title in notice.titles}
    words = folded(document.text[notice.start : notice.end])
    for other in _earlier(document):
        title = folded(other.title)
        if len(title) < SHORTEST_TITLE:
            continue
        if title in printed or title in words:
            yield other, "The notice prints its title"
        elif len(own) >= SHORTEST_TITLE and (own in title or token_sort_ratio(own, title) >= ALIKE):
            yield other, "Its title is nearly that of the notice"


def _earlier(document: Document) -> QuerySet[Document]:
    rows = Document.objects.newest().filter(article__outlet=document.article.outlet_id, article__outlet__isnull=False)
    day = document.published_earliest
    if day:
        rows = rows.filter(Q(published_earliest=None) | Q(published_earliest__range=(day - CORRECTED_WITHIN, day)))
    return rows.exclude(article=document.article_id).defer("raw", "text").order_by("-published_sort", "-id")[:MOST_COMPARED]
