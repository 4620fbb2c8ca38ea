"""What the machine takes for reports of one occasion, and what people answered."""

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from archive.enums import OccasionAnswer, StatementStatus
from archive.models.account import User
from archive.models.occasion import Occasion
from archive.models.sayings import saying_of
from archive.models.statement import Statement

STANDING = (StatementStatus.ACCEPTED, StatementStatus.PUBLIC)


class OccasionSuggestionQuerySet(models.QuerySet["OccasionSuggestion"]):
    def _apart(self) -> Self:
        """Pairs of standing statements that still count as two sayings."""
        rows = self.alias(ours=saying_of("statement"), theirs=saying_of("other")).exclude(ours=models.F("theirs"))
        return rows.filter(statement__status__in=STANDING, other__status__in=STANDING)

    def open(self) -> Self:
        """What waits for an answer."""
        return self._apart().filter(answer="")

    def asked(self) -> Self:
        """The questions that wait: of the open pairs that hang together the likeliest."""
        likelier = models.Q(likeness__gt=models.OuterRef("likeness"))
        earlier = models.Q(likeness=models.OuterRef("likeness"), pk__lt=models.OuterRef("pk"))
        better = OccasionSuggestion.objects.open().filter(likelier | earlier, group=models.OuterRef("group"))
        return self.open().filter(models.Q(group=0) | ~models.Exists(better))

    def below(self, pair: "OccasionSuggestion") -> Self:
        """What comes after it, the likeliest first."""
        return self.filter(models.Q(likeness__lt=pair.likeness) | models.Q(likeness=pair.likeness, pk__gt=pair.pk)).exclude(pk=pair.pk)

    def answered(self) -> Self:
        return self.exclude(answer="")

    def waiting(self) -> Self:
        """Answered “one occasion”, and not yet carried out: a publisher has to, since the public would see it."""
        return self._apart().filter(answer=OccasionAnswer.ONE)

    def with_sides(self) -> Self:
        sides = ("statement", "other")
        return (
            self.select_related(*(f"{side}__document__article__outlet" for side in sides), *(f"{side}__occasion" for side in sides))
            .prefetch_related(*(f"{side}__attributions__speaker" for side in sides))
            .defer(*(f"{side}__document__{column}" for side in sides for column in ("text", "raw")))
        )


class OccasionSuggestion(models.Model):
    """One row asks whether two statements of different documents are reports of one Occasion, and keeps the answer for ever.

    `linking.suggest` makes it, `occasions.answer` and `occasions.take_back` set the answer. `statement` is the one entered later.
    """

    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="+", verbose_name=_("report"))
    other = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="+", verbose_name=_("other report"))
    likeness = models.FloatField(_("alike"))
    reasons = models.JSONField(_("reasons"), default=list)
    method = models.CharField(_("method"), max_length=32)
    version = models.CharField(_("version"), max_length=32)
    occasion = models.ForeignKey(
        Occasion, on_delete=models.PROTECT, null=True, editable=False, related_name="+", verbose_name=_("occasion of both")
    )
    answer = models.CharField(_("answer"), max_length=16, choices=OccasionAnswer, blank=True, editable=False)
    answered_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, editable=False, related_name="+", verbose_name=_("answered by")
    )
    answered_at = models.DateTimeField(_("answered"), null=True, editable=False)
    lock_version = models.PositiveIntegerField(default=1, editable=False)
    # Pairs that hang together, but for those that were said on two occasions, are one question: the lowest key among their statements.
    group = models.PositiveBigIntegerField(default=0, editable=False)

    objects = OccasionSuggestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("possible report of one occasion")
        verbose_name_plural = _("possible reports of one occasion")
        ordering = ["-likeness", "id"]
        constraints = [
            models.UniqueConstraint(fields=["statement", "other"], name="occasion_suggestion_once_a_pair"),
            models.CheckConstraint(condition=models.Q(statement__gt=models.F("other")), name="occasion_suggestion_later_row_first"),
            models.CheckConstraint(condition=models.Q(answer__in=["", *OccasionAnswer.values]), name="occasion_suggestion_answer_known"),
            models.CheckConstraint(
                condition=models.Q(answer="", answered_by=None, answered_at=None)
                | (~models.Q(answer="") & models.Q(answered_by__isnull=False, answered_at__isnull=False)),
                name="occasion_suggestion_answered_by_somebody",
            ),
            models.CheckConstraint(
                condition=models.Q(models.Q(occasion=None), ~models.Q(answer=OccasionAnswer.ONE))
                | models.Q(occasion__isnull=False, answer=OccasionAnswer.ONE),
                name="occasion_suggestion_of_one_occasion",
            ),
        ]
        indexes = [
            models.Index(fields=["answer", "-likeness", "id"], name="occasion_suggestion_queue"),
            models.Index(fields=["group"], name="occasion_suggestion_group"),
        ]

    def __str__(self) -> str:
        return f"{self.statement} ↔ {self.other}"
