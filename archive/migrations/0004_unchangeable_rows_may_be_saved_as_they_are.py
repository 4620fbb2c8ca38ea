"""The triggers of 0002 refused every save of a row, since Django names all columns when it saves; now they refuse another value.

A schema change of one of these tables on SQLite makes the table anew and drops its triggers: such a migration must run
`make_triggers` again (tests/archive/test_unchangeable.py says so when it was forgotten).
"""

from importlib import import_module

from django.db import migrations

before = import_module("archive.migrations.0002_full_text_and_unchangeable_rows")


def make_triggers(apps, schema_editor):
    postgresql = schema_editor.connection.vendor == "postgresql"
    differs = "IS DISTINCT FROM" if postgresql else "IS NOT"
    for table, columns in before.UNCHANGEABLE.items():
        act = "EXECUTE FUNCTION archive_refuse_change()" if postgresql else f"BEGIN SELECT RAISE(ABORT, '{table} is unchangeable'); END"
        changed = " OR ".join(f'old."{column}" {differs} new."{column}"' for column in columns)
        schema_editor.execute(
            f"CREATE TRIGGER {table}_unchangeable BEFORE UPDATE ON {table} FOR EACH ROW WHEN ({changed}) {act}", params=None
        )


def drop_triggers(apps, schema_editor):
    for table in before.UNCHANGEABLE:
        on = f" ON {table}" if schema_editor.connection.vendor == "postgresql" else ""
        schema_editor.execute(f"DROP TRIGGER {table}_unchangeable{on}")


def replace_triggers(apps, schema_editor):
    drop_triggers(apps, schema_editor)
    make_triggers(apps, schema_editor)


def return_to_those_of_0002(apps, schema_editor):
    before.drop_triggers(apps, schema_editor)
    before.make_triggers(apps, schema_editor)


class Migration(migrations.Migration):
    dependencies = [("archive", "0003_five_roles")]

    operations = [migrations.RunPython(replace_triggers, return_to_those_of_0002)]
