"""What commands print: of names and texts that others chose nothing that moves a terminal's cursor or colours its lines, and of what
failed a sentence.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management.base import CommandError
from django.db import DatabaseError, InterfaceError

from archive.errors import DATABASE_GONE, Refused
from archive.errors.faults import fault_of

GOES_ON = "What is told above is kept. Run the same command again: it goes on from there."
ONCE_MENDED = "What is told above is kept. Run the same command again once that is mended."


def printed(line: str) -> str:
    """The line with every character that is not seen, or is none, written out: a line feed, an escape, a mark that turns the direction."""
    return "".join(one if one.isprintable() else one.encode("unicode_escape").decode() for one in line)


@contextmanager
def as_sentences(then: str = GOES_ON) -> Iterator[None]:
    """Around what a command does: what refused it, and what failed beneath it, is told without a traceback, and it ends with 1. A mistake
    of ours keeps its traceback. `then` tells what stays and what to do."""
    try:
        yield
    except Refused as refusal:
        raise CommandError(printed(str(refusal))) from refusal
    except ConnectionError:
        raise  # such as a reader of the output who went away: no disk failed
    except OSError as error:
        raise CommandError(f"{of_the_disk(error)} {then}".strip()) from error
    except (DatabaseError, InterfaceError) as error:
        if not (isinstance(error, DATABASE_GONE) or fault_of(error)):
            raise
        raise CommandError(f"{of_the_database(error)} {then}".strip()) from error


@contextmanager
def without_a_traceback() -> Iterator[None]:
    """Around all commands, Django's among them, with what comes before and behind them: what failed beneath one is told; it ends with 1."""
    try:
        yield
    except Exception as error:
        if not fault_of(error):
            raise
        beneath = next((one for one in (error, error.__cause__, error.__context__) if isinstance(one, OSError)), None)
        told = of_the_disk(beneath) if beneath else of_the_database(error)
        sys.exit(f"CommandError: {told} {ONCE_MENDED}")


def of_the_disk(error: OSError) -> str:
    """What the system says of a file."""
    named = f" ({error.filename})" if error.filename else ""
    return printed(f"The disk failed: {error.strerror or error}{named}.")


def of_the_database(error: Exception) -> str:
    """The first line that a database says of its end."""
    first = next(iter(str(error).strip().splitlines()), type(error).__name__)
    return printed(f"The database failed: {first.rstrip('.')}.")
