"""What the machine proposes to link, and what people answered."""

from typing import Self

from django.db import connection, models
from django.utils.translation import gettext_lazy as _

from archive.enums import Answer, Band
from archive.evaluation.shares import wilson
from archive.models.account import User
from archive.models.passage import Passage
from archive.models.statement import Statement

LONGEST_BASIS = 120  # characters


class SuggestionStatus(models.TextChoices):
    """What a proposed pair waits for: only what is open is put to a person."""

    OPEN = "open", _("open")
    BEHIND = "behind", _("behind better ones of the same words")
    BESIDE = "beside", _("asked by a better pair of the same claims or words")
    REPORTED = "reported", _("reports of one occasion")
    BELOW = "below", _("below the threshold")
    REFUSED = "refused", _("editors found such pairs different")
    JUDGED = "judged", _("answered")
    SETTLED = "settled", _("told by other answers")


TOLD = (SuggestionStatus.JUDGED, SuggestionStatus.SETTLED)
WANTED = (SuggestionStatus.OPEN, SuggestionStatus.BEHIND)  # worth a question, now or when better ones of the same words were answered
LEFT = (SuggestionStatus.BELOW, SuggestionStatus.REFUSED)  # not worth one by what is known; each would ask one of its own


class SuggestionQuerySet(models.QuerySet["Suggestion"]):
    def open(self) -> Self:
        """What waits for a person: the best pair of its question, above the threshold, among the five best of either side, and told by no
        other answer. `linking.closed_suggestions` and `linking.waiting` keep the state that tells it."""
        return self.filter(status=SuggestionStatus.OPEN)

    def open_to(self, person: User) -> Self:
        """What waits for this person: without what he looked at and could not decide."""
        looked = Judgement.objects.standing().filter(judged_by=person, answer=Answer.UNDECIDED)
        pair = looked.filter(statement=models.OuterRef("passage__statement"), other=models.OuterRef("other__statement"))
        return self.open().filter(~models.Exists(pair))

    def below(self, suggestion: "Suggestion") -> Self:
        """What comes after it, the best first."""
        worse = models.Q(score__lt=suggestion.score) | models.Q(score=suggestion.score, pk__gt=suggestion.pk)
        return self.filter(worse).exclude(pk=suggestion.pk)

    def asking_of(self, pair: "Suggestion") -> Self:
        """What else is asked, now or later, about the words of either side of a pair."""
        sides = (pair.passage_id, pair.other_id)
        touching = models.Q(passage__in=sides) | models.Q(other__in=sides)
        return self.filter(touching, status__in=WANTED).exclude(pk=pair.pk)

    def told(self) -> Self:
        """Judged, or told by other answers."""
        return self.filter(status__in=TOLD)

    def worth_asking(self) -> Self:
        """What no answer tells and is likely enough, whether it or another pair is put to people."""
        return self.exclude(status__in=(*TOLD, *LEFT))

    def left(self) -> Self:
        """What is put to nobody: below the threshold, or like what editors found different. One row a question."""
        return self.filter(status__in=LEFT)

    def behind(self) -> Self:
        """What comes up when better pairs of the same words were answered."""
        return self.filter(status=SuggestionStatus.BEHIND)

    def beside(self) -> Self:
        """What another pair asks already."""
        return self.filter(status__in=(SuggestionStatus.BESIDE, SuggestionStatus.REPORTED))

    def with_sides(self) -> Self:
        sides = ("passage", "other")
        beside = (f"{side}__statement__{row}" for side in sides for row in ("document__article__outlet", "occasion"))
        return self.select_related(*beside).prefetch_related(*(f"{side}__statement__attributions__speaker" for side in sides))

    def in_lists(self) -> Self:
        """With both sides, without the texts that they stand in."""
        heavy = (f"{side}__statement__document__{column}" for side in ("passage", "other") for column in ("text", "raw"))
        return self.with_sides().defer(*heavy)


