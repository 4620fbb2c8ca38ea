"""An error inside a rule costs what the rule was reading, a date or a sentence, and never the document: the log names the rule."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from traceback import FrameSummary, extract_tb
from typing import TypeVar

logger = logging.getLogger(__name__)
ROOM = Path(__file__).parents[1]
MOST_PLACES = 8  # of the code, the innermost: an endless recursion passes a thousand
Read = TypeVar("Read")


def attempt(what: str, read: Callable[[], Read], otherwise: Read, *, rule: str = "") -> Read:
    """What `read` gives, or `otherwise` where it raises. `what` says for the log what was being read. No words of the text go there: of
    the error its kind and its place alone.

    Where the caller doesn't know the `rule`, it is the innermost function of extraction that the error passed.
    """
    try:
        return read()
    except Exception as error:  # noqa: BLE001 - whatever it is, it is logged and costs what was being read
        passed = [frame for frame in extract_tb(error.__traceback__) if Path(frame.filename).is_relative_to(ROOM)]
        places = " < ".join(f"{Path(frame.filename).relative_to(ROOM)}:{frame.lineno}" for frame in passed[:0:-1][:MOST_PLACES])
        named = rule or _rule_of(error, passed)
        logger.error("%s could not be read: the rule “%s” failed, %s at %s", what, named, type(error).__name__, places)  # noqa: TRY400
        return otherwise


def _rule_of(error: Exception, passed: Sequence[FrameSummary]) -> str:
    if notes := getattr(error, "__notes__", ()):  # the row of a table of rules
        return str(notes[0])
    return f"{Path(passed[-1].filename).stem}.{passed[-1].name}"
