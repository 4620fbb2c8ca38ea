"""Triggers: events, revisions, answers, and what stands in the log are not taken away, the log has no gap, and no answer is given anew.

A schema change of one of these tables on SQLite makes the table anew and drops its triggers: such a migration must run `make_triggers` of
this one again (tests/archive/test_unchangeable.py says so when it was forgotten).
"""

from django.db import migrations

# Table -> its columns that never change, and those that may be filled once.
UNCHANGEABLE = {
    "archive_revision": (
        ("object_type", "object_id", "version", "body", "sha256", "revision_class", "reason", "changed", "by_id", "at"),
        ("salt", "log_index"),
    ),
    "archive_judgement": (
        (
            "statement_id", "start", "end", "other_id", "other_start", "other_end", "claim_id", "answer", "score", "method", "version",
            "note", "judged_by_id", "judged_at",
        ),
        ("undone_by_id", "undone_at"),
    ),
    "archive_logentry": (("index", "entry", "hashes"), ()),
    "archive_checkpoint": (("size", "note", "key", "at"), ()),
}  # fmt: skip
KEPT = ("archive_event", *UNCHANGEABLE)
BEFORE = ("object_type", "object_id", "version", "body", "sha256", "revision_class", "reason", "changed", "by_id", "at")
GAPLESS = 'new."index" <> (SELECT COALESCE(MAX("index"), -1) + 1 FROM archive_logentry)'
NO_GAP = "the log has no gaps"
FUNCTIONS = {
    "archive_refuse_removal": "RAISE EXCEPTION '% is kept', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';",
    "archive_refuse_gap": f"IF {GAPLESS} THEN RAISE EXCEPTION '{NO_GAP}' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN new;",
}


def make_triggers(apps, schema_editor):
    is_postgresql = schema_editor.connection.vendor == "postgresql"
    drop_triggers(apps, schema_editor)
    for name, body in FUNCTIONS.items() if is_postgresql else ():
        run(schema_editor, f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} END $$")
    for table, columns in UNCHANGEABLE.items():
        make_unchangeable(schema_editor, table, *columns)
    for table in KEPT:
        refuses = "EXECUTE FUNCTION archive_refuse_removal()" if is_postgresql else f"BEGIN SELECT RAISE(ABORT, '{table} is kept'); END"
        run(schema_editor, f"CREATE TRIGGER {table}_kept BEFORE DELETE ON {table} FOR EACH ROW {refuses}")
        if is_postgresql:
            run(schema_editor, f"CREATE TRIGGER {table}_kept_whole BEFORE TRUNCATE ON {table} {refuses}")
    begins = "CREATE TRIGGER archive_logentry_gapless BEFORE INSERT ON archive_logentry FOR EACH ROW"
    gap = "EXECUTE FUNCTION archive_refuse_gap()" if is_postgresql else f"WHEN {GAPLESS} BEGIN SELECT RAISE(ABORT, '{NO_GAP}'); END"
    run(schema_editor, f"{begins} {gap}")


def make_unchangeable(schema_editor, table, never, once=()):
    is_postgresql = schema_editor.connection.vendor == "postgresql"
    differs = "IS DISTINCT FROM" if is_postgresql else "IS NOT"
    refuses = "EXECUTE FUNCTION archive_refuse_change()" if is_postgresql else f"BEGIN SELECT RAISE(ABORT, '{table} is unchangeable'); END"
    changed = [f'old."{column}" {differs} new."{column}"' for column in never]
    changed += [f'(old."{column}" IS NOT NULL AND old."{column}" {differs} new."{column}")' for column in once]
    run(schema_editor, f"CREATE TRIGGER {table}_unchangeable BEFORE UPDATE ON {table} FOR EACH ROW WHEN ({' OR '.join(changed)}) {refuses}")


def drop_triggers(apps, schema_editor):
    is_postgresql = schema_editor.connection.vendor == "postgresql"
    named = [(f"{table}_unchangeable", table) for table in UNCHANGEABLE]
    named += [(f"{table}_kept{how}", table) for table in KEPT for how in ("", "_whole")]
    for name, table in [*named, ("archive_logentry_gapless", "archive_logentry")]:
        run(schema_editor, f"DROP TRIGGER IF EXISTS {name}{f' ON {table}' if is_postgresql else ''}")


def return_to_those_before(apps, schema_editor):
    drop_triggers(apps, schema_editor)
    for name in FUNCTIONS if schema_editor.connection.vendor == "postgresql" else ():
        run(schema_editor, f"DROP FUNCTION IF EXISTS {name}()")  # not before: triggers of later tables call them
    make_unchangeable(schema_editor, "archive_revision", BEFORE)


def run(schema_editor, statement):
    schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("archive", "0102_the_publication_log")]

    operations = [migrations.RunPython(make_triggers, return_to_those_before)]
