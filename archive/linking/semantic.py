"""The semantic extra, where settings turn it on: the best candidates of a passage read again by a small transformer."""

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from django.conf import settings

from archive import matching
from archive.matching.meaning.semantic import reader
from archive.models import Passage, PassageVector

if TYPE_CHECKING:
    import numpy as np


def method(*, again: bool | None = None) -> str:
    """What stands beside a score, for one with the extra is another."""
    again = settings.SEMANTIC if again is None else again
    return f"{matching.ENGINE_METHOD}, read again" if again else matching.ENGINE_METHOD


def cosine(ours: matching.Prepared, theirs: matching.Prepared) -> float | None:
    """Of two texts that are not in the index; None where one is not English."""
    if ours.vector is None or theirs.vector is None:
        return None
    return float(_read(ours.text) @ _read(theirs.text))


def cosines(passage: Passage, others: Sequence[Passage]) -> dict[int, float]:
    """By the key of the other passage; English ones alone. Empty where the extra is off."""
    if not settings.SEMANTIC:
        return {}
    english = set(PassageVector.objects.filter(pk__in=[passage.pk, *(other.pk for other in others)]).values_list("pk", flat=True))
    if passage.pk not in english:
        return {}
    ours = _read(passage.text)
    return {other.pk: float(ours @ _read(other.text)) for other in others if other.pk in english}


@lru_cache(maxsize=10_000)
def _read(text: str) -> "np.ndarray":
    vector: np.ndarray = reader(settings.SEMANTIC_MODEL).vectors_of([text])[0]
    return vector
