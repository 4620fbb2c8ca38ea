"""Where each stem stands: rows of two numbers, twenty for a passage. Read and written as numbers, for as rows of a model they cost ten
times as much."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping

from django.db import connection
from django.db.models import Count, Exists, F, OuterRef, Q

from archive.models import Posting, Term

LONGEST_STEM = 64
AT_ONCE = 5000
TABLE = Posting._meta.db_table


def post(contents: Mapping[int, Iterable[str]], there: Collection[int] = ()) -> None:
    """In which passages each stem stands, and in how many. What stands already of those that are `there`, and as it should, is left."""
    terms = _terms({stem[:LONGEST_STEM] for content in contents.values() for stem in content})
    wanted = {key: {terms[stem[:LONGEST_STEM]] for stem in content} for key, content in contents.items()}
    known = _known(there)
    changed = [key for key in wanted if wanted[key] != known.get(key)]
    unpost([key for key in changed if key in known])
    count(Counter(term for key in changed for term in wanted[key]))
    _write(sorted((term, key) for key in changed for term in wanted[key]))


def unpost(keys: Collection[int]) -> None:
    """These passages are in the index no more, or are about to be anew."""
    postings = Posting.objects.filter(passage__in=keys)
    count({term: -number for term, number in Counter(postings.values_list("term_id", flat=True)).items()})
    postings.delete()


def count(changes: Mapping[int, int]) -> None:
    """The rows are locked in their order, so that two who accept at once don't wait for each other in a ring."""
    list(Term.objects.select_for_update(no_key=True).filter(pk__in=changes).order_by("pk").values_list("pk", flat=True))
    by_change = defaultdict(list)
    for term, change in changes.items():
        by_change[change].append(term)
    for change, terms in sorted(by_change.items()):
        Term.objects.filter(pk__in=terms).update(passages=F("passages") + change)


def recount() -> None:
    """Counts that are not those of the postings are put right, and stems that stand nowhere go."""
    standing = dict(Posting.objects.order_by().values_list("term_id").annotate(Count("passage_id")))
    for pk, passages in Term.objects.values_list("pk", "passages").iterator():
        if passages != standing.get(pk, 0):
            Term.objects.filter(pk=pk).update(passages=standing.get(pk, 0))
    Term.objects.filter(Q(passages=0), ~Exists(Posting.objects.filter(term=OuterRef("pk")))).delete()


def _terms(stems: set[str]) -> dict[str, int]:
    """The numbers of these stems, some of which may be new."""
    known = of_stems(stems, "id")
    if new := sorted(stems - known.keys()):
        Term.objects.bulk_create((Term(stem=stem) for stem in new), ignore_conflicts=True)
        known |= of_stems(new, "id")
    return known


def of_stems(stems: Collection[str], column: str) -> dict[str, int]:
    """A column of their terms. They may be thousands, each of which a field of a model would look at."""
    places = ", ".join(["%s"] * len(stems)) or "NULL"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT stem, {column} FROM {Term._meta.db_table} WHERE stem IN ({places})", list(stems))  # noqa: S608 - our own names
        return dict(cursor.fetchall())


def _known(keys: Collection[int]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {key: set() for key in keys}
    written = ",".join(map(str, map(int, keys)))
    if written:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT passage_id, term_id FROM {TABLE} WHERE passage_id IN ({written})")  # noqa: S608 - whole numbers
            for key, term in cursor.fetchall():
                found[key].add(term)
    return found


def _write(pairs: list[tuple[int, int]]) -> None:
    with connection.cursor() as cursor:
        for at in range(0, len(pairs), AT_ONCE):
            written = ",".join(f"({int(term)},{int(key)})" for term, key in pairs[at : at + AT_ONCE])
            cursor.execute(f"INSERT INTO {TABLE} (term_id, passage_id) VALUES {written}")  # noqa: S608 - whole numbers
