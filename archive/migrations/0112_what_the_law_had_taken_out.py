"""What the law had taken out of a row, and an Event that says so.

SQLite makes the table of events anew and drops its triggers: 0113 makes them again, and this on the way back.
"""

from importlib import import_module

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

of_events = import_module("archive.migrations.0038_what_was_removed")
kept = import_module("archive.migrations.0103_what_may_never_change_may_never_go")


def make_triggers(apps, schema_editor):
    """PostgreSQL changes the table and keeps them."""
    if schema_editor.connection.vendor == "sqlite":
        of_events.make_trigger(apps, schema_editor)
        kept.run(schema_editor, "DROP TRIGGER IF EXISTS archive_event_kept")
        refuses = "BEGIN SELECT RAISE(ABORT, 'archive_event is kept'); END"
        kept.run(schema_editor, f"CREATE TRIGGER archive_event_kept BEFORE DELETE ON archive_event FOR EACH ROW {refuses}")


class Migration(migrations.Migration):

    dependencies = [
        ('archive', '0111_links_of_events_never_change'),
    ]

    operations = [
        migrations.RunPython(migrations.RunPython.noop, make_triggers),
        migrations.CreateModel(
            name='Redaction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('object_type', models.CharField(max_length=32)),
                ('object_id', models.BigIntegerField()),
                ('field', models.CharField(max_length=32)),
                ('start', models.PositiveIntegerField(null=True)),
                ('end', models.PositiveIntegerField(null=True)),
                ('salt', models.BinaryField()),
                ('hash', models.CharField(max_length=64)),
                ('left_sha256', models.CharField(max_length=64)),
                ('reason', models.TextField(verbose_name='public reason')),
                ('at', models.DateTimeField(verbose_name='when')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.RemoveConstraint(
            model_name='event',
            name='event_verb_known',
        ),
        migrations.AlterField(
            model_name='event',
            name='verb',
            field=models.CharField(choices=[('captured', 'captured'), ('entered', 'entered'), ('drafted', 'drafted'), ('edited', 'edited'), ('accepted', 'accepted'), ('rejected', 'rejected'), ('returned', 'returned to draft'), ('reopened', 'reopened'), ('judged', 'answered'), ('undone', 'taken back'), ('published', 'published'), ('corrected', 'corrected'), ('withdrawn', 'withdrawn'), ('merged', 'merged'), ('split', 'split'), ('removed', 'removed'), ('redacted', 'taken out by law')], max_length=16, verbose_name='what'),
        ),
        migrations.AddConstraint(
            model_name='event',
            constraint=models.CheckConstraint(condition=models.Q(('verb__in', ['captured', 'entered', 'drafted', 'edited', 'accepted', 'rejected', 'returned', 'reopened', 'judged', 'undone', 'published', 'corrected', 'withdrawn', 'merged', 'split', 'removed', 'redacted'])), name='event_verb_known'),
        ),
        migrations.AddField(
            model_name='redaction',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by'),
        ),
        migrations.AddField(
            model_name='redaction',
            name='document',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='redactions', to='archive.document', verbose_name='document'),
        ),
        migrations.AddIndex(
            model_name='redaction',
            index=models.Index(fields=['object_type', 'object_id'], name='redaction_by_object'),
        ),
        migrations.AddConstraint(
            model_name='redaction',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='redaction_says_why'),
        ),
        migrations.AddConstraint(
            model_name='redaction',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('end', None), ('start', None)), models.Q(('end__gt', models.F('start')), ('start__isnull', False)), _connector='OR'), name='redaction_place_not_empty'),
        ),
    ]
