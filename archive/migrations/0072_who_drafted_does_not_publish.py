"""Where two people are needed, a trigger refuses words made public by who drafted them, or who accepted them where the machine did.

A schema change of the statements on SQLite makes their table anew and drops its triggers: such a migration must run `make_trigger` again
(tests/archive/working/test_two_people.py says so when it was forgotten). A change of the policy's table must drop it first.
"""

from django.db import migrations

TABLE, NAME = "archive_statement", "archive_statement_two_people"
REFUSES = "new.status = 'public' AND new.published_by_id = COALESCE(new.drafted_by_id, new.accepted_by_id)"
BECOMES = "old.status <> 'public'"  # what is public is corrected by others' rules
NEEDED = "EXISTS (SELECT 1 FROM archive_policy WHERE two_people)"
SENTENCE = "two people are needed to make a statement public"


def make_trigger(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            f"CREATE OR REPLACE FUNCTION {NAME}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF {NEEDED} THEN "
            f"RAISE EXCEPTION '{SENTENCE}' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN new; END $$",
            params=None,
        )
        for act, condition in acts():
            schema_editor.execute(
                f"CREATE TRIGGER {NAME}_{act} BEFORE {act} ON {TABLE} FOR EACH ROW WHEN ({condition}) EXECUTE FUNCTION {NAME}()", params=None
            )
        return
    for act, condition in acts():
        schema_editor.execute(
            f"CREATE TRIGGER {NAME}_{act} BEFORE {act} ON {TABLE} FOR EACH ROW WHEN ({condition} AND {NEEDED}) "
            f"BEGIN SELECT RAISE(ABORT, '{SENTENCE}'); END",
            params=None,
        )


def acts():
    return ("insert", REFUSES), ("update", f"{BECOMES} AND {REFUSES}")


def drop_trigger(apps, schema_editor):
    postgresql = schema_editor.connection.vendor == "postgresql"
    for act, _condition in acts():
        schema_editor.execute(f"DROP TRIGGER {NAME}_{act}" + (f" ON {TABLE}" if postgresql else ""))
    if postgresql:
        schema_editor.execute(f"DROP FUNCTION {NAME}()")


class Migration(migrations.Migration):
    dependencies = [("archive", "0071_who_works_on_what")]

    operations = [migrations.RunPython(make_trigger, drop_trigger)]
