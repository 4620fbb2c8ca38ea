"""Who publishes, and the feeds of it that the archive reads again and again."""

import zoneinfo
from datetime import datetime
from typing import Self

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from archive.enums import OutletKind, StatementStatus, TextPolicy
from archive.fetching import canonical
from archive.models.fields import EdtfField, FoldedField, LettersField, folded, refuse_bidi_controls, refuse_inward_address, validate_edtf

LEAST, MOST = 15, 7 * 24 * 60  # minutes between two polls


def validate_time_zone(name: str) -> None:
    if name not in zoneinfo.available_timezones():
        raise ValidationError(_("“%(name)s” is no time zone. Write a city of its zone, such as Europe/Riga."), params={"name": name})


def kind_in_words(kind: str) -> str:
    """Empty where it tells nothing."""
    return "" if kind == OutletKind.OTHER else str(OutletKind(kind).label)


class OutletQuerySet(models.QuerySet["Outlet"]):
    def public(self) -> Self:
        """Outlets with a public Statement."""
        published = Outlet.objects.filter(pk=models.OuterRef("pk"), articles__documents__statements__status=StatementStatus.PUBLIC)
        return self.filter(models.Exists(published))

    def named(self, name: str) -> Self:
        return self.filter(name_key=folded(name))

    def zones(self) -> dict[str, str]:
        """Folded name -> time zone, as extraction wants them."""
        return dict(self.exclude(time_zone="").values_list("name_key", "time_zone"))


class Outlet(models.Model):
    """One row is who publishes: a news agency, a ministry, a paper. Once public, only `publication.correct` changes it."""

    name = models.CharField(_("name"), max_length=200, unique=True, validators=[refuse_bidi_controls], help_text=_("As it calls itself."))
    name_key = FoldedField(source="name", max_length=400, unique=True)
    name_letters = LettersField(source="name")
    slug = models.SlugField(
        _("address"), max_length=120, unique=True, allow_unicode=True, help_text=_("Stands in its public address for ever.")
    )
    kind = models.CharField(_("kind"), max_length=16, choices=OutletKind, default=OutletKind.AGENCY)
    homepage = models.URLField(_("home page"), blank=True, validators=[refuse_inward_address])
    time_zone = models.CharField(
        _("time zone"),
        max_length=64,
        blank=True,
        validators=[validate_time_zone],
        help_text=_("A city of its zone, such as Europe/Riga. Used for its time stamps that state none, and marked so."),
    )
    text_policy = models.CharField(
        _("public text"),
        max_length=16,
        choices=TextPolicy,
        default=TextPolicy.EXCERPTS,
        help_text=_("How much of its texts the public may see."),
    )
    since = EdtfField(
        verbose_name=_("first year"),
        prefix="since",
        validators=[validate_edtf],
        help_text=_("When it began to publish. Not public: words of an earlier day are asked about."),
    )
    since_earliest = models.DateField(null=True, editable=False)
    lock_version = models.PositiveIntegerField(default=1, editable=False)

    objects = OutletQuerySet.as_manager()

    class Meta:
        ordering = ["name_key"]
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=OutletKind.values), name="outlet_kind_known"),
            models.CheckConstraint(condition=models.Q(text_policy__in=TextPolicy.values), name="outlet_text_policy_known"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("outlet", args=[self.slug])

    @property
    def is_public(self) -> bool:
        return Outlet.objects.public().filter(pk=self.pk).exists()


class FeedQuerySet(models.QuerySet["Feed"]):
    def due(self, at: datetime) -> Self:
        """Followed ones whose time to be polled has come."""
        return self.filter(models.Q(next_poll_at=None) | models.Q(next_poll_at__lte=at), is_followed=True)


class Feed(models.Model):
    """One row is a feed (RSS or Atom) of an Outlet, and what was seen when it was last polled. `capture.feeds.poll` keeps the latter."""

    url = models.URLField(
        _("address"),
        max_length=2000,
        unique=True,
        validators=[refuse_inward_address],
        help_text=_("Of the feed itself: https://…/rss.xml"),
    )
    outlet = models.ForeignKey(
        Outlet,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="feeds",
        verbose_name=_("outlet"),
        help_text=_("Who publishes the pages on the feed's own site. Empty: the one that each page names, if it is here."),
    )
    is_followed = models.BooleanField(_("followed"), default=True, help_text=_("Polled again and again, by the worker."))
    every = models.PositiveIntegerField(
        _("minutes between polls"), default=60, validators=[MinValueValidator(LEAST), MaxValueValidator(MOST)]
    )
    etag = models.CharField(max_length=200, blank=True, editable=False)
    last_modified = models.CharField(max_length=200, blank=True, editable=False)
    passed_over = models.JSONField(default=list, editable=False)  # keys of the addresses in it that were refused for good
    elsewhere = models.JSONField(default=dict, editable=False)  # keys of addresses that lead to another one: the document of its page
    put_off = models.JSONField(default=list, editable=False)  # keys of those that could not be fetched at the last poll
    failures = models.PositiveIntegerField(_("failures in a row"), default=0, editable=False)
    polled_at = models.DateTimeField(_("last polled"), null=True, editable=False)
    next_poll_at = models.DateTimeField(_("next poll"), null=True, editable=False)
    outcome = models.CharField(_("outcome"), max_length=500, blank=True, editable=False)
    lock_version = models.PositiveIntegerField(default=1, editable=False)

    objects = FeedQuerySet.as_manager()

    class Meta:
        ordering = ["url"]
        constraints = [
            models.CheckConstraint(condition=models.Q(every__gte=LEAST, every__lte=MOST), name="feed_polled_politely"),
            models.CheckConstraint(condition=~models.Q(url=""), name="feed_has_address"),
        ]
        indexes = [models.Index(fields=["is_followed", "next_poll_at"], name="feed_by_next_poll")]

    def __str__(self) -> str:
        return self.url

    def clean(self) -> None:
        self.url = canonical(self.url)
