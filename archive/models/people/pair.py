"""Two speakers that may be one: asked once, and the answer is kept for ever."""

from collections.abc import Iterable
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from archive.models.account import User
from archive.models.speaker import Speaker


class PairAnswer(models.TextChoices):
    """What a person may answer where two speakers may be one."""

    ONE = "one", _("one, and merged")
    TWO = "two", _("two")


class SpeakerPairQuerySet(models.QuerySet["SpeakerPair"]):
    def open(self) -> Self:
        """What waits for an answer: both still stand."""
        return self.filter(answer="", speaker__merged_into=None, other__merged_into=None)

    def about(self, keys: Iterable[int]) -> Self:
        """Those of one of these speakers and any other."""
        numbers = list(keys)
        return self.filter(models.Q(speaker__in=numbers) | models.Q(other__in=numbers))

    def of(self, one: Speaker, other: Speaker) -> Self:
        first, second = sorted((one.pk, other.pk))
        return self.filter(speaker=first, other=second)


class SpeakerPair(models.Model):
    """One row asks whether two speakers are one, with the reason to ask. `identity.alike_speakers` makes it and sets the answer."""

    speaker = models.ForeignKey(Speaker, on_delete=models.CASCADE, related_name="+", verbose_name=_("speaker"))
    other = models.ForeignKey(Speaker, on_delete=models.CASCADE, related_name="+", verbose_name=_("other speaker"))
    reason = models.CharField(_("why it is asked"), max_length=500)
    answer = models.CharField(_("answer"), max_length=16, choices=PairAnswer, blank=True)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("answered by"))
    answered_at = models.DateTimeField(_("answered"), null=True)
    lock_version = models.PositiveIntegerField(default=1, editable=False)

    objects = SpeakerPairQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        verbose_name = _("speakers that may be one")
        constraints = [
            models.UniqueConstraint(fields=["speaker", "other"], name="speaker_pair_once"),
            models.CheckConstraint(condition=models.Q(speaker__lt=models.F("other")), name="speaker_pair_in_order"),
            models.CheckConstraint(condition=models.Q(answer__in=["", *PairAnswer.values]), name="speaker_pair_answer_known"),
            models.CheckConstraint(
                condition=models.Q(answer="", answered_by=None, answered_at=None)
                | (~models.Q(answer="") & models.Q(answered_by__isnull=False, answered_at__isnull=False)),
                name="speaker_pair_answered_by_somebody",
            ),
        ]
        indexes = [models.Index(fields=["id"], name="speaker_pair_open", condition=models.Q(answer=""))]

    def __str__(self) -> str:
        return f"{self.speaker} ↔ {self.other}"
