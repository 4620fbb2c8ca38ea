"""Statements that were kept as simply said before their force was read."""

from collections.abc import Sequence
from typing import NamedTuple

from archive.drafting import found_in
from archive.enums import Force
from archive.extraction.types import StatementFound
from archive.models import Document, Statement


class Otherwise(NamedTuple):
    """A standing statement that is kept as said, and what extraction reads now: another force by some words, or no saying at all."""

    statement: Statement
    force: str = ""
    cue: str = ""


def read_otherwise(document: Document, found: Sequence[StatementFound]) -> list[Otherwise]:
    """The accepted and public statements of a document that are kept as simply said and not read so now. Changes nothing.

    What people entered is listed where it is read as denied, asked or supposed; what was drafted, also where nothing is proposed any more.
    """
    kept = document.statements.accepted().filter(force=Force.ASSERTED).order_by("start")
    read_now = [(one, found_in(one, found)) for one in kept]
    doubtful = [Otherwise(one, now.force, now.cue.text if now.cue else "") for one, now in read_now if now and now.force != Force.ASSERTED]
    return [*doubtful, *(Otherwise(one) for one, now in read_now if now is None and one.method)]
