"""What is claimed, and where it is said again."""

from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from archive.enums import CountedAs, Force, Likeness, OccurrenceStatus, Stance, StatementStatus
from archive.matching.polarity import is_negative
from archive.models.account import User
from archive.models.fields import (
    EdtfField,
    FoldedField,
    LettersField,
    letters_alone,
    refuse_bidi_controls,
    refuse_inward_address,
    validate_closed_edtf,
)
from archive.models.link import Judgement
from archive.models.sayings import COUNTED_AS, figure, saying_of
from archive.models.source_note import taken_back
from archive.models.statement import Statement

LONGEST_CLAIM = 500  # characters
PUBLIC_SAYING = models.Q(status=OccurrenceStatus.PUBLIC, stance=Stance.ASSERTS, likeness__in=Likeness.sayings())


class ClaimQuerySet(models.QuerySet["Claim"]):
    def public(self) -> Self:
        """Claims with a public Occurrence (which only a public Statement has)."""
        published = Occurrence.objects.public().filter(claim=models.OuterRef("pk"))
        return self.filter(models.Exists(published))

    def standing(self) -> Self:
        """Those that were not merged into another."""
        return self.filter(merged_into=None)

    def in_words(self, typed: str) -> Self:
        """Those whose words hold each of these; or the one at this address."""
        held = models.Q()
        for word in filter(None, map(letters_alone, typed.split())):
            held &= models.Q(text_letters__contains=word)
        return self.filter(held | models.Q(slug=typed)) if held else self.none()


class Claim(models.Model):
    """One row is one proposition in neutral words, with a permanent address. `linking` makes it and joins statements to it.

    Once public, only `publication.correct` changes its words. `identity` makes one of two and two of one; a merged one stays as
    a row that leads on.
    """

    slug = models.SlugField(
        _("address"), max_length=120, unique=True, allow_unicode=True, help_text=_("Stands in its public address for ever.")
    )
    text = models.CharField(
        _("claim"),
        max_length=LONGEST_CLAIM,
        validators=[refuse_bidi_controls],
        help_text=_("One thing that may be said, in neutral words, without a verdict."),
    )
    text_key = FoldedField(source="text", max_length=1000)
    text_letters = LettersField(source="text")
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, editable=False, db_index=False, related_name="merged", verbose_name=_("merged into")
    )
    lock_version = models.PositiveIntegerField(default=1, editable=False)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ["text_key", "id"]
        permissions = [("merge_claim", "Can merge and split claims")]
        constraints = [
            models.CheckConstraint(condition=~models.Q(text=""), name="claim_has_words"),
            models.UniqueConstraint(
                fields=["text_key"], name="claim_once_in_its_words", violation_error_message=_("There is a claim in these words already.")
            ),
            models.CheckConstraint(condition=~models.Q(merged_into=models.F("id")), name="claim_not_merged_into_itself"),
        ]
        indexes = [models.Index(fields=["merged_into"], name="claim_merged", condition=models.Q(merged_into__isnull=False))]

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        return reverse("claim", args=[self.slug])

    def clean(self) -> None:
        """Denials may hang on negative words alone: they stay negative as long as such a link stands."""
        denials = self.occurrences.standing().filter(statement__force=Force.DENIED, stance=Stance.ASSERTS) if self.pk else ()
        if fault := next((link.misfit for link in denials if link.misfit), ""):
            raise ValidationError(fault)

    @property
    def is_public(self) -> bool:
        return self.occurrences.public().exists()


