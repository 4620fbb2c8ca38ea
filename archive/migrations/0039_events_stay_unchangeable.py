"""The trigger of events stands again: 0038 changed their table, which on SQLite makes it anew and drops its triggers."""

from importlib import import_module

from django.db import migrations

before = import_module("archive.migrations.0002_full_text_and_unchangeable_rows")


def make_trigger(apps, schema_editor):
    postgresql = schema_editor.connection.vendor == "postgresql"
    differs = "IS DISTINCT FROM" if postgresql else "IS NOT"
    act = "EXECUTE FUNCTION archive_refuse_change()" if postgresql else "BEGIN SELECT RAISE(ABORT, 'archive_event is unchangeable'); END"
    changed = " OR ".join(f'old."{column}" {differs} new."{column}"' for column in before.UNCHANGEABLE["archive_event"])
    schema_editor.execute(f"DROP TRIGGER IF EXISTS archive_event_unchangeable{' ON archive_event' if postgresql else ''}", params=None)
    schema_editor.execute(
        f"CREATE TRIGGER archive_event_unchangeable BEFORE UPDATE ON archive_event FOR EACH ROW WHEN ({changed}) {act}", params=None
    )


class Migration(migrations.Migration):
    dependencies = [("archive", "0038_what_was_removed")]

    operations = [migrations.RunPython(make_trigger, make_trigger)]