class Suggestion(models.Model):
    """One row is the machine's proposal that two passages make the same claim. `linking.suggest` makes it, `linking.judge` closes it,
    and so does `linking.closed_suggestions` where other answers tell it; `linking.waiting` chooses which are put to a person.

    Pairs of one `question` ask the same. `rests_on` holds the stems that made the machine propose it. `places` are where the guards found
    what differs: for each difference its span in the later words and in the earlier, or null where a side has none.
    """

    passage = models.ForeignKey(Passage, on_delete=models.CASCADE, related_name="suggestions", verbose_name=_("later words"))
    other = models.ForeignKey(Passage, on_delete=models.CASCADE, related_name="suggested_by", verbose_name=_("earlier words"))
    score = models.FloatField(_("how sure"))
    band = models.CharField(_("how likely"), max_length=16, choices=Band)
    label = models.CharField(_("what it may be"), max_length=32)
    reasons = models.JSONField(_("reasons"), default=list)
    places = models.JSONField(default=list, editable=False)
    method = models.CharField(_("method"), max_length=32)
    version = models.CharField(_("version"), max_length=32)
    rank = models.PositiveSmallIntegerField(_("rank"))
    status = models.CharField(_("state"), max_length=16, choices=SuggestionStatus, default=SuggestionStatus.OPEN, editable=False)
    question = models.CharField(max_length=32, blank=True, editable=False)
    rests_on = models.CharField(max_length=LONGEST_BASIS, blank=True, editable=False)

    objects = SuggestionQuerySet.as_manager()

    class Meta:
        ordering = ["-score", "id"]
        permissions = [("judge_suggestion", "Can judge pairs and undo judgements")]
        constraints = [
            models.UniqueConstraint(fields=["passage", "other"], name="suggestion_once_a_pair"),
            models.CheckConstraint(condition=~models.Q(passage=models.F("other")), name="suggestion_of_two_passages"),
            models.CheckConstraint(condition=models.Q(band__in=Band.values), name="suggestion_band_known"),
            models.CheckConstraint(condition=models.Q(status__in=SuggestionStatus.values), name="suggestion_status_known"),
        ]
        indexes = [
            models.Index(fields=["-score", "id"], name="suggestion_open", condition=models.Q(status=SuggestionStatus.OPEN)),
            models.Index(fields=["question"], name="suggestion_by_question"),
            models.Index(fields=["rests_on"], name="suggestion_by_basis", condition=~models.Q(rests_on="")),
        ]

    def __str__(self) -> str:
        return f"{self.score:.2f} · {self.passage} ↔ {self.other}"


class JudgementQuerySet(models.QuerySet["Judgement"]):
    def standing(self) -> Self:
        return self.filter(undone_at=None)

    def decided(self) -> Self:
        """What was answered for good: it stands, and is more than “undecided”."""
        return self.standing().exclude(answer=Answer.UNDECIDED)


