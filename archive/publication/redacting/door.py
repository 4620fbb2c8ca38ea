"""The act itself: guards, one transaction, an Event, and a last look whether anything is left."""

from collections.abc import Collection, Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy

from archive.acts import Signature, expect_reason, record
from archive.entries import documents, keeping
from archive.entries.withdrawn import kin_of
from archive.enums import Verb
from archive.errors import NotYours, Refused
from archive.models import ArchiveState, Document, Redaction, Statement, User
from archive.models.statement import CONTEXT
from archive.publication import tallies
from archive.publication.redacting.opening import opened
from archive.publication.redacting.planning import Find, Plan, Target, name_of, named, planned
from archive.publication.redacting.sweeping import hits, is_in_log
from archive.publication.redacting.taking_out import TakingOut
from archive.publication.redacting.traces import merge_full_text, overwriting
from archive.publication.snapshots import digest_under, revise_all

NOT_YOURS = gettext_lazy(
    "Only a superuser takes out what the law demands. A publisher withdraws the statement as a legal removal and asks one for the rest."
)


class Unanswered(Refused):
    """The words stand elsewhere too, and nobody said what is to become of that."""

    def __init__(self, finds: Collection[Find]):
        self.finds = finds
        named = ", ".join(sorted({one.name for one in finds}))
        super().__init__(gettext("The words stand elsewhere too. Say of each whether it goes or stays: %(named)s") % {"named": named})


def redact(
    target: Target, *, by: User, reason: str, also: Collection[str] = (), leave: Collection[str] | None = None, at: datetime | None = None
) -> Plan:
    """Take these words out of the record: of the document, of all that was read in it and of what is kept of that, for good.

    As many blocks stand in their place, with a hash alone. Statements of which nothing is left are withdrawn as a legal removal. What
    repeats the words elsewhere has to be named: it goes (`also`) or stays (`leave`; None: all that stays may stay). Documents that print
    the same text go with it. The reason is public, and must not repeat them.
    """
    if not (by.is_active and by.is_superuser):
        raise NotYours(NOT_YOURS)
    signed = Signature(by, at or timezone.now(), expect_reason(reason))
    if target.wanted.most(signed.reason):
        raise Refused(gettext("The public reason repeats the words. Say why in others."))
    with overwriting(), transaction.atomic():
        ArchiveState.take_turn()  # before the tables are held, as every publication takes it before it writes
        with opened():
            plan = planned(target, also)
            _expect_answers(plan, also, leave)
            _carry_out(plan, signed)
            merge_full_text()
            _expect_nothing_left(plan, leave)
    return plan


def _expect_answers(plan: Plan, also: Collection[str], leave: Collection[str] | None) -> None:
    if unknown := sorted(set(also) - plan.chosen):
        raise Refused(gettext("The words do not stand there: %(named)s") % {"named": ", ".join(unknown)})
    if leave is not None and (open_ := [one for one in plan.elsewhere if one.name not in leave]):
        raise Unanswered(open_)
    if in_log := [hit for hit in plan.rows if is_in_log(hit)]:
        entries = ", ".join(str(hit.pk) for hit in in_log)
        raise Refused(gettext("Entries of the log can’t leave out anything: %(entries)s. Leave them.") % {"entries": entries})


def _carry_out(plan: Plan, signed: Signature) -> None:
    act = TakingOut(plan, signed)
    act.documents()
    act.rows()  # before the statements, whose new Revisions say what stands beside them
    act.statements()
    act.histories()
    Redaction.objects.bulk_create(act.told)
    changes = list(act.changes())
    for change, version in zip(changes, revise_all(changes), strict=True):
        if isinstance(change.row, Statement):
            Statement.objects.filter(pk=change.row.pk).update(version=version, lock_version=F("lock_version") + 1)
    for document in Document.objects.filter(pk__in=plan.documents).defer("raw", "text"):
        told = {"fields": ["redactions"], "places": plan.spans.get(document.pk, [])} | digest_under(document)
        record(Verb.REDACTED, document, by=signed.by, at=signed.at, reason=signed.reason, **told)
    _renew(plan.documents)


def _renew(changed: Iterable[int]) -> None:
    """What is shown of these documents and their statements."""
    keeping.renew(Statement.objects.public().filter(document__in=changed).values_list("pk", flat=True))
    documents.renew(kin_of(changed))
    tallies.raise_revision()


def _expect_nothing_left(plan: Plan, leave: Collection[str] | None) -> None:
    """An error of ours, in which nothing was changed, rather than words that stay behind."""
    stays = {one.name for one in plan.elsewhere} | set(leave or ())
    again = planned_again(plan)
    if left := sorted({one.name for one in again if one.name not in stays}):
        raise Refused(
            gettext("Words would be left in %(named)s. Nothing was changed. Tell who writes the program.") % {"named": ", ".join(left)}
        )


def planned_again(plan: Plan) -> list[Find]:
    """What would be found if the same words were asked for once more."""
    found = [Find(named(hit), column, most) for hit in hits(plan.wanted) for column, most in hit.columns.items()]
    for document in Document.objects.filter(pk__in=plan.documents).only("public_id", "text"):
        found += [Find(name_of(document), f"{run.start}–{run.end}", run.words) for run in plan.wanted.runs(document.text)]
        for one in document.statements.only("public_id", "start", "end", "text", "prefix", "suffix"):
            if not _is_as_there(one, document.text):
                found.append(Find(name_of(one), "text", plan.wanted.longest))
    return found


def _is_as_there(statement: Statement, text: str) -> bool:
    """Whether its words, and what is kept from beside them, are those of the document."""
    start, end = statement.start, statement.end
    there = {"text": text[start:end], "prefix": text[max(0, start - CONTEXT) : start], "suffix": text[end : end + CONTEXT]}
    return all(getattr(statement, name) in ("", words) for name, words in there.items())
