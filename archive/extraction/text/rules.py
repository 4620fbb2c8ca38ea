"""Rules as rows: each has a name, a test and an example, stands in an ordered table, and the first that speaks decides.

    IS_HEAD = Rules[[Token], bool]("is this the head", otherwise=False)

    @IS_HEAD.when("article", False, "“The bridge will open,” Anna Hill said.")
    def _article(token: Token) -> bool:
        return token.lower in ("a", "an", "the")

    IS_HEAD(token)           # the answer
    IS_HEAD.decided(token)   # the answer and the name of the rule that gave it

Reading the example makes its rule speak (a test reads them all). `heard` counts how often each speaks. An error carries the rule's name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Generic, ParamSpec, TypeVar

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")
OTHERWISE = "otherwise"


@dataclass(frozen=True, slots=True)
class Row(Generic[Asked, Answer]):
    """One rule: `read` gives its answer, or None where it has nothing to say."""

    name: str
    read: Callable[Asked, Answer | None]
    example: str


class Rules(Generic[Asked, Answer]):
    """An ordered table of rules that answer one question; `otherwise` is the answer where none of them speaks."""

    def __init__(self, question: str, otherwise: Answer) -> None:
        self.question, self.otherwise = question, otherwise
        self.rows: list[Row[Asked, Answer]] = []
        if question in TABLES:
            raise ValueError(f"two tables of rules ask “{question}”")
        TABLES[question] = self

    def rule(self, name: str, example: str) -> Callable[[Callable[Asked, Answer | None]], Callable[Asked, Answer | None]]:
        """The function gives the answer, or None where the rule has nothing to say."""

        def register(read: Callable[Asked, Answer | None]) -> Callable[Asked, Answer | None]:
            if any(row.name == name for row in self.rows):
                raise ValueError(f"two rules for “{self.question}” are called “{name}”")
            self.rows.append(Row(name, read, example))
            return read

        return register

    def when(self, name: str, answer: Answer, example: str) -> Callable[[Callable[Asked, bool]], Callable[Asked, bool]]:
        """The function tells whether the rule speaks; its answer is always the same."""

        def register(test: Callable[Asked, bool]) -> Callable[Asked, bool]:
            def read(*args: Asked.args, **kwargs: Asked.kwargs) -> Answer | None:
                return answer if test(*args, **kwargs) else None

            self.rule(name, example)(read)
            return test

        return register

    def __call__(self, *args: Asked.args, **kwargs: Asked.kwargs) -> Answer:
        return self.decided(*args, **kwargs)[0]

    def decided(self, *args: Asked.args, **kwargs: Asked.kwargs) -> tuple[Answer, str]:
        """The answer, and the name of the rule that gave it."""
        for row in self.rows:
            try:
                answer = row.read(*args, **kwargs)
            except Exception as error:
                error.add_note(f"{self.question}: {row.name}")
                raise
            if answer is not None:
                tell(self.question, row.name)
                return answer, row.name
        return self.otherwise, OTHERWISE


TABLES: dict[str, Rules[Any, Any]] = {}
_counts: list[Counter[tuple[str, str]]] = []


@contextmanager
def heard() -> Iterator[Counter[tuple[str, str]]]:
    """Counts, while the block runs, how often each rule spoke, by the question of its table and its name."""
    counts: Counter[tuple[str, str]] = Counter()
    _counts.append(counts)
    try:
        yield counts
    finally:
        _counts.remove(counts)


def tell(question: str, *names: str) -> None:
    """These rules have spoken; for those that don't stand in a table of `Rules`, such as the grammars of dates."""
    for counts in _counts:
        counts.update((question, name) for name in names)
