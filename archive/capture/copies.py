"""Wire copy with a few words changed: a text of another outlet that is nearly the same is proposed. `identity.copying` answers."""

from collections import Counter
from collections.abc import Collection
from typing import NamedTuple

from archive import many_rows
from archive.matching.sketches import share_of_runs
from archive.models import CopySuggestion, Document, Sketch

LEAST_SHARED = 2  # numbers of the sketch; texts of one wire share most of the sixteen
MOST_COMPARED = 10
ALIKE = 0.6  # of the shorter text's runs of words


class Near(NamedTuple):
    """A document, and how much of the shorter text stands in both."""

    document: Document
    share: float


def propose(document: Document, values: list[int]) -> list[CopySuggestion]:
    """Keep the sketch that it is found by, and propose those of other outlets that are nearly the same; exact copies are marked already."""
    likeliest = _likeliest(values, document.article_id)
    many_rows.write(Sketch, ("document", "value"), [(document.pk, value) for value in values])
    if document.wire_copy_of_id or document.outlet is None:
        return []
    found = [one for one in _compared(document.text, likeliest) if one.document.outlet not in (None, document.outlet)]
    return CopySuggestion.objects.bulk_create(
        CopySuggestion(document=document, other=other, likeness=round(share, 4)) for other, share in found
    )


def nearest(text: str, values: Collection[int], article: int | None = None) -> list[Near]:
    """The documents of any outlet that are nearly this text, the nearest first; none of the article. Keeps nothing."""
    return sorted(_compared(text, _likeliest(values, article)), key=lambda one: -one.share)


def _likeliest(values: Collection[int], article: int | None) -> list[int]:
    rows = Sketch.objects.filter(value__in=values)
    rows = rows.exclude(document__article=article) if article else rows
    shared = Counter(rows.values_list("document", flat=True))
    return [pk for pk, count in shared.most_common(MOST_COMPARED) if count >= LEAST_SHARED]


def _compared(text: str, likeliest: list[int]) -> list[Near]:
    others = Document.objects.filter(pk__in=likeliest).select_related("article__outlet").defer("raw").order_by("pk")
    found = (Near(other, share_of_runs(text, other.text)) for other in others) if likeliest else ()
    return [one for one in found if one.share >= ALIKE]
