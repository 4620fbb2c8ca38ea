"""What waits for a person, one line a queue: what it is called, who answers it, which rows wait, and where the first is answered."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from archive import review
from archive.models import (
    Assignment,
    ChangeProposal,
    CopySuggestion,
    Document,
    ErrorReport,
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
    all: str = ""
    reason: str = ""

    @property
    def is_more(self) -> bool:
        return self.count > MOST_COUNTED


class Door(NamedTuple):
    """Where a row of a queue is answered: its address, told from these columns."""

    columns: tuple[str, ...]
    address: Callable[..., str]


def door(name: str, column: str = "pk") -> Door:
    """A page whose address takes one column."""
    return Door((column,), lambda value: reverse(name, args=[value]))


def page(name: str) -> Door:
    """A page that shows the first by itself, and then the next."""
    return Door(("pk",), lambda _first: reverse(name))


def _at_its_place(document: str, start: int, end: int, statement: str) -> str:
    return f"{reverse('desk:document', args=[document])}?from={start}-{end}#card-{statement}"


ON_ITS_DOCUMENT = Door(("document__public_id", "start", "end", "public_id"), _at_its_place)


@dataclass(frozen=True)
class Queue:
    """`rows` in the order in which they are answered, read by an index and never beyond MOST_COUNTED. `all` is the address of their list
    with its query; `reason` the column in which somebody says why one waits."""

    label: Any
    what: Any
    permission: str
    rows: Callable[[User], QuerySet]
    one: Door
    all: tuple[str, str] | None = None
    reason: str = ""

    def waiting_for(self, person: User) -> Waiting | None:
        """None where nothing waits."""
        columns = [*self.one.columns, *([self.reason] if self.reason else [])]
        rows = list(self.rows(person).values_list(*columns)[: MOST_COUNTED + 1])
        if not rows:
            return None
        values = rows[0][: len(self.one.columns)]
        address = reverse(self.all[0]) + self.all[1] if self.all else ""
        return Waiting(str(self.label), str(self.what), len(rows), self.one.address(*values), address, rows[0][-1] if self.reason else "")


QUEUES = (
    Queue(
        _("Returned to you"), _("You entered or edited these; somebody sent them back."), "change_statement",
        review.returned_to, ON_ITS_DOCUMENT, ("desk:statements", "?state=returned"), "reason",
    ),
    Queue(
        _("Given to you"), _("Documents that a colleague asks you to work on."), "view_statement",
        lambda person: Assignment.objects.filter(to=person).order_by("id"), door("desk:document", "document__public_id"),
        ("desk:home", "#given"), reason="note",
    ),
    Queue(
        _("Drafts to check"), _("Words that were read in a text: right, wrong, or to be put right."), "change_statement",
        lambda person: Statement.objects.drafts(), door("desk:document", "document__public_id"), ("desk:statements", ""),
    ),
    Queue(
        _("Changed after acceptance"), _("Accepted as they stood before: what was changed has to be accepted too."),
        "accept_statement", lambda person: review.to_accept_again(), ON_ITS_DOCUMENT, ("desk:statements", "?state=returned"),
    ),
    Queue(
        _("Captures that changed"), _("The page was looked at again, and these words stand otherwise or not at all."), "change_statement",
        lambda person: Sighting.objects.to_look_at(), door("admin:archive_document_difference", "document"),
    ),
    Queue(
        _("Documents in which little was read"), _("Few statements for their length. Is something missing?"), "add_statement",
        lambda person: Document.objects.little_read(), door("desk:document", "public_id"),
    ),
    Queue(
        _("Said again?"), _("Two sayings each: do they make the same claim?"), "judge_suggestion",
        Suggestion.objects.open_to, door("desk:pair"), ("desk:pairs", "?list="),
    ),
    Queue(
        _("One occasion?"), _("Reports that may be of the same speech or press conference."), "judge_suggestion",
        lambda person: OccasionSuggestion.objects.asked(), door("desk:one-occasion"),
        ("desk:one-occasions", "?list="),
    ),
    Queue(
        _("Copies?"), _("Texts that may be another outlet’s, printed again."), "change_document",
        lambda person: CopySuggestion.objects.open(), page("desk:copies"), ("admin:archive_copysuggestion_changelist", ""),
    ),
    Queue(
        _("Corrections by an outlet?"), _("Notices that may correct or retract an earlier report."), "change_document",
        lambda person: NoticeSuggestion.objects.open(), page("desk:notices"), ("admin:archive_noticesuggestion_changelist", ""),
    ),
    Queue(
        _("Accepted, to publish"), _("A reviewer accepted these. They become public with what they are linked to."), "publish_statement",
        lambda person: Statement.objects.to_publish(), door("desk:publish-document", "document__public_id"), ("desk:publish", ""),
    ),
    Queue(
        _("Links to publish"), _("Answered on statements that are public already."), "publish_statement",
        lambda person: Occurrence.objects.to_publish(), page("desk:publish-links"), ("desk:publish-links", ""),
    ),
    Queue(
        _("Proposed changes"), _("Somebody asks to change what is public."), "publish_statement",
        lambda person: ChangeProposal.objects.open().order_by("id"), door("desk:change"),
        ("admin:archive_changeproposal_changelist", ""), "reason",
    ),
    Queue(
        _("Errors that readers reported"), _("Somebody says that something here is wrong."), "change_statement",
        lambda person: ErrorReport.objects.waiting(), page("desk:reported"), reason="words",
    ),
)  # fmt: skip


def waiting_for(person: User) -> list[Waiting]:
    """The queues in which something waits for him, in the order of the work."""
    found = (queue.waiting_for(person) for queue in QUEUES if person.has_perm(f"archive.{queue.permission}"))
    return [one for one in found if one]
