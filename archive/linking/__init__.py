"""Stage 5: find where a claim is said again, propose it with reasons, and keep what people answer."""

from archive.linking.candidates import candidates
from archive.linking.judging import join, judge, judge_suggestion, undo
from archive.linking.suggesting import suggest

__all__ = ["candidates", "join", "judge", "judge_suggestion", "suggest", "undo"]
