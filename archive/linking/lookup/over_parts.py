"""Candidates for batch after batch, found in the parts of an exported index by whoever works, and put together to those of the whole."""

from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import closing
from typing import NamedTuple

from archive.linking.candidates import candidates
from archive.linking.in_parallel import Batch
from archive.linking.lookup.parts import Part, Parts
from archive.linking.lookup.questions import Found, Question
from archive.models import Passage
from archive.processes import Pool


class Asked(NamedTuple):
    """Questions to one part."""

    parts: Parts
    name: str
    questions: list[Question]


def answered(batches: Iterable[Batch], parts: Parts, here: Pool, anywhere: Pool) -> Iterator[Batch]:
    """The batches with the answers that comparing them needs: asked `here`, where the database is, and looked up `anywhere`."""
    waiting: deque[tuple[Batch, list[Question]]] = deque()

    def asked() -> Iterator[Asked]:
        for batch, questions in here.in_order(questions_of, batches):
            waiting.append((batch, questions))
            yield from (Asked(parts, name, questions) for name in parts.files)

    found = anywhere.in_order(look_up, asked())
    for of_parts in zip(*[found] * len(parts.files), strict=True):
        batch, questions = waiting.popleft()
        merged = (question.merged(some) for question, *some in zip(questions, *of_parts, strict=True))
        yield batch._replace(answers=dict(zip(questions, merged, strict=True)))


def questions_of(batch: Batch) -> tuple[Batch, list[Question]]:
    """What comparing these statements will ask the index."""
    questions: list[Question] = []

    def keep(question: Question) -> Found:
        questions.append(question)
        return question.merged([])

    for passage in Passage.objects.filter(statement__in=batch.statements).select_related("statement"):
        candidates(passage, ask=keep)
    return batch, questions


def look_up(asked: Asked) -> list[Found]:
    """What one part answers."""
    with closing(Part(asked.parts.folder / asked.name, asked.parts.files[asked.name])) as part:
        return [question.of(part) for question in asked.questions]
