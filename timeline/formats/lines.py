"""A list as NDJSON: the shape of the API, one row a line."""

from collections.abc import Iterable

from timeline.api.answers import in_json
from timeline.formats.shaped import shaped
from timeline.formats.taken import Taken


def write(taken: Taken) -> Iterable[bytes]:
    return (in_json(shape) + b"\n" for shape in shaped(taken))
