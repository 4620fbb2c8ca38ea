"""What is known of two statements beside their words: whether one speaker said both, how far apart, and whether on one occasion."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from archive.matching.translation.pair import Told
from archive.matching.translation.speakers import may_be_one_speaker
from archive.models import Attribution, Statement


def telling(statements: Sequence[Statement]) -> Callable[[Statement, Statement], Told]:
    """Read at once for all of them. Days apart count from the first day on which each may have been said."""
    speakers, names = defaultdict[int, set[int]](set), defaultdict[int, set[str]](set)
    rows = Attribution.objects.filter(statement__in=statements).order_by()
    for statement, speaker, name, known_as in rows.values_list("statement_id", "speaker_id", "name", "speaker__name"):
        speakers[statement] |= {speaker} if speaker else set()
        names[statement] |= {one for one in (name, known_as) if one and one[0].isupper()}  # not “a source in the ministry”

    def told(one: Statement, other: Statement) -> Told:
        days = (one.said_earliest, other.said_earliest)
        return Told(
            is_same_speaker=bool(speakers[one.pk] & speakers[other.pk]) or may_be_one_speaker(names[one.pk], names[other.pk]),
            days_apart=abs((days[0] - days[1]).days) if days[0] and days[1] else None,
            is_one_occasion=one.occasion_id is not None and one.occasion_id == other.occasion_id,
        )

    return told
