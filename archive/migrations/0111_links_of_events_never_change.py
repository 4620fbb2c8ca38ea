"""Triggers: what links events is neither changed nor taken away."""

from importlib import import_module

from django.db import migrations

kept = import_module("archive.migrations.0103_what_may_never_change_may_never_go")
TABLE = "archive_eventlink"
COLUMNS = ("event_id", "object_type", "object_id", "nth", "salt", "digest", "link")


def make_triggers(apps, schema_editor):
    is_postgresql = schema_editor.connection.vendor == "postgresql"
    kept.make_unchangeable(schema_editor, TABLE, COLUMNS)
    refuses = "EXECUTE FUNCTION archive_refuse_removal()" if is_postgresql else f"BEGIN SELECT RAISE(ABORT, '{TABLE} is kept'); END"
    kept.run(schema_editor, f"CREATE TRIGGER {TABLE}_kept BEFORE DELETE ON {TABLE} FOR EACH ROW {refuses}")
    if is_postgresql:
        kept.run(schema_editor, f"CREATE TRIGGER {TABLE}_kept_whole BEFORE TRUNCATE ON {TABLE} {refuses}")


def drop_triggers(apps, schema_editor):
    is_postgresql = schema_editor.connection.vendor == "postgresql"
    for name in ("unchangeable", "kept", *(["kept_whole"] if is_postgresql else [])):
        kept.run(schema_editor, f"DROP TRIGGER {TABLE}_{name}{f' ON {TABLE}' if is_postgresql else ''}")


class Migration(migrations.Migration):
    dependencies = [("archive", "0110_events_linked_to_those_before")]

    operations = [migrations.RunPython(make_triggers, drop_triggers)]
