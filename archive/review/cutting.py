"""Where one statement ends and the next begins: one is split in two, or two are joined."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from archive.acts import Signature, allow, held, held_by_number, record, save_valid, words_left_out
from archive.doubts import asked_at_once
from archive.enums import StatementKind, StatementStatus, Verb
from archive.errors import Refused
from archive.models import Attribution, Statement, User
from archive.review.editing import Before, before_editing, confirm_changes, return_changed
from archive.review.judging import move, returned
from archive.review.occasions import expect_occasion_free
from archive.review.values import changed_of, set_span, told_of, values_of

LONGEST_BETWEEN = 200  # characters: “ … , said the minister of transport on Monday, adding: …”
SHARED = (
    "document_id", "kind", "force", "language", "said_on", "said_words", "said_rule", "undated", "mentioned", "relayed", "occasion_id",
    "occasion_proposed", "speakers_proposed", "place_proposed", "locator", "confidence", "confirmed", "start", "drafted_by_id", "method",
)  # fmt: skip
JOINED = "Joined with the words before it."


@transaction.atomic
def split(
    statement: Statement, at_offset: int, *, by: User, confirmed: Collection[str] = (), at: datetime | None = None
) -> tuple[Statement, Statement]:
    """Two of one: its words up to this place of the document, and a new draft of those from there on, with the same speakers, day and
    drafter. Refuses a place outside the words; asks about one inside a word."""
    allow(by, "change_statement")
    signed = Signature(by, at or timezone.now())
    words_left_out([statement.document_id])
    first = held(statement)
    before, was = before_editing(first, signed), values_of(first)
    spans = _parts(first, at_offset)
    second = Statement(**{name: getattr(first, name) for name in SHARED})
    set_span(first, *spans[0])
    first.lock_version += 1
    save_valid(first)
    set_span(second, *spans[1])
    save_valid(second)
    for named in Attribution.objects.filter(statement=first):
        named.pk, named.statement = None, second
        named.save()
    told = asked_at_once(partial(confirm_changes, one, before, signed, confirmed) for one in (first, second))
    record(Verb.SPLIT, first, by=by, at=signed.at, **changed_of(first, was), into=second.public_id, **told[0])
    record(Verb.ENTERED, second, by=by, at=signed.at, words=str(second), part_of=first.public_id, **told[1])
    return_changed(first, before, signed)
    return first, second


def _parts(statement: Statement, at: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """Without the white space between them."""
    if not statement.start < at < statement.end:
        raise Refused(_("This place does not lie inside the words. Choose one between two of their words."), about="span")
    before, behind = statement.text[: at - statement.start].rstrip(), statement.text[at - statement.start :].lstrip()
    if not before or not behind:
        raise Refused(_("Nothing would be left on one side. Choose a place between two words."), about="span")
    return (statement.start, statement.start + len(before)), (statement.end - len(behind), statement.end)


@transaction.atomic
def join(statement: Statement, following: Statement, *, by: User, confirmed: Collection[str] = (), at: datetime | None = None) -> Statement:
    """One of two that stand behind each other, with what stands between them; the second is rejected, so that nobody proposes it again.

    Refuses two of which one is said by others, on another day, elsewhere or held otherwise; asks about what speaks against all the words.
    """
    allow(by, "change_statement")
    signed = Signature(by, at or timezone.now())
    words_left_out([statement.document_id])
    rows = held_by_number(Statement, [statement.pk, following.pk])
    first, second = rows[statement.pk], rows[following.pk]
    before, was = _before_both(first, second, signed), values_of(first)
    _expect_one_saying(first, second)
    if second.status == StatementStatus.ACCEPTED:
        returned(second, replace(signed, reason=JOINED), part_of=first.public_id)
    move(second, StatementStatus.REJECTED, Verb.REJECTED, replace(signed, reason=JOINED), part_of=first.public_id)
    _take_in(first, second)
    first.lock_version += 1
    save_valid(first)
    told = confirm_changes(first, before, signed, confirmed)
    record(Verb.MERGED, first, by=by, at=signed.at, **changed_of(first, was), following=second.public_id, **told)
    return_changed(first, before, signed)
    return first


def _before_both(first: Statement, second: Statement, signed: Signature) -> Before:
    """What stood before the change of the first, and what spoke against the second already."""
    before, other = before_editing(first, signed), before_editing(second, signed)
    return replace(before, doubts=before.doubts | other.doubts)


def _expect_one_saying(first: Statement, second: Statement) -> None:
    if first.document_id != second.document_id or not first.end <= second.start:
        raise Refused(_("These do not stand behind each other in one text. Choose the one that follows."))
    if second.start - first.end > LONGEST_BETWEEN:
        told = _("Too much stands between them: more than %(n)d characters. Leave them apart.") % {"n": LONGEST_BETWEEN}
        raise Refused(told, about="span", other=second)
    there = Statement.objects.filter(document=first.document_id, start__lt=second.start, end__gt=first.end)
    if between := there.exclude(status=StatementStatus.REJECTED).exclude(pk__in=[first.pk, second.pk]).first():
        told = _("Another statement stands between them (%(state)s): “%(words)s”. Join that one first.") % told_of(between)
        raise Refused(told, about="span", other=between)
    for field, differs, why in _differences(first, second):
        if differs:
            raise Refused(why, about=field, other=second)


def _differences(first: Statement, second: Statement) -> list[tuple[str, bool, str]]:
    return [
        ("speakers", _who_say(first) != _who_say(second), _("Others say the one than the other. Put the speakers right first.")),
        ("force", first.force != second.force, _("One is held otherwise than the other, for instance denied. Put that right first.")),
        ("said_on", _is_other(first.said_on, second.said_on), _("They were said on different days. Put the day right first.")),
        (
            "occasion",
            _is_other(first.occasion_id, second.occasion_id),
            _("They were said on different occasions. Put the occasion right first."),
        ),
    ]


def _who_say(statement: Statement) -> list[tuple[int, str]]:
    return sorted(one.who for one in Attribution.objects.filter(statement=statement))


def _is_other(one: Any, other: Any) -> bool:
    """Of two that are known."""
    return bool(one and other and one != other)


def _take_in(first: Statement, second: Statement) -> None:
    """All words up to the end of the second, and what is known of that alone."""
    between = first.document.text[first.end : second.start]
    is_interrupted = any(map(str.isalnum, between))
    if first.kind != second.kind or (is_interrupted and first.kind == StatementKind.DIRECT):
        first.kind = StatementKind.MIXED
    if not first.said_on and second.said_on:
        first.said_on, first.said_words, first.said_rule, first.undated = second.said_on, second.said_words, second.said_rule, False
    if not first.occasion_id and second.occasion_id:
        expect_occasion_free(first)
        first.occasion_id = second.occasion_id
    sure = [one.confidence for one in (first, second) if one.confidence is not None]
    first.confidence = min(sure, default=None)
    first.mentioned, first.relayed = first.mentioned + second.mentioned, first.relayed + second.relayed
    first.locator = first.locator or second.locator
    set_span(first, first.start, second.end)
