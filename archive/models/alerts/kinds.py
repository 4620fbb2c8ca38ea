"""The vocabulary of alerts."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AlertChannel(models.TextChoices):
    """How alerts go out."""

    MAIL = "mail", _("by e-mail")
    HOOK = "hook", _("by webhook")


class AlertRhythm(models.TextChoices):
    """How often a mail goes out, when there is something new."""

    DAILY = "daily", _("once a day")
    WEEKLY = "weekly", _("once a week")


class AlertKind(models.TextChoices):
    """What happened, in the order in which a digest tells it."""

    WITHDRAWAL = "withdrawal", _("withdrawn")
    SOURCE = "source", _("the source corrected or retracted its report")
    PAGE = "page", _("the source’s page changed")
    CORRECTION = "correction", _("corrected")
    SAYING = "saying", _("new on record")
    AGAIN = "again", _("public again")
    LINKED = "linked", _("linked to the claim")
