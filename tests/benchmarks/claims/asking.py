"""Each text of a part asked against all texts of its language, by each method."""

import time
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from archive.matching.ranking import Entry
from tests.benchmarks.claims.methods import METHODS, Found
from tests.benchmarks.claims.texts import TOPIC, TRANSLATION, Text


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found for a text, without itself. `known` are the texts of its group by their ids."""

    asked: Text
    known: Mapping[str, Text]
    found: tuple[Found, ...]
    cpu_ms: float

    @property
    def right(self) -> set[str]:
        """The other sayings of its claim."""
        return {key for key, text in self.known.items() if text.is_saying and key != self.asked.id}

    @property
    def ranked(self) -> list[Found]:
        """Without the texts of its group that are changed: whether they should be near is another question."""
        right = self.right
        return [one for one in self.found if one.key not in self.known or one.key in right]

    @property
    def first(self) -> tuple[float, bool]:
        """The score of the best of these, and whether it is right."""
        return next(((one.score, one.key in self.right) for one in self.ranked), (0.0, False))

    @property
    def best_score(self) -> float:
        return self.found[0].score if self.found else 0.0


def answers(found: Iterable[Text], part: Collection[str], names: Sequence[str] = tuple(METHODS)) -> dict[str, list[Answer]]:
    """By method. Asked are the sayings and the texts of the same topic, which repeat nothing, of the groups in `part`."""
    gathered: dict[str, list[Answer]] = {name: [] for name in names}
    for corpus in by_language(found).values():
        groups: dict[str, dict[str, Text]] = {}
        for text in corpus:
            groups.setdefault(text.group, {})[text.id] = text
        queries = [text for text in corpus if text.part in part and (text.is_saying or text.kind == TOPIC)]
        for name in names:
            told = asked(name, [text.entry for text in corpus], [text.entry for text in queries])
            gathered[name] += [Answer(text, groups[text.group], *one) for text, one in zip(queries, told, strict=True)]
    return gathered


def by_language(found: Iterable[Text]) -> dict[str, list[Text]]:
    """Without the translations: none of the methods is asked to read two languages."""
    languages: dict[str, list[Text]] = {}
    for text in found:
        if text.kind != TRANSLATION:
            languages.setdefault(text.language, []).append(text)
    return languages


def asked(name: str, entries: Sequence[Entry], queries: Sequence[Entry]) -> list[tuple[tuple[Found, ...], float]]:
    """What a method finds for each query beside itself, and the milliseconds of the processor that it took."""
    method = METHODS[name](entries)
    told = []
    for query in queries:
        start = time.process_time()
        best = method.best(query)
        spent = 1000 * (time.process_time() - start)
        told.append((tuple(one for one in best if one.key != query.key), spent))
    return told
