"""Editors propose changes of what is public, all content roles see them; and old addresses of what was never public lead nowhere."""

from urllib.parse import unquote

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

GRANTED = {
    "viewer": {"view_changeproposal"},
    "editor": {"view_changeproposal", "add_changeproposal"},
    "reviewer": {"view_changeproposal"},
    "publisher": {"view_changeproposal"},
}
MERGED = {"speakers": "speaker", "claims": "claim"}  # the first part of an address -> the table of its rows


def grant(apps, schema_editor):
    Group, Permission = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    create_permissions(installed.get_app_config("archive"), verbosity=0, using=schema_editor.connection.alias)
    for role, codenames in GRANTED.items():
        permissions = Permission.objects.filter(content_type__app_label="archive", codename__in=codenames)
        Group.objects.get(name=role).permissions.add(*permissions)


def drop(apps, schema_editor):
    apps.get_model("auth", "Permission").objects.filter(codename__in=set().union(*GRANTED.values())).delete()


def forget(apps, schema_editor):
    """A merge of speakers left a redirect also where nobody had ever seen the old address. What was never public has no revision."""
    Redirect, Revision = apps.get_model("archive", "Redirect"), apps.get_model("archive", "Revision")
    for redirect in Redirect.objects.all():
        first, _, slug = unquote(redirect.old_path).strip("/").rpartition("/")
        table = MERGED.get(first.rpartition("/")[2])
        row = apps.get_model("archive", table).objects.filter(slug=slug).first() if table else None
        if row and not Revision.objects.filter(object_type=table, object_id=row.pk).exists():
            redirect.delete()


class Migration(migrations.Migration):
    dependencies = [("archive", "0032_changes_wait_as_proposals")]

    operations = [
        migrations.RunPython(grant, drop),
        migrations.RunPython(forget, migrations.RunPython.noop),
    ]
