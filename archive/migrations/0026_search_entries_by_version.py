from django.db import migrations, models

INSERT = """CREATE TRIGGER archive_search_insert AFTER INSERT ON archive_searchentry BEGIN
         INSERT INTO archive_search(rowid, stems) VALUES (new.statement_id, new.stems); END"""
UPDATE = """CREATE TRIGGER archive_search_update AFTER UPDATE{of} ON archive_searchentry BEGIN
         UPDATE archive_search SET stems = new.stems WHERE rowid = old.statement_id; END"""
DELETE = """CREATE TRIGGER archive_search_delete AFTER DELETE ON archive_searchentry BEGIN
         DELETE FROM archive_search WHERE rowid = old.statement_id; END"""


def make_triggers(schema_editor, of):
    """SQLite makes a table anew to add a column, and its triggers are gone with the old one."""
    if schema_editor.connection.vendor != "sqlite":
        return
    for act, trigger in (("insert", INSERT), ("update", UPDATE.format(of=of)), ("delete", DELETE)):
        schema_editor.execute(f"DROP TRIGGER IF EXISTS archive_search_{act}")
        schema_editor.execute(trigger, params=None)


def forwards(apps, schema_editor):
    make_triggers(schema_editor, " OF stems")  # a mark alone leaves the full-text table as it is


def backwards(apps, schema_editor):
    make_triggers(schema_editor, "")


class Migration(migrations.Migration):
    dependencies = [("archive", "0025_what_waits_for_an_answer")]

    operations = [
        migrations.RunPython(migrations.RunPython.noop, backwards),  # going back, this runs after the column is gone
        migrations.AddField("searchentry", "engine", models.CharField(blank=True, max_length=32)),
        migrations.RunPython(forwards, migrations.RunPython.noop),
    ]
