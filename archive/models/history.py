"""What happened to every row, what the public saw, what waits to be changed of it, and where old addresses lead.

Append-only: triggers refuse updates of Events and Revisions.
"""

import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any, Self

from django.apps import apps
from django.db import models
from django.utils.translation import gettext_lazy as _

from archive.enums import ProposalAnswer, RevisionClass, Verb
from archive.models.account import User

# Of a Revision, in the words of its index: a database takes that for a condition alone that says the same, term by term.
CORRECTS = ~models.Q(revision_class=RevisionClass.PUBLICATION) & ~models.Q(revision_class=RevisionClass.ADDITION)
LONGEST_PATH = 1500  # a hundred letters, each of up to four bytes, and each byte written as “%D0”


def type_of(row: models.Model | type[models.Model]) -> str:
    """The table of a row, as events and revisions name it."""
    return row._meta.model_name or ""


def table_named(name: str) -> str:
    """A table as people call it; one that is no more keeps its name."""
    try:
        return str(apps.get_model("archive", name)._meta.verbose_name)
    except LookupError:
        return name


class Event(models.Model):
    """One row says who did what to which row, when, from which state to which, and why.

    `acts.record` writes it, in the transaction of the act itself.
    """

    at = models.DateTimeField(_("when"))
    by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("by"), help_text=_("Empty for the machine.")
    )
    verb = models.CharField(_("what"), max_length=16, choices=Verb)
    object_type = models.CharField(_("table"), max_length=32)
    object_id = models.BigIntegerField(_("row"))
    from_state = models.CharField(_("from"), max_length=16, blank=True)
    to_state = models.CharField(_("to"), max_length=16, blank=True)
    reason = models.TextField(_("reason"), blank=True)
    detail = models.JSONField(_("detail"), default=dict)

    class Meta:
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["object_type", "object_id", "id"], name="event_by_object"),
            models.Index(fields=["by", "-at", "-id"], name="event_by_person"),
            models.Index(fields=["object_id", "id"], name="event_returned", condition=models.Q(verb=Verb.RETURNED)),
        ]
        constraints = [models.CheckConstraint(condition=models.Q(verb__in=Verb.values), name="event_verb_known")]

    def __str__(self) -> str:
        return f"{self.get_verb_display()} {table_named(self.object_type)} {self.object_id}"


class EventLink(models.Model):
    """One row links an Event to the one before it of the same row, `nth` of them: `link` is the hash of that one's and of `digest`, which
    is the hash of `salt` and what the Event says. `log.histories` writes it with the Event.
    """

    event = models.OneToOneField(Event, on_delete=models.PROTECT, primary_key=True, related_name="history")
    object_type = models.CharField(max_length=32)
    object_id = models.BigIntegerField()
    nth = models.PositiveIntegerField()
    salt = models.BinaryField(null=True)  # none where the law had something of the Event taken out
    digest = models.BinaryField()
    link = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["object_type", "object_id", "nth"], name="event_link_once_a_place")]

    def __str__(self) -> str:
        return f"{self.nth} of {table_named(self.object_type)} {self.object_id}"


class RevisionQuerySet(models.QuerySet["Revision"]):
    def corrections(self) -> Self:
        """The public log of changes: newest first."""
        return self.filter(CORRECTS).order_by("-id")

    def latest_of(self, rows: Iterable[models.Model]) -> dict[tuple[str, int], "Revision"]:
        """The last Revision of those rows that have one, by type and id."""
        later = self.model._base_manager.filter(
            object_type=models.OuterRef("object_type"), object_id=models.OuterRef("object_id"), version__gt=models.OuterRef("version")
        )
        return {(one.object_type, one.object_id): one for one in self._of_any(rows).filter(~models.Exists(later))}

    def versions_of(self, rows: Iterable[models.Model]) -> dict[tuple[str, int], int]:
        """The number of the last Revision of each that has one, by type and id."""
        latest = self._of_any(rows).order_by().values_list("object_type", "object_id").annotate(models.Max("version"))
        return {(object_type, object_id): version for object_type, object_id, version in latest}

    def last_of(self, object_type: str, numbers: Iterable[int]) -> dict[int, datetime]:
        """When each of these rows of a table that has a Revision got its last one, by its number."""
        found = self.filter(object_type=object_type, object_id__in=list(numbers)).order_by().values_list("object_id")
        return dict(found.annotate(models.Max("at")))

    def _of_any(self, rows: Iterable[models.Model]) -> Self:
        keys: dict[str, set[int]] = defaultdict(set)
        for row in rows:
            keys[type_of(row)].add(row.pk)
        alike = (models.Q(object_type=name, object_id__in=numbers) for name, numbers in keys.items())
        return self.filter(reduce(or_, alike)) if keys else self.none()

    def latest_version(self, model: type[models.Model], pk: int) -> "Revision | None":
        """The last Revision of a row, without its body."""
        return self.filter(object_type=type_of(model), object_id=pk).defer("body").order_by("-version").first()

    def of(self, row: models.Model) -> Self:
        return self.filter(object_type=type_of(row), object_id=row.pk).order_by("version")

    def not_logged(self) -> Self:
        """Those that were made before there was a log, in the order of their making."""
        return self.filter(log_index=None).order_by("id")


