"""The five roles as groups, with what each may do (frozen/roles.py). A later change of a role is a migration with a table of its own."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

from archive.migrations.frozen.roles import ROLES


def grant(apps, schema_editor):
    """Make the groups, and give them just the permissions that the table names."""
    Group, Permission = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    # Permissions are made after migrations as a rule; the groups need them now.
    create_permissions(installed.get_app_config("archive"), verbosity=0, using=schema_editor.connection.alias)
    for role, codenames in ROLES.items():
        group, _ = Group.objects.get_or_create(name=role)
        group.permissions.set(Permission.objects.filter(content_type__app_label="archive", codename__in=codenames))


def drop(apps, schema_editor):
    apps.get_model("auth", "Group").objects.filter(name__in=ROLES).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("archive", "0002_full_text_and_unchangeable_rows"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(grant, drop)]
