"""The public full-text index, and triggers that refuse to change what must never change.

A schema change of one of these tables on SQLite makes the table anew and drops its triggers: such a migration must run
`make_triggers` again (tests/archive/test_unchangeable.py says so when it was forgotten).
"""

from django.db import migrations

UNCHANGEABLE = {
    "archive_document": ("text", "sha256", "raw", "raw_sha256", "public_id", "captured_at"),
    "archive_event": ("at", "by_id", "verb", "object_type", "object_id", "from_state", "to_state", "reason", "detail"),
    "archive_revision": ("object_type", "object_id", "version", "body", "sha256", "revision_class", "reason", "changed", "by_id", "at"),
}

SQLITE_SEARCH = [
    "CREATE VIRTUAL TABLE archive_search USING fts5(stems, tokenize = \"unicode61 remove_diacritics 0\")",
    """CREATE TRIGGER archive_search_insert AFTER INSERT ON archive_searchentry BEGIN
         INSERT INTO archive_search(rowid, stems) VALUES (new.statement_id, new.stems); END""",
    """CREATE TRIGGER archive_search_update AFTER UPDATE ON archive_searchentry BEGIN
         UPDATE archive_search SET stems = new.stems WHERE rowid = old.statement_id; END""",
    """CREATE TRIGGER archive_search_delete AFTER DELETE ON archive_searchentry BEGIN
         DELETE FROM archive_search WHERE rowid = old.statement_id; END""",
]
POSTGRESQL_SEARCH = ["CREATE INDEX archive_search ON archive_searchentry USING gin (to_tsvector('simple', stems))"]


def make_full_text(apps, schema_editor):
    for statement in POSTGRESQL_SEARCH if schema_editor.connection.vendor == "postgresql" else SQLITE_SEARCH:
        schema_editor.execute(statement)


def drop_full_text(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP INDEX archive_search")
        return
    for act in ("insert", "update", "delete"):
        schema_editor.execute(f"DROP TRIGGER archive_search_{act}")
    schema_editor.execute("DROP TABLE archive_search")


def make_triggers(apps, schema_editor):
    postgresql = schema_editor.connection.vendor == "postgresql"
    if postgresql:
        schema_editor.execute(
            """CREATE OR REPLACE FUNCTION archive_refuse_change() RETURNS trigger LANGUAGE plpgsql AS
               $$ BEGIN RAISE EXCEPTION '% is unchangeable', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END $$""",
            params=None,
        )
    for table, columns in UNCHANGEABLE.items():
        names = ", ".join(f'"{column}"' for column in columns)
        act = "EXECUTE FUNCTION archive_refuse_change()" if postgresql else f"BEGIN SELECT RAISE(ABORT, '{table} is unchangeable'); END"
        each = "FOR EACH ROW " if postgresql else ""
        schema_editor.execute(f"CREATE TRIGGER {table}_unchangeable BEFORE UPDATE OF {names} ON {table} {each}{act}", params=None)


def drop_triggers(apps, schema_editor):
    postgresql = schema_editor.connection.vendor == "postgresql"
    for table in UNCHANGEABLE:
        schema_editor.execute(f"DROP TRIGGER {table}_unchangeable" + (f" ON {table}" if postgresql else ""))
    if postgresql:
        schema_editor.execute("DROP FUNCTION archive_refuse_change()")


class Migration(migrations.Migration):
    dependencies = [("archive", "0001_the_record")]

    operations = [
        migrations.RunPython(make_full_text, drop_full_text),
        migrations.RunPython(make_triggers, drop_triggers),
    ]