class FactCheck(models.Model):
    """One row is what somebody else found of a Claim: theirs, in their words. The archive gives no verdict and links to it.

    Public with its claim: `publication.correct` puts it there, changes it and takes it away, each with a reason; who did stands there.
    """

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="fact_checks")
    publisher = models.CharField(_("publisher"), max_length=200, validators=[refuse_bidi_controls])
    address = models.URLField(_("address"), max_length=2000, validators=[refuse_inward_address])
    rating = models.CharField(_("their rating"), max_length=200, validators=[refuse_bidi_controls], help_text=_("In their words."))
    language = models.CharField(_("language"), max_length=16, blank=True, help_text=_("Of their text: en, ru."))
    published = EdtfField(verbose_name=_("published"), prefix="published", validators=[validate_closed_edtf])
    published_sort = models.BigIntegerField(editable=False)

    class Meta:
        ordering = ["published_sort", "id"]
        verbose_name = _("fact-check")
        verbose_name_plural = _("fact-checks")
        constraints = [
            models.UniqueConstraint(
                fields=["claim", "address"], name="fact_check_once", violation_error_message=_("This fact-check stands there already.")
            ),
            models.CheckConstraint(
                condition=~models.Q(publisher="") & ~models.Q(address="") & ~models.Q(rating=""), name="fact_check_says_whose_and_what"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.publisher}: {self.rating}"


class OccurrenceQuerySet(models.QuerySet["Occurrence"]):
    def public(self) -> Self:
        return self.filter(status=OccurrenceStatus.PUBLIC)

    def to_publish(self) -> Self:
        """Answered on statements that are public already: a publisher adds them."""
        return self.filter(status=OccurrenceStatus.JUDGED, statement__status=StatementStatus.PUBLIC)

    def judged(self) -> Self:
        """Answered, and not public yet."""
        return self.filter(status=OccurrenceStatus.JUDGED)

    def standing(self) -> Self:
        """Judged or public: what counts for an editor as belonging to the claim."""
        return self.exclude(status=OccurrenceStatus.WITHDRAWN)

    def sayings(self) -> Self:
        """Those in which the claim is said, not a variant of it, a denial or a relay."""
        return self.filter(COUNTED_AS[CountedAs.SAYINGS])

    def counted_as(self, name: str) -> Self:
        """Those that count in this figure of their claims."""
        if name == CountedAs.RETRACTED:
            return self.sayings().whose_source_fell()
        return self.whose_source_stands().filter(COUNTED_AS[CountedAs(name)])

    def counted(self) -> Self:
        """With `figure` and `saying`: what has both in common counts once."""
        return self.annotate(figure=figure(), saying=saying_of("statement")).exclude(figure="")

    def whose_source_stands(self) -> Self:
        """Those whose report was not retracted by its outlet: what is counted of a claim."""
        return self.filter(~models.Exists(taken_back("statement__document")))

    def whose_source_fell(self) -> Self:
        """Those whose report was retracted: shown with that mark, and counted apart."""
        return self.filter(models.Exists(taken_back("statement__document")))


class Occurrence(models.Model):
    """One row says that a Statement carries a Claim, in which words, and how. `linking` makes it; `publication` makes it public."""

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="occurrences", verbose_name=_("claim"))
    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="occurrences", verbose_name=_("statement"))
    start = models.PositiveIntegerField(_("start"), help_text=_("Counted in characters of the document’s text."))
    end = models.PositiveIntegerField(_("end"))
    stance = models.CharField(_("says or denies"), max_length=16, choices=Stance, default=Stance.ASSERTS)
    likeness = models.CharField(_("how close"), max_length=16, choices=Likeness, default=Likeness.PARAPHRASE)
    status = models.CharField(_("state"), max_length=16, choices=OccurrenceStatus, default=OccurrenceStatus.JUDGED, editable=False)
    said_sort = models.BigIntegerField(editable=False)
    judgement = models.ForeignKey(Judgement, on_delete=models.PROTECT, null=True, editable=False, related_name="occurrences")
    judged_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, editable=False, related_name="+")
    judged_at = models.DateTimeField(_("answered"), editable=False)
    published_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, editable=False, db_index=False, related_name="+")
    lock_version = models.PositiveIntegerField(default=1, editable=False)

    objects = OccurrenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("claim in a statement")
        verbose_name_plural = _("claims in statements")
        ordering = ["said_sort", "statement_id", "start"]
        constraints = [
            models.UniqueConstraint(fields=["claim", "statement", "start", "end"], name="occurrence_once_a_span"),
            models.CheckConstraint(condition=models.Q(end__gt=models.F("start")), name="occurrence_span_not_empty"),
            models.CheckConstraint(condition=models.Q(status__in=OccurrenceStatus.values), name="occurrence_status_known"),
            models.CheckConstraint(condition=models.Q(stance__in=Stance.values), name="occurrence_stance_known"),
            models.CheckConstraint(condition=models.Q(likeness__in=Likeness.values), name="occurrence_likeness_known"),
        ]
        indexes = [
            models.Index(fields=["claim", "said_sort", "id"], name="occurrence_by_claim_and_date"),
            models.Index(fields=["said_sort", "id"], name="occurrence_public_by_date", condition=models.Q(status=OccurrenceStatus.PUBLIC)),
            models.Index(fields=["claim", "said_sort", "id"], name="occurrence_sayings", condition=PUBLIC_SAYING),
            models.Index(fields=["id"], name="occurrence_judged", condition=models.Q(status=OccurrenceStatus.JUDGED)),
        ]

    def __str__(self) -> str:
        return f"{self.claim} · {self.statement.with_mark(self.words[:80])}"

    def clean(self) -> None:
        if self.statement_id and self.end is not None and not (self.statement.start <= self.start < self.end <= self.statement.end):
            raise ValidationError(_("These words must lie inside the statement."))
        if self.statement_id and self.claim_id and self.misfit:
            raise ValidationError(self.misfit)

    @property
    def stands(self) -> bool:
        return self.status != OccurrenceStatus.WITHDRAWN

    @property
    def is_saying(self) -> bool:
        """Whether the claim is said here, and not a variant of it, a denial or a relay."""
        return self.stance == Stance.ASSERTS and self.likeness in Likeness.sayings()

    def overlaps(self, other: "Occurrence") -> bool:
        return self.statement_id == other.statement_id and self.start < other.end and other.start < self.end

    @property
    def misfit(self) -> str:
        """Why words that their speaker holds so can't stand so to the claim; nothing where they can.

        Who asks or supposes neither says nor denies. Who denies something says only what is put in negative words.
        """
        force = self.statement.force
        if force in (Force.ASKED, Force.SUPPOSED) and self.stance != Stance.RELAYS:
            return gettext("Its speaker only asks or supposes this: it may report another’s words, and neither says nor denies the claim.")
        if force == Force.DENIED and self.stance == Stance.ASSERTS and not is_negative(self.claim.text):
            return gettext("Its speaker denies this: it denies the claim, or says one in negative words.")
        return ""

    @property
    def words(self) -> str:
        """The words that carry the claim."""
        return self.statement.text[self.start - self.statement.start : self.end - self.statement.start]

    @property
    def is_public(self) -> bool:
        return self.status == OccurrenceStatus.PUBLIC
