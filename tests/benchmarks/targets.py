"""What pages, lists and acts may cost, and whether they do: a table of rules over what one run has measured.

Figures are kept by name and size. A page with more rows at one size than at another (a day, a month) is compared by its bytes too.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

ROWS = (
    "chronology", "chronology, deep", "year", "busy speaker", "busy outlet", "top claim", "search, a common word", "search, “the”",
    "search, a rare word",
)  # fmt: skip
ACTS = ("judge", "publish", "correct the date", "correct the link", "withdraw")
OTHERS = ("ready-made", "ListView", "DRF", "Datasette")  # what they cost at a million is their affair
MS, GROWTH, ACT_GROWTH = 5.0, 1.3, 1.5


@dataclass(frozen=True)
class Cost:
    ms: float
    bytes: int = 0
    queries: int = 0


@dataclass
class Measured:
    """Medians of one run, by name and size."""

    costs: dict[tuple[str, int], Cost] = field(default_factory=dict)

    @property
    def sizes(self) -> list[int]:
        return sorted({size for _, size in self.costs})

    @property
    def names(self) -> list[str]:
        return list(dict.fromkeys(name for name, _ in self.costs))

    def ms(self, name: str, size: int) -> float | None:
        found = self.costs.get((name, size))
        return found and found.ms

    def ratio(self, one: str, other: str, size: int) -> float | None:
        """How many times the other the one costs."""
        above, below = self.ms(one, size), self.ms(other, size)
        return above / below if above is not None and below else None

    def growth(self, name: str) -> float | None:
        """The largest size beside the smallest, for as many bytes."""
        small, large = self.costs.get((name, self.sizes[0])), self.costs.get((name, self.sizes[-1]))
        if small is None or large is None or len(self.sizes) < 2:
            return None
        return large.ms / small.ms / max(1.0, large.bytes / small.bytes if small.bytes else 1.0)


@dataclass(frozen=True)
class Verdict:
    """A figure beside what it may be at most, or has to be at least."""

    what: str
    figure: float | None
    limit: float
    at_least: bool = False

    @property
    def is_missed(self) -> bool:
        if self.figure is None:
            return False
        return self.figure < self.limit if self.at_least else self.figure > self.limit

    def __str__(self) -> str:
        told = "not measured" if self.figure is None else f"{self.figure:.2f}"
        return (
            f"{'MISSED' if self.is_missed else 'held':6}  {self.what}: {told} ({'at least' if self.at_least else 'at most'} {self.limit:g})"
        )


# One thing beside another, at each size: what, the dearer by right, the cheaper, the limit, whether it is the least.
BESIDE = (
    ("the control", "ready-made, again", "ready-made", 1.1, False),
    ("ListView costs so many chronology pages", "ListView", "chronology", 6.0, True),
    ("Datasette’s HTML costs so many chronology pages", "Datasette, HTML", "chronology", 5.0, True),
    ("DRF’s prefetched list costs so many of the API", "DRF, prefetched", "API statements", 7.0, True),
    ("a chronology page beside ready-made bytes", "chronology", "ready-made", 4.0, False),
    ("a kept page beside ready-made bytes", "chronology, kept", "ready-made", 2.0, False),
    ("an unchanged page beside ready-made bytes", "chronology, unchanged", "ready-made", 2.0, False),
    ("a common word beside a rare one", "search, a common word", "search, a rare word", 2.0, False),
)


def verdicts(measured: Measured) -> Iterator[Verdict]:
    for size in measured.sizes:
        for name in ROWS:
            yield Verdict(f"{size:,}: {name}, ms", measured.ms(name, size), MS)
        for what, one, other, limit, at_least in BESIDE:
            yield Verdict(f"{size:,}: {what}", measured.ratio(one, other, size), limit, at_least)
    for name in measured.names:
        if name.startswith(OTHERS):
            continue
        limit = ACT_GROWTH if name.rpartition(", ")[0] in ACTS else GROWTH
        yield Verdict(f"{name}: {measured.sizes[-1]:,} beside {measured.sizes[0]:,}", measured.growth(name), limit)
