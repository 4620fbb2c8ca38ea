"""What is known of sayings beside their words: who said them, and when. Read at once for all that one passage is compared with."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from archive.matching import Circumstances
from archive.models import Attribution, Passage


def circumstances_of(passages: Iterable[Passage]) -> Callable[[Passage, Passage], Circumstances]:
    """Days apart count from the first day on which each may have been said. Speakers are compared where both sides name one."""
    statements = {passage.statement_id: passage.statement for passage in passages}
    speakers: dict[int, set[int]] = defaultdict(set)
    named = Attribution.objects.filter(statement__in=statements, speaker__isnull=False)
    for statement, speaker in named.values_list("statement_id", "speaker_id"):
        speakers[statement].add(speaker)

    def around(one: Passage, other: Passage) -> Circumstances:
        ours, theirs = speakers.get(one.statement_id), speakers.get(other.statement_id)
        first, second = (statements[passage.statement_id].said_earliest for passage in (one, other))
        return Circumstances(
            is_same_speaker=bool(ours & theirs) if ours and theirs else None,
            days_apart=abs((first - second).days) if first and second else None,
        )

    return around
