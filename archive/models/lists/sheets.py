"""Sheets that people brought: every row as it stood in the file, and what became of it, so that a run may be broken off and goes on."""

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from archive.models.account import User
from archive.models.statement import Statement


class SheetStage(models.TextChoices):
    """How far a sheet that somebody brought is done."""

    COLUMNS = "columns", _("columns to be chosen")
    CHECKING = "checking", _("being looked through")
    CHECKED = "checked", _("looked through, nothing done yet")
    DOING = "doing", _("being done")
    DONE = "done", _("done")


class SheetOutcome(models.TextChoices):
    """What becomes of a row of a sheet."""

    NEW = "new", _("a new draft")
    CHANGE = "change", _("changes")
    SAME = "same", _("the same already")
    ASKS = "asks", _("to be looked at")
    REFUSED = "refused", _("refused")

    @property
    def done(self) -> str:
        """The same when it was done."""
        done = {SheetOutcome.NEW: _("entered"), SheetOutcome.CHANGE: _("changed")}
        return str(done.get(self, self.label))


class Sheet(models.Model):
    """One row is a file of rows that somebody brought: which of its columns is what, and how far it is done."""

    name = models.CharField(_("file"), max_length=255)
    encoding = models.CharField(_("letters"), max_length=32, blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name=_("brought by"))
    at = models.DateTimeField(_("brought"))
    headings = models.JSONField(default=list)
    columns = models.JSONField(default=list)  # of each heading: the field that it is, "" for none
    stage = models.CharField(_("state"), max_length=16, choices=SheetStage, default=SheetStage.COLUMNS)

    class Meta:
        verbose_name = _("sheet")
        ordering = ["-id"]
        constraints = [models.CheckConstraint(condition=models.Q(stage__in=SheetStage.values), name="sheet_stage_known")]

    def __str__(self) -> str:
        return self.name


class SheetRowQuerySet(models.QuerySet["SheetRow"]):
    def untried(self) -> Self:
        """Of which nobody knows yet what would become of them."""
        return self.filter(outcome="")

    def waiting(self) -> Self:
        """That would change something and have not yet."""
        return self.filter(outcome__in=[SheetOutcome.NEW, SheetOutcome.CHANGE], is_done=False)

    def asking(self) -> Self:
        """Of which a person has to look at something first."""
        return self.filter(outcome=SheetOutcome.ASKS)

    def left(self, stage: str) -> Self:
        """What this stage has still to do, in order."""
        rows = self.untried() if stage == SheetStage.CHECKING else self.waiting() if stage == SheetStage.DOING else self.none()
        return rows.order_by("number")


class SheetRow(models.Model):
    """One row is a row of a Sheet, and what would become of it, or has."""

    sheet = models.ForeignKey(Sheet, on_delete=models.CASCADE, db_index=False, related_name="rows")
    number = models.PositiveIntegerField()  # as a spreadsheet shows it: the headings are 1
    cells = models.JSONField(default=list)
    outcome = models.CharField(max_length=16, choices=SheetOutcome, blank=True)
    told = models.TextField(blank=True)
    about = models.CharField(max_length=64, blank=True)  # the words that it is about, so that two rows about the same are found
    asked = models.JSONField(default=list)  # [key, sentence] of what a person has to have looked at
    confirmed = models.JSONField(default=list)
    is_done = models.BooleanField(default=False)
    statement = models.ForeignKey(Statement, on_delete=models.SET_NULL, null=True, related_name="+")

    objects = SheetRowQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["sheet", "number"], name="sheet_row_once"),
            models.CheckConstraint(condition=models.Q(outcome__in=["", *SheetOutcome.values]), name="sheet_row_outcome_known"),
        ]
        indexes = [
            models.Index(fields=["sheet", "outcome", "number"], name="sheet_row_by_outcome"),
            models.Index(fields=["sheet", "about"], name="sheet_row_about"),
        ]

    def __str__(self) -> str:
        return f"{self.sheet} {self.number}"

    @property
    def outcome_in_words(self) -> str:
        """What would become of it, or has."""
        if not self.outcome:
            return ""
        outcome = SheetOutcome(self.outcome)
        return str(outcome.done if self.is_done else outcome.label)
