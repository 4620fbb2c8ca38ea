"""What a statement does to a claim, in one word for programs: first, again, denied."""

from archive.entries.histories import History
from archive.entries.ways import SAID

ROLES = ("first", "again", "report", "repeat", "undated", "variant", "narrower", "wider", "denied", "relayed", "retracted")


def role_of(way: str, history: History | None, *, is_dated: bool) -> str:
    """One word of ROLES. Without a history, its report was retracted."""
    if way != SAID:
        return way
    if history is None:
        return "retracted"
    if history.in_same_article:
        return "repeat"
    if history.is_repeated:
        return "report" if history.is_report else "again"
    if not is_dated:
        return "undated"
    return "first" if history.is_first else "again"
