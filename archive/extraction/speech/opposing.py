"""Finds who begins a clause of his own behind a conjunction, and the words behind him, that tell whether he objects to what was said."""

from __future__ import annotations

from collections.abc import Container, Sequence

from archive.extraction.languages.callings import is_calling
from archive.extraction.people.mentions import Mention
from archive.extraction.text.tokens import Token

SUBJECT, REACH = 5, 5  # tokens within which the subject tells who it is, and its verb follows


def behind_subject(tokens: Sequence[Token], mentions: Sequence[Mention], at: int, never_within: Container[str] = ()) -> list[str]:
    """The words behind the person or people that stand at the token, in small letters; none where no such subject stands there.

    Between the token and what the subject is called after stands no word of `never_within`."""
    subject = _past_subject(tokens, mentions, at, never_within)
    return [t.lower for t in tokens[subject : subject + REACH] if t.kind == "w"] if subject is not None else []


def _past_subject(tokens: Sequence[Token], mentions: Sequence[Mention], at: int, never_within: Container[str]) -> int | None:
    named = next((m for m in mentions if at <= m.first <= at + 1), None)
    if named:
        return named.last + 1
    called = next((n for n in range(at, min(len(tokens), at + SUBJECT)) if is_calling(tokens[n].lower)), None)
    if called is None or any(t.kind != "w" or t.lower in never_within for t in tokens[at:called]):
        return None
    return called + 1
