"""What the log says of rules of reading that raised."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

LOGGER = logging.getLogger("archive.extraction.text.faults")


class _Kept(logging.Handler):
    """The lines of a log, as a list."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@contextmanager
def faults_of_reading() -> Iterator[list[str]]:
    """The lines that are written meanwhile, one for each rule that raised."""
    kept = _Kept()
    LOGGER.addHandler(kept)
    try:
        yield kept.lines
    finally:
        LOGGER.removeHandler(kept)