class Judgement(models.Model):
    """One row is a person's answer on a pair: `statement` says this of `other`, or of `claim`. Kept for ever, also when undone.

    `linking.judge` makes it and `linking.undo` ends it. What was judged is never proposed again, but for “undecided”.
    """

    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="judgements", verbose_name=_("statement"))
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    other = models.ForeignKey(
        Statement, on_delete=models.PROTECT, null=True, related_name="judged_against", verbose_name=_("other statement")
    )
    other_start = models.PositiveIntegerField(null=True)
    other_end = models.PositiveIntegerField(null=True)
    claim = models.ForeignKey("archive.Claim", on_delete=models.PROTECT, null=True, related_name="judgements", verbose_name=_("claim"))
    # What `claim` became: itself, the one it was merged into, and those that were split from it. `claim` stays as it was judged.
    about = models.ManyToManyField("archive.Claim", related_name="judged_about", editable=False)
    answer = models.CharField(_("answer"), max_length=16, choices=Answer)
    score = models.FloatField(_("how sure the machine was"), null=True)
    method = models.CharField(_("method"), max_length=32, blank=True)
    version = models.CharField(_("version"), max_length=32, blank=True)
    # As in Suggestion: what an answer settles is settled for all that ask the same; `linking.waiting` keeps it.
    question = models.CharField(max_length=32, blank=True, editable=False)
    rests_on = models.CharField(max_length=LONGEST_BASIS, blank=True, editable=False)
    note = models.TextField(_("note"), blank=True)
    judged_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name=_("answered by"))
    judged_at = models.DateTimeField(_("answered"))
    undone_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("undone by"))
    undone_at = models.DateTimeField(_("undone"), null=True)

    objects = JudgementQuerySet.as_manager()

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        ordering = ["-judged_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(answer__in=Answer.values), name="judgement_answer_known"),
            models.CheckConstraint(condition=models.Q(end__gt=models.F("start")), name="judgement_span_not_empty"),
            models.CheckConstraint(
                condition=models.Q(other__isnull=False, other_start__isnull=False)
                & models.Q(other_end__isnull=False, other_end__gt=models.F("other_start"))
                | models.Q(other=None, other_start=None, other_end=None, claim__isnull=False),
                name="judgement_of_two_sides",
            ),
            models.CheckConstraint(
                condition=models.Q(undone_at=None, undone_by=None) | models.Q(undone_at__isnull=False, undone_by__isnull=False),
                name="judgement_undone_by_somebody",
            ),
        ]
        indexes = [
            models.Index(fields=["statement", "other"], name="judgement_by_pair"),
            models.Index(fields=["question"], name="judgement_by_question", condition=~models.Q(question="")),
            models.Index(fields=["rests_on"], name="judgement_by_basis", condition=~models.Q(rests_on="")),
        ]

    def __str__(self) -> str:
        return f"{self.get_answer_display()} · {self.judged_by}"

    @property
    def other_span(self) -> tuple[int, int, int]:
        """Statement, start and end of the other side of a pair: a constraint holds the three together."""
        if self.other_id is None or self.other_start is None or self.other_end is None:
            raise ValueError("This is a judgement on a claim alone.")
        return self.other_id, self.other_start, self.other_end


class Threshold(models.Model):
    """The one row: from which score on pairs are put to people, set by what they answered before. `linking.waiting.threshold` keeps it.

    Of `alike` pairs that people found to say the same, or nearly, `alike_above` lie above it; of `apart` that they found different,
    `apart_below` lie below. `basis` tells of which answers and engine that was counted.
    """

    FEWEST = 30  # answers that tell something; of fewer, one of them weighs too much

    score = models.FloatField()
    alike = models.PositiveIntegerField(default=0)
    alike_above = models.PositiveIntegerField(default=0)
    apart = models.PositiveIntegerField(default=0)
    apart_below = models.PositiveIntegerField(default=0)
    basis = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(id=1), name="threshold_one_row"),
            models.CheckConstraint(condition=models.Q(score__gte=0, score__lte=1), name="threshold_is_a_score"),
            models.CheckConstraint(
                condition=models.Q(alike_above__lte=models.F("alike"), apart_below__lte=models.F("apart")), name="threshold_counts_parts"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.score:.2f}"

    @property
    def kept(self) -> tuple[int, int, int] | None:
        """Which share of the pairs found alike lies above it, in percent, and between which two it lies in 19 cases of 20; nothing where
        they are too few."""
        interval = wilson(self.alike_above, self.alike)
        if interval is None or self.alike < self.FEWEST:
            return None
        share, low, high = (round(100 * part) for part in (self.alike_above / self.alike, *interval))
        return share, low, high

    @classmethod
    def take_turn(cls) -> None:
        """Held until the transaction ends by whoever says which pairs wait, for that hangs on rows which others change; after the
        passages, and before the pairs. SQLite holds the whole file anyway."""
        if connection.features.has_select_for_update:
            cls.objects.get_or_create(pk=1, defaults={"score": 0})
            list(cls.objects.select_for_update(no_key=True).filter(pk=1).values_list("pk"))
