"""What commands print: of names and texts that others chose nothing that moves a terminal's cursor or colours its lines, and of what
failed a sentence.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management.base import CommandError

from archive.errors import DATABASE_GONE, Refused


def printed(line: str) -> str:
    """The line with every character that is not seen, or is none, written out: a line feed, an escape, a mark that turns the direction."""
    return "".join(one if one.isprintable() else one.encode("unicode_escape").decode() for one in line)


@contextmanager
def as_sentences() -> Iterator[None]:
    """Around what a command does: what refused it, and the disk or the database that failed beneath it, is told without a traceback, and
    it ends with 1. A mistake of ours keeps its traceback."""
    try:
        yield
    except Refused as refusal:
        raise CommandError(printed(str(refusal))) from refusal
    except OSError as error:
        named = f" ({error.filename})" if error.filename else ""
        raise CommandError(printed(f"The disk failed: {error.strerror or error}{named}.")) from error
    except DATABASE_GONE as error:
        raise CommandError(printed(f"The database failed: {' '.join(str(error).split())}.")) from error
