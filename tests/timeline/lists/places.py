"""What tests of lists read at the places that a walk gives."""

from collections.abc import Iterable

from archive.models import Statement
from timeline.lists.sources import Place


def statements_at(places: Iterable[Place]) -> list[Statement]:
    """The public statements there, in the same order."""
    known = Statement.objects.public().in_bulk([place.id for place in places])
    return [known[place.id] for place in places]
