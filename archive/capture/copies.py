"""Wire copy with a few words changed: a text of another outlet that is nearly the same is proposed. `identity.copying` answers."""

from collections import Counter

from archive import many_rows
from archive.matching.sketches import share_of_runs
from archive.models import CopySuggestion, Document, Sketch

LEAST_SHARED = 2  # numbers of the sketch; texts of one wire share most of the sixteen
MOST_COMPARED = 10
ALIKE = 0.6  # of the shorter text's runs of words


def propose(document: Document, values: list[int]) -> list[CopySuggestion]:
    """Keep the sketch that it is found by, and propose those of other outlets that are nearly the same; exact copies are marked already."""
    rows = Sketch.objects.filter(value__in=values).exclude(document__article=document.article_id).values_list("document", flat=True)
    shared = Counter(rows)
    many_rows.write(Sketch, ("document", "value"), [(document.pk, value) for value in values])
    likeliest = [pk for pk, count in shared.most_common(MOST_COMPARED) if count >= LEAST_SHARED]
    if document.wire_copy_of_id or not likeliest or document.outlet is None:
        return []
    others = Document.objects.filter(pk__in=likeliest, article__outlet__isnull=False).exclude(article__outlet=document.outlet)
    found = [(other, share_of_runs(document.text, other.text)) for other in others.defer("raw")]
    return CopySuggestion.objects.bulk_create(
        CopySuggestion(document=document, other=other, likeness=round(share, 4)) for other, share in found if share >= ALIKE
    )
