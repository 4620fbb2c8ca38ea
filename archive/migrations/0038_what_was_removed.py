"""An Event says that a row was removed.

SQLite makes the table of events anew and drops the trigger that holds them unchangeable: 0039 makes it again, and this on the way back.
"""

from importlib import import_module

from django.db import migrations, models

first = import_module("archive.migrations.0002_full_text_and_unchangeable_rows")


def make_trigger(apps, schema_editor):
    postgresql = schema_editor.connection.vendor == "postgresql"
    differs = "IS DISTINCT FROM" if postgresql else "IS NOT"
    act = "EXECUTE FUNCTION archive_refuse_change()" if postgresql else "BEGIN SELECT RAISE(ABORT, 'archive_event is unchangeable'); END"
    changed = " OR ".join(f'old."{column}" {differs} new."{column}"' for column in first.UNCHANGEABLE["archive_event"])
    schema_editor.execute(f"DROP TRIGGER IF EXISTS archive_event_unchangeable{' ON archive_event' if postgresql else ''}", params=None)
    schema_editor.execute(
        f"CREATE TRIGGER archive_event_unchangeable BEFORE UPDATE ON archive_event FOR EACH ROW WHEN ({changed}) {act}", params=None
    )


class Migration(migrations.Migration):

    dependencies = [
        ('archive', '0037_count_spans_of_years'),
    ]

    operations = [
        migrations.RunPython(migrations.RunPython.noop, make_trigger),
        migrations.RemoveConstraint(
            model_name='event',
            name='event_verb_known',
        ),
        migrations.AlterField(
            model_name='event',
            name='verb',
            field=models.CharField(choices=[('captured', 'captured'), ('entered', 'entered'), ('drafted', 'drafted'), ('edited', 'edited'), ('accepted', 'accepted'), ('rejected', 'rejected'), ('returned', 'returned to draft'), ('reopened', 'reopened'), ('judged', 'judged'), ('undone', 'judgement undone'), ('published', 'published'), ('corrected', 'corrected'), ('withdrawn', 'withdrawn'), ('merged', 'merged'), ('split', 'split'), ('removed', 'removed')], max_length=16, verbose_name='what'),
        ),
        migrations.AddConstraint(
            model_name='event',
            constraint=models.CheckConstraint(condition=models.Q(('verb__in', ['captured', 'entered', 'drafted', 'edited', 'accepted', 'rejected', 'returned', 'reopened', 'judged', 'undone', 'published', 'corrected', 'withdrawn', 'merged', 'split', 'removed'])), name='event_verb_known'),
        ),
    ]
