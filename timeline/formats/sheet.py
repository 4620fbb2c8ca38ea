"""A list as CSV (RFC 4180, UTF-8): a row of headings, and one row for each statement or correction.

No cell begins a formula: where one would, an apostrophe stands before it.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Any

from archive.models.lists.formulas import guarded
from timeline.formats.columns import CORRECTIONS, STATEMENTS
from timeline.formats.shaped import shaped
from timeline.formats.taken import Taken

WRITTEN_AT_ONCE = 200  # rows


def write(taken: Taken) -> Iterator[bytes]:
    columns = CORRECTIONS if taken.listed.is_of_corrections else STATEMENTS
    rows = chain([[one.heading for one in columns]], ([_cell(one.of(shape)) for one in columns] for shape in shaped(taken)))
    while some := list(islice(rows, WRITTEN_AT_ONCE)):
        yield _written(some)


def _cell(value: Any) -> Any:
    return guarded(value) if isinstance(value, str) else value


def _written(rows: Iterable[list[Any]]) -> bytes:
    written = io.StringIO(newline="")
    csv.writer(written).writerows(rows)
    return written.getvalue().encode()
