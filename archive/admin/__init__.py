"""The editors' side in Django's own admin: one file a subject. Every change of state goes through the stage modules."""

from archive.admin import history, people, proposal
from archive.admin.claims import claim, judgement, occasion_suggestion, occurrence, suggestion
from archive.admin.sources import article, copy, document, feed, notice, outlet
from archive.admin.statements import occasion, speaker, statement

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
    "proposal",
    "speaker",
    "statement",
    "suggestion",
]
