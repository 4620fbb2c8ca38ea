from django.db import migrations, models

UPDATE = """CREATE TRIGGER archive_search_update AFTER UPDATE OF stems ON archive_searchentry BEGIN
         UPDATE archive_search SET stems = new.stems WHERE rowid = old.statement_id; END"""
INSERT = """CREATE TRIGGER archive_search_insert AFTER INSERT ON archive_searchentry BEGIN
         INSERT INTO archive_search(rowid, stems) VALUES (new.statement_id, new.stems); END"""
DELETE = """CREATE TRIGGER archive_search_delete AFTER DELETE ON archive_searchentry BEGIN
         DELETE FROM archive_search WHERE rowid = old.statement_id; END"""


def drop_triggers(apps, schema_editor):
    """SQLite makes the table anew, and the next migration the triggers."""
    if schema_editor.connection.vendor == "sqlite":
        for act in ("insert", "update", "delete"):
            schema_editor.execute(f"DROP TRIGGER IF EXISTS archive_search_{act}")


def make_triggers(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for trigger in (INSERT, UPDATE, DELETE):
            schema_editor.execute(trigger, params=None)


class Migration(migrations.Migration):
    dependencies = [("archive", "0053_fill_speakers_beside_each_other")]

    operations = [
        migrations.RunPython(drop_triggers, make_triggers),
        migrations.AddField("searchentry", "place", models.BigIntegerField(db_index=True, default=0), preserve_default=False),
    ]
