"""Who speaks: people and bodies, under all their names, with their roles over time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Self

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from archive.enums import SpeakerKind, StatementStatus
from archive.lookalikes import skeleton
from archive.models.fields import (
    EdtfField,
    FoldedField,
    LettersField,
    RomanisedField,
    SkeletonField,
    folded,
    letters_alone,
    refuse_bidi_controls,
    validate_edtf,
)
from archive.models.people.lasting import Lasting, ends_after_it_begins
from archive.romanised import key_of

MOST_CALLED = 8  # that one name may lead to before it leads to nobody
SMALL_WORDS = frozenset("of the for and at in de la и і у ў в при по".split())  # of a role, which may be printed without them


@dataclass(frozen=True)
class Days:
    """The days on which something may have been said; None where that is not known."""

    first: date | None = None
    last: date | None = None


UNKNOWN_DAYS = Days()


def _words_of(role: str) -> frozenset[str]:
    return frozenset(folded(role).split()) - SMALL_WORDS


def called(name: str, description: str) -> str:
    """A speaker's name where another may have the same."""
    return f"{name} ({description})" if description else name


class SpeakerQuerySet(models.QuerySet["Speaker"]):
    def standing(self) -> Self:
        """Speakers that were not merged into another."""
        return self.filter(merged_into=None)

    def public(self) -> Self:
        """Speakers of a public Statement."""
        spoken = Speaker.objects.filter(pk=models.OuterRef("pk"), attributions__statement__status=StatementStatus.PUBLIC)
        return self.standing().filter(models.Exists(spoken))

    def called(self, name: str) -> Self:
        """Standing speakers with this name or alias, compared by folded key."""
        key = folded(name)
        return self.standing().filter(models.Q(name_key=key) | models.Q(aliases__name_key=key)).distinct()

    def romanised(self, name: str) -> Self:
        """Standing speakers with a name or alias of the same consonants in Latin letters: `romanised.may_be_one` says which are alike."""
        key = key_of(name)
        if not key:
            return self.none()
        return self.standing().filter(models.Q(name_romanised=key) | models.Q(aliases__name_romanised=key)).distinct()

    def looking_like(self, name: str) -> Self:
        """Standing speakers with a name or alias that looks like this one on paper."""
        key = skeleton(name)
        if not key:
            return self.none()
        return self.standing().filter(models.Q(name_skeleton=key) | models.Q(aliases__name_skeleton=key)).distinct()

    def spelled(self, typed: str) -> Self:
        """Those with a name or alias that holds these letters, or that these are another spelling of; or at this address."""
        letters, sounds, drawn = letters_alone(typed), key_of(typed), skeleton(typed)
        alike = models.Q(name_romanised=sounds) if sounds else models.Q()
        alike |= models.Q(name_skeleton=drawn) if drawn else models.Q()
        alike |= models.Q(name_letters__contains=letters) if letters else models.Q()
        if not alike:
            return self.none()
        aliases = SpeakerAlias.objects.filter(alike, speaker=models.OuterRef("pk"))
        return self.filter(alike | models.Exists(aliases) | models.Q(slug=typed))

    def waiting(self, keys: Iterable[int]) -> dict[int, int]:
        """How many statements of each of these that has any are not public yet."""
        waiting = self.filter(pk__in=keys, attributions__statement__status__in=[StatementStatus.DRAFT, StatementStatus.ACCEPTED])
        return dict(waiting.order_by().values_list("pk").annotate(models.Count("attributions")))

    def the_one_called(self, name: str, role: str = "", days: Days = UNKNOWN_DAYS) -> "Speaker | None":
        """The one of this name or alias; of several, the one in the printed role on these days. None where none or several fit."""
        called = list(self.called(name)[:MOST_CALLED])
        if len(called) > 1:
            called = [speaker for speaker in called if speaker.role_held(role, days)]
        return called[0] if len(called) == 1 else None

    def holding(self, title: str, days: Days) -> Self:
        """Standing speakers in the role of this title on any of these days."""
        roles = SpeakerRole.objects.filter(speaker=models.OuterRef("pk"), title_key=folded(title)).held_on(days)
        return self.standing().filter(models.Exists(roles))


