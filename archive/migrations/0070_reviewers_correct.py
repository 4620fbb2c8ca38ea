"""Reviewers may put right what they review, and link what they accept: the second pair of eyes."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

GRANTED = (
    "add_statement", "change_statement", "add_attribution", "change_attribution", "delete_attribution", "add_speaker", "add_occasion",
    "judge_suggestion", "add_claim",
)  # fmt: skip


def grant(apps, schema_editor):
    Group, Permission = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    create_permissions(installed.get_app_config("archive"), verbosity=0, using=schema_editor.connection.alias)
    reviewers = Group.objects.get(name="reviewer")
    reviewers.permissions.add(*Permission.objects.filter(content_type__app_label="archive", codename__in=GRANTED))


def take_back(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    reviewers = Group.objects.get(name="reviewer")
    reviewers.permissions.remove(*reviewers.permissions.filter(content_type__app_label="archive", codename__in=GRANTED))


class Migration(migrations.Migration):
    dependencies = [("archive", "0069_keys_of_one_letter")]

    operations = [migrations.RunPython(grant, take_back)]
