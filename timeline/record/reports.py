"""Who else reported a statement: the documents that carry these words, and none that only tell of the same occasion."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q, QuerySet

from archive.enums import Likeness
from archive.matching.wording import letters_of
from archive.models import Attribution, Document, Occurrence, Statement
from archive.models.fields import of_any

LISTED = 20
MOST_READ = 500  # statements of one occasion whose words are looked at
FEWEST_WORDS = 4  # of words that are found inside longer ones


def other_reports(statement: Statement, translations: Iterable[Statement]) -> list[Document]:
    """Other public documents that carry the words: in one language or another, in these words or as the same claim by the same speaker."""
    found = set(_of_the_claims(statement)) | _in_the_same_words(statement) | {one.document_id for one in translations}
    rows = of_any(Document.objects.public(), Q(pk__in=found), *_copies(statement)).exclude(pk=statement.document_id)
    return list(rows.select_related("article__outlet").defer("text", "raw").order_by("published_sort", "id")[:LISTED])


def _beside(statement: Statement) -> QuerySet[Statement]:
    """What somebody who speaks here said on the same occasion, by other documents."""
    if not statement.occasion_id:
        return Statement.objects.none()
    speakers = [one.speaker_id for one in statement.attributions.all() if one.speaker_id]
    printed = [one.name for one in statement.attributions.all() if one.name and not one.speaker_id]
    same = Q(speaker__in=speakers) | Q(speaker=None, name__in=printed)
    rows = Statement.objects.public().filter(occasion=statement.occasion_id).exclude(document=statement.document_id)
    return rows.filter(Exists(Attribution.objects.filter(same, statement=OuterRef("pk")))).order_by()


def _of_the_claims(statement: Statement) -> QuerySet:
    """Those that say of one of its claims the same as it does."""
    said = Q(pk__in=[])
    for link in statement.public_occurrences:
        likeness = Likeness.sayings() if link.is_saying else (link.likeness,)
        said |= Q(claim=link.claim_id, stance=link.stance, likeness__in=likeness)
    links = Occurrence.objects.public().filter(said, statement=OuterRef("pk"))
    return _beside(statement).filter(Exists(links)).values_list("document", flat=True)


def _in_the_same_words(statement: Statement) -> set[int]:
    ours = letters_of(statement.text)
    rows = _beside(statement).values_list("document", "text")[:MOST_READ]
    return {document for document, text in rows if _carries(ours, letters_of(text))}


def _carries(ours: str, theirs: str) -> bool:
    """The one stands in the other, word for word."""
    short, long = sorted((ours, theirs), key=len)
    return bool(short) and (short == long or (len(short.split()) >= FEWEST_WORDS and f" {short} " in f" {long} "))


def _copies(statement: Statement) -> tuple[Q, Q]:
    """Wire copies of one text, and that text, as far as they have the words."""
    document = statement.document
    original = document.wire_copy_of_id or document.pk
    return Q(wire_copy_of=original, text__contains=statement.text), Q(pk=original, text__contains=statement.text)
