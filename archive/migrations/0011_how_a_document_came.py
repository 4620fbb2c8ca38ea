"""In which form a document came, who says how its bytes are written, at which page or time code its words stand.

SQLite makes the table anew and drops the trigger that holds its text unchangeable; the one made here holds the new columns too.
"""

from importlib import import_module

from django.db import migrations, models

before = import_module("archive.migrations.0004_unchangeable_rows_may_be_saved_as_they_are")
COLUMNS = ("encoding", "encoding_source", "form", "locators", "published_readings")


def drop_trigger(schema_editor):
    on = " ON archive_document" if schema_editor.connection.vendor == "postgresql" else ""
    schema_editor.execute(f"DROP TRIGGER IF EXISTS archive_document_unchangeable{on}")


def make_trigger(schema_editor, columns):
    postgresql = schema_editor.connection.vendor == "postgresql"
    differs = "IS DISTINCT FROM" if postgresql else "IS NOT"
    act = "EXECUTE FUNCTION archive_refuse_change()" if postgresql else "BEGIN SELECT RAISE(ABORT, 'archive_document is unchangeable'); END"
    changed = " OR ".join(f'old."{column}" {differs} new."{column}"' for column in columns)
    schema_editor.execute(
        f"CREATE TRIGGER archive_document_unchangeable BEFORE UPDATE ON archive_document FOR EACH ROW WHEN ({changed}) {act}", params=None
    )


def hold_the_new_columns_too(apps, schema_editor):
    drop_trigger(schema_editor)
    make_trigger(schema_editor, (*before.before.UNCHANGEABLE["archive_document"], *COLUMNS))


def hold_nothing(apps, schema_editor):
    drop_trigger(schema_editor)


def hold_the_old_columns(apps, schema_editor):
    make_trigger(schema_editor, before.before.UNCHANGEABLE["archive_document"])


class Migration(migrations.Migration):

    dependencies = [
        ('archive', '0010_statements_keep_who_it_may_be'),
    ]

    operations = [
        migrations.RunPython(migrations.RunPython.noop, hold_the_old_columns),
        migrations.AddField(
            model_name='document',
            name='encoding_source',
            field=models.CharField(blank=True, choices=[('bom', 'byte order mark'), ('header', 'header of the answer'), ('meta', 'the page itself'), ('content', 'the bytes themselves'), ('guessed', 'guess'), ('format', "the file's format")], editable=False, max_length=16, verbose_name='encoding from'),
        ),
        migrations.AddField(
            model_name='document',
            name='form',
            field=models.CharField(choices=[('text', 'plain text'), ('subtitles', 'subtitles'), ('html', 'web page'), ('feed', 'entry of a feed'), ('pdf', 'PDF')], default='text', editable=False, max_length=16, verbose_name='form'),
        ),
        migrations.AddField(
            model_name='document',
            name='locators',
            field=models.JSONField(default=list, editable=False, verbose_name='pages or time codes'),
        ),
        migrations.AddField(
            model_name='document',
            name='published_readings',
            field=models.JSONField(default=list, editable=False, verbose_name='dates that the page tells'),
        ),
        migrations.RunPython(hold_the_new_columns_too, hold_nothing),
    ]
