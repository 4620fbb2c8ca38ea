"""Who works on the record, on what, and by which rule; nothing of it is ever public."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from typing import Self

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import models
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from archive import lookalikes

LAPSES = datetime.timedelta(minutes=5)  # a page that is open says every minute that it is
LONGEST_NOTE, LONGEST_REMARK, LONGEST_PAGE = 300, 2000, 500


def refuse_unseen(text: str) -> None:
    """As `fields.refuse_bidi_controls`, which stands on this table."""
    if lookalikes.holds_unseen(text):
        raise ValidationError(_("This name holds signs that nobody sees, such as direction marks. Type it again without them."))


class User(AbstractUser):
    """One row is a person who may sign in. What they may do comes from the role groups (archive/roles.py), never from here."""

    first_name = models.CharField(_("first name"), max_length=150, blank=True, validators=[refuse_unseen])
    last_name = models.CharField(_("last name"), max_length=150, blank=True, validators=[refuse_unseen])
    single_keys = models.BooleanField(_("keys of one letter"), default=True, help_text=_("Whether single letters do things at the desk."))

    class Meta(AbstractUser.Meta):
        permissions = [("manage_people", "Can give and take roles")]


class DocumentHoldQuerySet(models.QuerySet["DocumentHold"]):
    def current(self, at: datetime.datetime) -> Self:
        """Those of people whose page was open just now."""
        return self.filter(seen_at__gt=at - LAPSES).select_related("by", "taken_from")

    def of_others(self, person: User) -> Self:
        """With their documents, the latest first."""
        return self.exclude(by=person).select_related("document").defer("document__raw", "document__text").order_by("-since", "-id")

    def by_document(self, documents: Iterable[int], at: datetime.datetime) -> dict[int, "DocumentHold"]:
        """Who reviews which of these documents now."""
        return {one.document_id: one for one in self.current(at).filter(document__in=documents)}


class DocumentHold(models.Model):
    """One row says who reviews a Document. `working.holds` keeps it; it lapses where no page of theirs was open for five minutes."""

    document = models.OneToOneField("archive.Document", on_delete=models.CASCADE, related_name="hold")
    by = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    since = models.DateTimeField()
    seen_at = models.DateTimeField(db_index=True)
    taken_from = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")

    objects = DocumentHoldQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.document_id}: {self.by}"

    def is_current(self, at: datetime.datetime) -> bool:
        return self.seen_at > at - LAPSES


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    def given_to(self, person: User) -> Self:
        """Newest first."""
        return self.filter(to=person).select_related("by", "document").defer("document__raw", "document__text").order_by("-id")

    def by_document(self, documents: Iterable[int]) -> dict[int, "Assignment"]:
        return {one.document_id: one for one in self.filter(document__in=documents).select_related("to", "by")}


class Assignment(models.Model):
    """One row says whom a Document was given to, by whom, and what for. `working.assignments` gives it and takes it away."""

    document = models.OneToOneField("archive.Document", on_delete=models.CASCADE, related_name="assignment")
    to = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    note = models.CharField(_("note"), max_length=LONGEST_NOTE, blank=True)
    at = models.DateTimeField()

    objects = AssignmentQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.document_id}: {self.to}"


class RemarkQuerySet(models.QuerySet["Remark"]):
    def open(self) -> Self:
        """Newest first."""
        return self.filter(done_at=None).select_related("by").order_by("-id")

    def of(self, row: models.Model) -> list["Remark"]:
        return self.by_row(row._meta.model_name or "", [row.pk]).get(row.pk, [])

    def by_row(self, object_type: str, numbers: Iterable[int]) -> dict[int, list["Remark"]]:
        """Those on each of these rows of one table that has any, in the order in which they were written."""
        found: dict[int, list[Remark]] = defaultdict(list)
        rows = self.filter(object_type=object_type, object_id__in=numbers).select_related("by", "done_by").order_by("id")
        for one in rows:
            found[one.object_id].append(one)
        return dict(found)


class Remark(models.Model):
    """One row is what a colleague noted on any row of the record, for colleagues alone, until somebody says that it is done."""

    object_type = models.CharField(max_length=32)
    object_id = models.BigIntegerField()
    text = models.TextField(_("remark"), max_length=LONGEST_REMARK)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    done_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    done_at = models.DateTimeField(null=True)

    objects = RemarkQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["object_type", "object_id", "id"], name="remark_by_object"),
            models.Index(fields=["-id"], name="remark_open", condition=models.Q(done_at=None)),
        ]
        constraints = [
            models.CheckConstraint(condition=~models.Q(text=""), name="remark_says_something"),
            models.CheckConstraint(
                condition=models.Q(done_by=None, done_at=None) | models.Q(done_by__isnull=False, done_at__isnull=False),
                name="remark_done_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return self.text


class KeptInput(models.Model):
    """One row is what a person typed into a page and did not save. Nobody else is ever shown it. `working.kept_input` keeps and forgets it.

    `fields` are names with the list of their values, as a form posts them.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+", db_index=False)
    page = models.CharField(max_length=LONGEST_PAGE)
    fields = models.JSONField(default=dict)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "page"], name="kept_input_once_a_page")]

    def __str__(self) -> str:
        return f"{self.user_id} at {self.page}"

    @property
    def posted(self) -> QueryDict:
        """As the form posted it."""
        posted = QueryDict(mutable=True)
        for name, values in self.fields.items():
            posted.setlist(name, values)
        return posted


class Policy(models.Model):
    """The one row: whether two people are needed to make words and links public. Triggers on both hold that, whoever writes."""

    two_people = models.BooleanField(_("who drafted does not publish"), default=False)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="policy_one_row")]

    def __str__(self) -> str:
        return f"two people: {self.two_people}"

    @classmethod
    def needs_two_people(cls) -> bool:
        return cls.objects.filter(two_people=True).exists()