class Speaker(models.Model):
    """One row is a person or a body that speaks. Once public, only `publication.correct` changes it; `identity.merge_speakers` ends it."""

    name = models.CharField(_("name"), max_length=200, validators=[refuse_bidi_controls], help_text=_("The full name without titles."))
    name_key = FoldedField(source="name", max_length=400, db_index=True)
    name_letters = LettersField(source="name")
    name_romanised = RomanisedField(source="name", max_length=600, blank=True, db_index=True)
    name_skeleton = SkeletonField(source="name", max_length=200, blank=True, db_index=True)
    slug = models.SlugField(
        _("address"), max_length=120, unique=True, allow_unicode=True, help_text=_("Stands in the public address for ever.")
    )
    kind = models.CharField(_("kind"), max_length=16, choices=SpeakerKind, default=SpeakerKind.PERSON)
    description = models.CharField(
        _("description"), max_length=200, blank=True, help_text=_("Tells two of one name apart: “economist, born 1961”. Public.")
    )
    since = EdtfField(
        verbose_name=_("first year"),
        prefix="since",
        validators=[validate_edtf],
        help_text=_("When the person was born or the body founded. Not public: words of an earlier day are asked about."),
    )
    since_earliest = models.DateField(null=True, editable=False)
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, editable=False, db_index=False, related_name="merged"
    )
    lock_version = models.PositiveIntegerField(default=1, editable=False)

    objects = SpeakerQuerySet.as_manager()

    class Meta:
        ordering = ["name_key", "id"]
        permissions = [("merge_speaker", "Can merge two speakers into one")]
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=SpeakerKind.values), name="speaker_kind_known"),
            models.CheckConstraint(condition=~models.Q(merged_into=models.F("id")), name="speaker_not_merged_into_itself"),
        ]
        indexes = [models.Index(fields=["merged_into"], name="speaker_merged", condition=models.Q(merged_into__isnull=False))]

    def __str__(self) -> str:
        return called(self.name, self.description)

    def get_absolute_url(self) -> str:
        return reverse("speaker", args=[self.slug])

    @property
    def is_public(self) -> bool:
        return Speaker.objects.public().filter(pk=self.pk).exists()

    def role_held(self, printed: str, days: Days) -> str:
        """The title held on these days that the printed role is, in more or fewer words; empty where there is none."""
        words = _words_of(printed)
        titles = self.roles.held_on(days).values_list("title", flat=True) if words else []
        alike = ((title, _words_of(title)) for title in titles)
        return next((title for title, others in alike if others <= words or words <= others), "")


class SpeakerAlias(models.Model):
    """One row is another name, or another spelling of the name, of a Speaker."""

    speaker = models.ForeignKey(Speaker, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(_("name"), max_length=200, validators=[refuse_bidi_controls])
    name_key = FoldedField(source="name", max_length=400, db_index=True)
    name_letters = LettersField(source="name")
    name_romanised = RomanisedField(source="name", max_length=600, blank=True, db_index=True)
    name_skeleton = SkeletonField(source="name", max_length=200, blank=True, db_index=True)

    class Meta:
        ordering = ["name_key"]
        verbose_name_plural = _("aliases")
        constraints = [
            models.UniqueConstraint(
                fields=["speaker", "name_key"],
                name="alias_once_a_speaker",
                violation_error_message=_("This speaker has that alias already."),
            )
        ]

    def __str__(self) -> str:
        return self.name


class SpeakerRoleQuerySet(models.QuerySet["SpeakerRole"]):
    def held_on(self, days: Days) -> Self:
        """Roles held on any of these days; one without dates may have been held at any time."""
        held = models.Q()
        if days.last:
            held &= models.Q(since_earliest=None) | models.Q(since_earliest__lte=days.last)
        if days.first:
            held &= models.Q(until_latest=None) | models.Q(until_latest__gte=days.first)
        return self.filter(held)


class SpeakerRole(Lasting):
    """One row is a role that a Speaker held from one date until another, either of which may be coarse or missing."""

    speaker = models.ForeignKey(Speaker, on_delete=models.CASCADE, related_name="roles")
    title = models.CharField(
        _("role"), max_length=200, validators=[refuse_bidi_controls], help_text=_("As it is printed: “Foreign Minister of Veldania”.")
    )
    title_key = FoldedField(source="title", max_length=400, db_index=True)

    ends_early = _("The role ends before it begins.")

    objects = SpeakerRoleQuerySet.as_manager()

    class Meta:
        ordering = ["since_earliest", "id"]
        constraints = [ends_after_it_begins("role_ends_after_it_begins", _("The role ends before it begins."))]

    def __str__(self) -> str:
        return self.title
