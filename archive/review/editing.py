"""Changes of a statement that is not public, by whichever door: what they bring is asked about, and an accepted one is a draft again.

A form asks `before_editing` or `before_entering`, saves, then `confirm_changes` and `return_changed`, all in one transaction; an act
changes within `editing`.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from django.db.models import Q
from django.utils.translation import gettext

from archive.acceptance import judged_as
from archive.acts import Signature, expect_state, held, words_left_out
from archive.doubts import keep, kept_with
from archive.doubts.statements import doubts_of, doubts_of_words, is_of_words
from archive.enums import StatementStatus
from archive.errors import Doubt, Refused
from archive.models import Attribution, Document, Judgement, OccasionSuggestion, Sighting, Statement
from archive.review.judging import returned

CHANGED = "Words, speaker, date, kind or force were changed after it was accepted."


@dataclass(frozen=True)
class Before:
    """A statement as it stood before a change; nothing of one that is entered."""

    doubts: frozenset[Doubt] = frozenset()
    judged: str = ""
    speakers: tuple[tuple[int | None, str, str], ...] = ()


ENTERED = Before()


def before_entering(statement: Statement) -> Before:
    words_left_out([statement.document_id])
    return ENTERED


def before_editing(statement: Statement, signed: Signature) -> Before:
    """Of the row as the database has it, held from here on; `statement` is the row as it is to be, or as it is."""
    place = statement.document_id, statement.start, statement.end
    stood = Statement.objects.values_list("document", "start", "end").get(pk=statement.pk)
    if place != stood:
        words_left_out({place[0], stood[0]})
    statement = held(statement)
    expect_state(statement, [StatementStatus.DRAFT, StatementStatus.ACCEPTED], "changed")
    return Before(frozenset(doubts_of_words(statement, signed.at.date())), judged_as(statement), _speakers_of(statement))


def _speakers_of(statement: Statement) -> tuple[tuple[int | None, str, str], ...]:
    return tuple(Attribution.objects.filter(statement=statement).values_list("speaker", "name", "role"))


def confirm_changes(statement: Statement, before: Before, signed: Signature, confirmed: Collection[str] = ()) -> dict[str, list[str]]:
    """Refuse what a saved change brings unless it is `confirmed`; keep that with the row. Returns what the Event is to say of it.

    What spoke against the words before is asked when they are accepted. How sure extraction was is forgotten where a person put the
    speakers right.
    """
    if _speakers_of(statement) != before.speakers:
        statement.confidence = None
    known = kept_with(statement)
    doubts = doubts_of(statement, signed.at.date())
    stands = [one for one in doubts if one in known or (is_of_words(one) and one not in before.doubts)]
    told = keep(statement, stands, confirmed)
    Statement.objects.filter(pk=statement.pk).update(confirmed=statement.confirmed, confidence=statement.confidence)
    return told


def return_changed(statement: Statement, before: Before, signed: Signature) -> bool:
    """Make a draft of an accepted statement of which the reviewer judged something else. Refuses a linked one: undo that first."""
    if statement.status != StatementStatus.ACCEPTED or judged_as(statement) == before.judged:
        return False
    returned(statement, replace(signed, reason=CHANGED))
    return True


@contextmanager
def editing(statement: Statement, signed: Signature) -> Iterator[None]:
    """Around an act that changes a statement which its transaction holds."""
    before = before_editing(statement, signed)
    yield
    return_changed(held(statement), before, signed)


def move_to(statement: Statement, document: Document) -> None:
    """The document was chosen wrongly: the words stand in this one, and what was read off the other is forgotten. Not saved yet.

    Refuses words that people judged where they stand: that is kept for ever.
    """
    pair = Q(statement=statement) | Q(other=statement)
    if Judgement.objects.filter(pair).exists() or OccasionSuggestion.objects.filter(pair).exclude(answer="").exists():
        raise Refused(
            gettext(
                "People gave answers on these words where they stand, and that is kept. Reject this one, and enter the words of the other."
            )
        )
    before = Statement.objects.select_related("document").get(pk=statement.pk)
    statement.document = document
    statement.duplicates, statement.mentioned, statement.relayed = [], [], []
    statement.occasion_proposed = statement.place_proposed = statement.speakers_proposed = ""
    statement.confidence = None
    _forget_what_was_read(statement, before)
    OccasionSuggestion.objects.filter(pair).delete()
    Attribution.objects.filter(statement=statement).update(start=None, end=None)
    Sighting.objects.filter(statement=statement).delete()


def _forget_what_was_read(statement: Statement, before: Statement) -> None:
    """Fields that people type too, where they stand as they were read off the other document."""
    if statement.locator == before.document.locator_at(before.start):
        statement.locator = ""
    if statement.language == before.document.language:
        statement.language = statement.document.language
    if statement.said_words and statement.said_words not in statement.document.text:
        statement.said_words = ""
    if statement.said_on == before.said_on and not statement.said_words:
        statement.said_rule = ""