class Revision(models.Model):
    """One row is an unchangeable full snapshot of a public record as canonical JSON. Only `publication` makes it.

    It stands in the publication log at `log_index`, by a hash of `salt` and `body`; both are empty until `log` has entered what was
    published before there was one. Where the law has the words taken out, `body` is other words and `salt` empty: the entry stays.
    """

    object_type = models.CharField(max_length=32)
    object_id = models.BigIntegerField()
    version = models.PositiveIntegerField()
    body = models.BinaryField()
    sha256 = models.CharField(_("fingerprint"), max_length=64)
    revision_class = models.CharField(_("kind of change"), max_length=16, choices=RevisionClass)
    reason = models.TextField(blank=True)
    changed = models.JSONField(default=list)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    salt = models.BinaryField(null=True)
    log_index = models.BigIntegerField(null=True)

    objects = RevisionQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["object_type", "object_id", "version"], name="revision_once_a_version"),
            models.CheckConstraint(condition=models.Q(revision_class__in=RevisionClass.values), name="revision_class_known"),
            models.CheckConstraint(
                condition=models.Q(revision_class__in=[RevisionClass.PUBLICATION, RevisionClass.ADDITION]) | ~models.Q(reason=""),
                name="revision_of_a_change_says_why",
            ),
            models.UniqueConstraint(fields=["log_index"], name="revision_once_in_the_log", condition=models.Q(log_index__isnull=False)),
        ]
        indexes = [
            models.Index(fields=["id"], name="revision_log", condition=CORRECTS),
            models.Index(fields=["id"], name="revision_not_logged", condition=models.Q(log_index=None)),
        ]

    def __str__(self) -> str:
        return f"{table_named(self.object_type)} {self.object_id}, version {self.version}"

    @property
    def withdraws(self) -> bool:
        """Whether it takes back: its reason stands in place of what was there."""
        return self.revision_class in RevisionClass.withdrawing()

    @property
    def content(self) -> dict[str, Any]:
        content: dict[str, Any] = json.loads(bytes(self.body))
        return content


class Redirect(models.Model):
    """One row is an old public address and where it leads, with the reason."""

    old_path = models.CharField(max_length=LONGEST_PATH, unique=True)
    new_path = models.CharField(max_length=LONGEST_PATH)
    reason = models.CharField(max_length=300)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~models.Q(old_path=models.F("new_path")), name="redirect_leads_elsewhere")]

    def __str__(self) -> str:
        return f"{self.old_path} → {self.new_path}"


class ChangeProposalQuerySet(models.QuerySet["ChangeProposal"]):
    def open(self) -> Self:
        """What waits for a publisher."""
        return self.filter(answer="")

    def answered(self) -> Self:
        return self.exclude(answer="")

    def of(self, row: models.Model) -> Self:
        return self.filter(object_type=type_of(row), object_id=row.pk)


class ChangeProposal(models.Model):
    """One row asks a publisher to change fields of a public row, and keeps the answer for ever.

    `publication.propose` makes it, `publication.take` and `publication.decline` set the answer. `was` and `becomes` name the same fields:
    their values when it was proposed, and those that are wanted; rows stand there by their numbers.
    """

    object_type = models.CharField(_("table"), max_length=32)
    object_id = models.BigIntegerField(_("row"))
    about = models.CharField(_("about"), max_length=300)
    was = models.JSONField(_("was"))
    becomes = models.JSONField(_("becomes"))
    revision_class = models.CharField(_("kind of change"), max_length=16, choices=RevisionClass)
    reason = models.TextField(_("public reason"))
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name=_("proposed by"))
    at = models.DateTimeField(_("proposed"))
    answer = models.CharField(_("answer"), max_length=16, choices=ProposalAnswer, blank=True)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("answered by"))
    answered_at = models.DateTimeField(_("answered"), null=True)
    answer_reason = models.TextField(_("reason of the answer"), blank=True)
    lock_version = models.PositiveIntegerField(default=1, editable=False)

    objects = ChangeProposalQuerySet.as_manager()

    class Meta:
        verbose_name = _("proposed change")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(reason=""), name="change_proposal_says_why"),
            models.CheckConstraint(condition=models.Q(revision_class__in=RevisionClass.changing()), name="change_proposal_class_known"),
            models.CheckConstraint(condition=models.Q(answer__in=["", *ProposalAnswer.values]), name="change_proposal_answer_known"),
            models.CheckConstraint(
                condition=models.Q(answer="", answered_by=None, answered_at=None, answer_reason="")
                | (~models.Q(answer="") & ~models.Q(answer_reason="") & models.Q(answered_by__isnull=False, answered_at__isnull=False)),
                name="change_proposal_answered_by_somebody",
            ),
        ]
        indexes = [
            models.Index(fields=["answer", "-id"], name="change_proposal_queue"),
            models.Index(fields=["object_type", "object_id"], name="change_proposal_by_object"),
        ]

    def __str__(self) -> str:
        return self.about

    @property
    def model(self) -> type[models.Model]:
        """The table of the row that it is about."""
        return apps.get_model("archive", self.object_type)
