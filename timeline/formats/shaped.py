"""The rows of a list in the shapes of the API: one statement or one correction each, read a few at a time."""

from collections.abc import Iterator

from archive.models import Revision
from timeline.api import shapes
from timeline.api.corrections import addresses, untold
from timeline.api.shapes import Shape
from timeline.formats.taken import Taken


def shaped(taken: Taken) -> Iterator[Shape]:
    if taken.listed.is_of_corrections:
        return (shape for rows in taken.revisions() for shape in corrections(rows))
    return map(shapes.statement, taken.told())


def corrections(rows: list[Revision]) -> list[Shape]:
    known, hushed = addresses(rows), untold(rows)
    return [shapes.correction(row, known.get((row.object_type, row.object_id)), is_untold=row.pk in hushed) for row in rows]
