"""Feeds that the archive reads again and again."""

from datetime import datetime
from typing import Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from archive.fetching import canonical
from archive.models.outlet import Outlet

LEAST, MOST = 15, 7 * 24 * 60  # minutes between two polls


class FeedQuerySet(models.QuerySet["Feed"]):
    def due(self, at: datetime) -> Self:
        """Followed ones whose time to be polled has come."""
        return self.filter(models.Q(next_poll_at=None) | models.Q(next_poll_at__lte=at), is_followed=True)


class Feed(models.Model):
    """One row is a feed (RSS or Atom) of an Outlet, and what was seen when it was last polled. `capture.feeds.poll` keeps the latter."""

    url = models.URLField(_("address"), max_length=2000, unique=True, help_text=_("Of the feed itself: https://…/rss.xml"))
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
