"""Who works on the record."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """One row is a person who may sign in. What they may do comes from the role groups (archive/roles.py), never from here."""

    single_keys = models.BooleanField(_("keys of one letter"), default=True, help_text=_("Whether single letters do things at the desk."))

    class Meta(AbstractUser.Meta):
        permissions = [("manage_people", "Can give and take roles")]
