"""How a speaker holds the words of a statement, what the reviewer saw of it, and what a notice of an outlet puts right.

Redirects get room for addresses of words that are not Latin, since 0029 makes many.
SQLite makes the table of documents anew and drops the trigger that holds their texts unchangeable, so it is made again.
"""

from importlib import import_module

from django.db import migrations, models

before = import_module("archive.migrations.0022_captures_by_the_day_they_were_seen")


class Migration(migrations.Migration):

    dependencies = [
        ('archive', '0027_notices_of_outlets'),
    ]

    operations = [
        migrations.AlterField(
            model_name='redirect',
            name='old_path',
            field=models.CharField(max_length=1500, unique=True),
        ),
        migrations.AlterField(
            model_name='redirect',
            name='new_path',
            field=models.CharField(max_length=1500),
        ),
        migrations.RunPython(migrations.RunPython.noop, before.hold_the_new_column_too),
        migrations.RemoveConstraint(
            model_name='document',
            name='document_relation_complete',
        ),
        migrations.AddField(
            model_name='document',
            name='relation_note',
            field=models.CharField(blank=True, help_text='A few words that stand beside every statement of the other: “52.4 instead of 54.2”.', max_length=300, verbose_name='what it puts right'),
        ),
        migrations.AddField(
            model_name='statement',
            name='accepted_as',
            field=models.CharField(blank=True, editable=False, max_length=64),
        ),
        migrations.AddField(
            model_name='statement',
            name='confirmed',
            field=models.JSONField(default=list, editable=False, verbose_name='warnings confirmed'),
        ),
        migrations.AddField(
            model_name='statement',
            name='force',
            field=models.CharField(choices=[('asserted', 'asserted'), ('denied', 'denied'), ('asked', 'asked'), ('supposed', 'supposed')], default='asserted', help_text='How the speaker holds these words: “denied that …”, “asked whether …”, “would …”.', max_length=16, verbose_name='how it is said'),
        ),
        migrations.AddConstraint(
            model_name='document',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('relates_to', None), ('relation', ''), ('relation_note', '')), models.Q(('relates_to__isnull', False), ('relation__in', ['correction', 'retraction'])), _connector='OR'), name='document_relation_complete', violation_error_message='Say both what it is to another document and to which.'),
        ),
        migrations.AddConstraint(
            model_name='statement',
            constraint=models.CheckConstraint(condition=models.Q(('force__in', ['asserted', 'denied', 'asked', 'supposed'])), name='statement_force_known'),
        ),
        migrations.RunPython(before.hold_the_new_column_too, before.before.hold_nothing),
    ]
