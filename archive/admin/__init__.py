"""The editors' side in Django's own admin: one file a subject. Every change of state goes through the stage modules."""

from archive.admin import (
    article,
    claim,
    copy,
    document,
    feed,
    history,
    judgement,
    notice,
    occasion,
    occasion_suggestion,
    occurrence,
    outlet,
    people,
    speaker,
    statement,
    suggestion,
)

__all__ = [
    "article",
    "claim",
    "copy",
    "document",
    "feed",
    "history",
    "judgement",
    "notice",
    "occasion",
    "occasion_suggestion",
    "occurrence",
    "outlet",
    "people",
    "speaker",
    "statement",
    "suggestion",
]
