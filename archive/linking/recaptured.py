"""The same words in several captures of one article: what was answered about them in one capture holds in the others too."""

from collections import defaultdict
from collections.abc import Iterable

from archive.matching import letters_of
from archive.models import Article, Statement

# For a statement: those of other captures that have its words, and how many characters later each stands in its own text.
StandIns = dict[int, list[tuple[int, int]]]


def stand_ins(statements: Iterable[int]) -> StandIns:
    """Held alike, too: what is denied in one capture is not what is said in the other.

    One query where none of the articles was captured twice, which is nearly always.
    """
    keys = set(statements)
    articles = Article.objects.filter(documents__statements__in=keys).filter(documents__supersedes__isnull=False)
    again = set(articles.order_by().values_list("pk", flat=True))
    if not again:
        return {}
    alike = defaultdict(list)
    rows = Statement.objects.filter(document__article__in=again).order_by("pk")
    for pk, start, text, force, document, article in rows.values_list("pk", "start", "text", "force", "document", "document__article"):
        alike[article, force, letters_of(text)].append((pk, start, document))
    found: StandIns = {}
    for same in alike.values():
        for pk, start, document in same:
            if others := [(other, there - start) for other, there, source in same if pk in keys and source != document]:
                found[pk] = others
    return found
