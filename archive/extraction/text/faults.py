"""An error inside a rule costs what the rule was reading, a date or a sentence, and never the document: the log names the rule."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from traceback import extract_tb
from typing import TypeVar

logger = logging.getLogger(__name__)
ROOM = Path(__file__).parents[1]
Read = TypeVar("Read")


def attempt(what: str, read: Callable[[], Read], otherwise: Read, *, rule: str = "") -> Read:
    """What `read` gives, or `otherwise` where it raises. `what` says for the log what was being read; no words of the text go there.

    Where the caller doesn't know the `rule`, it is the innermost function of extraction that the error passed.
    """
    try:
        return read()
    except Exception as error:
        logger.exception("%s could not be read: the rule “%s” failed", what, rule or _rule_of(error))  # noqa: TRY401 - its place, not its words
        return otherwise


def _rule_of(error: Exception) -> str:
    if notes := getattr(error, "__notes__", ()):  # the row of a table of rules
        return str(notes[0])
    frames = [frame for frame in extract_tb(error.__traceback__) if Path(frame.filename).is_relative_to(ROOM)]
    return f"{Path(frames[-1].filename).stem}.{frames[-1].name}" if frames else "unknown"
