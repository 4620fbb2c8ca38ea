"""What is counted: how well a ranking begins, how two readers agree, and how many repeats are found at a price."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

FIRST, LISTED = 5, 10
WRONGLY_LINKED = 0.025
OF_A_RANKING = ("P@1", "MRR", "MAP@5", "recall@10")


def mean(values: Iterable[float]) -> float | None:
    """None of nothing."""
    found = list(values)
    return sum(found) / len(found) if found else None


def of_a_ranking(ranking: Sequence[str], right: Collection[str]) -> dict[str, float]:
    """OF_A_RANKING, where `right` isn't empty. Mean average precision is of what five places could hold."""
    places = [place for place, one in enumerate(ranking, 1) if one in right]
    early = [hits / place for hits, place in enumerate(places, 1) if place <= FIRST]
    first = places[0] if places else None
    return {
        "P@1": float(first == 1),
        "MRR": 1 / first if first else 0.0,
        "MAP@5": sum(early) / min(len(right), FIRST),
        "recall@10": sum(place <= LISTED for place in places) / len(right),
    }


def found_at(repeats: Sequence[tuple[float, bool]], new: Sequence[float]) -> float | None:
    """The share of repeats whose best-scored text is right, at the lowest threshold that links WRONGLY_LINKED of the new texts at most.

    `repeats`: the best score, and whether it is right; `new`: the best score of each text that repeats nothing.
    """
    allowed = int(WRONGLY_LINKED * len(new))
    refused = sorted(new, reverse=True)[allowed : allowed + 1]
    return mean(float(is_right and all(score > one for one in refused)) for score, is_right in repeats)


def kappa(pairs: Collection[tuple[str, str]]) -> float:
    """Cohen's: how far two readers agree beyond what chance would give them."""
    ours, theirs = (Counter(side) for side in zip(*pairs, strict=True))
    agreed = sum(one == other for one, other in pairs) / len(pairs)
    by_chance = sum(ours[answer] * theirs[answer] for answer in ours) / len(pairs) ** 2
    return 1.0 if by_chance == 1 else (agreed - by_chance) / (1 - by_chance)
