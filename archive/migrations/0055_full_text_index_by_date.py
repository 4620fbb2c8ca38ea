"""The full-text index stands in the order of dates, so that the newest hits of any word are read first and no others: on SQLite its rows are
numbered by date, on PostgreSQL each entry keeps its vector beside the place."""

from django.db import migrations

PLACES = 2**33
PLACE = f"UPDATE archive_searchentry SET place = (SELECT s.said_sort * {PLACES} + s.id FROM archive_statement s WHERE s.id = statement_id)"
TRIGGERS = [
    """CREATE TRIGGER archive_search_insert AFTER INSERT ON archive_searchentry BEGIN
         INSERT INTO archive_search(rowid, stems) VALUES (new.place, new.stems); END""",
    """CREATE TRIGGER archive_search_update AFTER UPDATE OF stems, place ON archive_searchentry BEGIN
         UPDATE archive_search SET rowid = new.place, stems = new.stems WHERE rowid = old.place; END""",
    """CREATE TRIGGER archive_search_delete AFTER DELETE ON archive_searchentry BEGIN
         DELETE FROM archive_search WHERE rowid = old.place; END""",
]
MAKE = 'CREATE VIRTUAL TABLE archive_search USING fts5(stems, tokenize = "unicode61 remove_diacritics 0")'
POSTGRESQL = [
    "DROP INDEX archive_search",
    "ALTER TABLE archive_searchentry ADD COLUMN vector tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, stems)) STORED",
    "CREATE INDEX archive_search ON archive_searchentry USING gin (vector)",
]
POSTGRESQL_BACK = [
    "DROP INDEX archive_search",
    "ALTER TABLE archive_searchentry DROP COLUMN vector",
    "CREATE INDEX archive_search ON archive_searchentry USING gin (to_tsvector('simple', stems))",
]


def by_date(apps, schema_editor):
    schema_editor.execute(PLACE, params=None)
    refill(schema_editor, "place", POSTGRESQL)
    if schema_editor.connection.vendor == "sqlite":
        for trigger in TRIGGERS:
            schema_editor.execute(trigger, params=None)


def by_number(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for act in ("insert", "update", "delete"):
            schema_editor.execute(f"DROP TRIGGER archive_search_{act}")
    refill(schema_editor, "statement_id", POSTGRESQL_BACK)


def refill(schema_editor, number, postgresql):
    if schema_editor.connection.vendor == "postgresql":
        for statement in postgresql:
            schema_editor.execute(statement, params=None)
        return
    schema_editor.execute("DROP TABLE archive_search")
    schema_editor.execute(MAKE, params=None)
    fill = f"INSERT INTO archive_search(rowid, stems) SELECT {number}, stems FROM archive_searchentry ORDER BY {number}"
    schema_editor.execute(fill, params=None)


class Migration(migrations.Migration):
    dependencies = [("archive", "0054_search_entries_by_date")]

    operations = [migrations.RunPython(by_date, by_number)]
