"""Who works on the record."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """One row is a person who may sign in. What they may do comes from the role groups (archive/roles.py), never from here."""

    class Meta(AbstractUser.Meta):
        permissions = [("manage_people", "Can give and take roles")]
