"""Where two people are needed, a trigger refuses a link made public by who answered that the words carry the claim.

A schema change of the links on SQLite may make their table anew and drop its triggers: such a migration must run `make_triggers` again
(tests/archive/working/test_two_people.py says so when it was forgotten). A change of the policy's table must drop them first.
"""

from django.db import migrations

TABLE, NAME = "archive_occurrence", "archive_occurrence_two_people"
REFUSES = "new.status = 'public' AND new.published_by_id = new.judged_by_id"
NEEDED = "EXISTS (SELECT 1 FROM archive_policy WHERE two_people)"
SENTENCE = "two people are needed to make a link public"
ACTS = ("insert", REFUSES), ("update", f"old.status <> 'public' AND {REFUSES}")


def make_triggers(apps, schema_editor):
    is_postgresql = schema_editor.connection.vendor == "postgresql"
    if is_postgresql:
        schema_editor.execute(
            f"CREATE OR REPLACE FUNCTION {NAME}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF {NEEDED} THEN "
            f"RAISE EXCEPTION '{SENTENCE}' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN new; END $$",
            params=None,
        )
    for act, condition in ACTS:
        begins = f"CREATE TRIGGER {NAME}_{act} BEFORE {act} ON {TABLE} FOR EACH ROW WHEN"
        if is_postgresql:
            schema_editor.execute(f"{begins} ({condition}) EXECUTE FUNCTION {NAME}()", params=None)
        else:
            schema_editor.execute(f"{begins} ({condition} AND {NEEDED}) BEGIN SELECT RAISE(ABORT, '{SENTENCE}'); END", params=None)


def drop_triggers(apps, schema_editor):
    is_postgresql = schema_editor.connection.vendor == "postgresql"
    for act, _condition in ACTS:
        schema_editor.execute(f"DROP TRIGGER {NAME}_{act}" + (f" ON {TABLE}" if is_postgresql else ""))
    if is_postgresql:
        schema_editor.execute(f"DROP FUNCTION {NAME}()")


class Migration(migrations.Migration):
    dependencies = [("archive", "0117_who_made_a_link_public")]

    operations = [migrations.RunPython(make_triggers, drop_triggers)]
