"""The trigger of events stands again: 0038 changed their table, which on SQLite makes it anew and drops its triggers."""

from importlib import import_module

from django.db import migrations

before = import_module("archive.migrations.0038_what_was_removed")


class Migration(migrations.Migration):
    dependencies = [("archive", "0038_what_was_removed")]

    operations = [migrations.RunPython(before.make_trigger, before.make_trigger)]
