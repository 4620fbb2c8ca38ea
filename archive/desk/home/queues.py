"""What waits for a person, one line a queue: what it is called, who answers it, which rows wait, and where the first is answered."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from archive import review
from archive.models import (
    ChangeProposal,
    CopySuggestion,
    Document,
    NoticeSuggestion,
    OccasionSuggestion,
    Occurrence,
    Sighting,
    Statement,
    Suggestion,
    User,
)

MOST_COUNTED = 1_000


class Waiting(NamedTuple):
    """A queue as it stands for somebody: `first` and `all` are addresses, `reason` is why the first waits, where somebody said so."""

    label: str
    what: str
    count: int
    first: str
    all: str
    reason: str

    @property
    def is_more(self) -> bool:
        return self.count > MOST_COUNTED


@dataclass(frozen=True)
class Queue:
    """`rows` in the order in which they are answered, read by an index and never beyond MOST_COUNTED. `one` names the page that answers
    one, `by` is the column that its address takes, `reason` the one in which somebody says why it waits."""

    label: Any
    what: Any
    permission: str
    rows: Callable[[User], QuerySet]
    one: str
    all: str
    query: str = ""
    by: str = "pk"
    reason: str = ""

    def waiting_for(self, person: User) -> Waiting:
        rows = list(self.rows(person).values_list(self.by, self.reason or self.by)[: MOST_COUNTED + 1])
        key, reason = rows[0] if rows else (None, "")
        first = reverse(self.one, args=[key]) if rows else ""
        return Waiting(str(self.label), str(self.what), len(rows), first, reverse(self.all) + self.query, reason if self.reason else "")


QUEUES = (
    Queue(
        _("Returned to you"), _("You entered or edited these; somebody sent them back."), "change_statement",
        review.returned_to, "admin:archive_statement_change", "admin:archive_statement_changelist", "?status__exact=draft",
        reason="reason",
    ),
    Queue(
        _("Drafts to check"), _("Words that were read in a text: right, wrong, or to be put right."), "change_statement",
        lambda person: Statement.objects.drafts(), "admin:archive_statement_change", "admin:archive_statement_changelist",
        "?status__exact=draft",
    ),
    Queue(
        _("Changed after acceptance"), _("Accepted as they stood before: what was changed has to be accepted too."),
        "accept_statement", lambda person: review.changed_after_acceptance(), "admin:archive_statement_change",
        "admin:archive_statement_changelist", "?status__exact=draft",
    ),
    Queue(
        _("Captures that changed"), _("The page was captured again, and these words stand otherwise or not at all."), "change_statement",
        lambda person: Sighting.objects.to_look_at(), "admin:archive_document_difference", "admin:archive_document_changelist",
        by="document",
    ),
    Queue(
        _("Documents in which little was read"), _("Few statements for their length. Is something missing?"), "add_statement",
        lambda person: Document.objects.little_read(), "admin:archive_document_change", "admin:archive_document_changelist",
    ),
    Queue(
        _("Said again?"), _("Two passages each: do they make the same claim?"), "judge_suggestion",
        lambda person: Suggestion.objects.open(), "admin:archive_suggestion_change", "admin:archive_suggestion_changelist",
    ),
    Queue(
        _("One occasion?"), _("Reports that may be of the same speech or press conference."), "judge_suggestion",
        lambda person: OccasionSuggestion.objects.asked(), "admin:archive_occasionsuggestion_change",
        "admin:archive_occasionsuggestion_changelist",
    ),
    Queue(
        _("Copies?"), _("Texts that may be another outlet’s, printed again."), "change_document",
        lambda person: CopySuggestion.objects.open(), "admin:archive_copysuggestion_change", "admin:archive_copysuggestion_changelist",
    ),
    Queue(
        _("Corrections by an outlet?"), _("Notices that may correct or retract an earlier report."), "change_document",
        lambda person: NoticeSuggestion.objects.open(), "admin:archive_noticesuggestion_change",
        "admin:archive_noticesuggestion_changelist",
    ),
    Queue(
        _("Accepted, to publish"), _("A reviewer accepted these. They become public with what they are linked to."), "publish_statement",
        lambda person: Statement.objects.to_publish(), "admin:archive_statement_change", "admin:archive_statement_changelist",
        "?status__exact=accepted",
    ),
    Queue(
        _("Links to publish"), _("Answered on statements that are public already."), "publish_statement",
        lambda person: Occurrence.objects.to_publish(), "admin:archive_statement_change", "admin:archive_statement_changelist",
        "?links=waiting", by="statement",
    ),
    Queue(
        _("Proposed changes"), _("Somebody asks to change what is public."), "publish_statement",
        lambda person: ChangeProposal.objects.open(), "admin:archive_changeproposal_change", "admin:archive_changeproposal_changelist",
        reason="reason",
    ),
)  # fmt: skip


def waiting_for(person: User) -> Iterator[Waiting]:
    """The queues in which something waits for him, in the order of the work."""
    mine = (queue for queue in QUEUES if person.has_perm(f"archive.{queue.permission}"))
    return (waiting for queue in mine if (waiting := queue.waiting_for(person)).count)
