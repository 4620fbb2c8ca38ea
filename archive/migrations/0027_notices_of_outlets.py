"""Notices with which outlets correct or retract what they published."""

from importlib import import_module

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

roles = import_module("archive.migrations.0003_five_roles")


class Migration(migrations.Migration):

    dependencies = [
        ('archive', '0026_search_entries_by_version'),
    ]

    operations = [
        migrations.CreateModel(
            name='NoticeSuggestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('relation', models.CharField(choices=[('correction', 'corrects'), ('retraction', 'retracts')], max_length=16, verbose_name='relation')),
                ('start', models.PositiveIntegerField()),
                ('end', models.PositiveIntegerField()),
                ('reason', models.CharField(max_length=200, verbose_name='why it may be so')),
                ('answer', models.CharField(blank=True, choices=[('yes', 'it does'), ('no', 'it does not')], max_length=16, verbose_name='answer')),
                ('answered_at', models.DateTimeField(null=True, verbose_name='answered')),
                ('lock_version', models.PositiveIntegerField(default=1, editable=False)),
                ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='answered by')),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notice_suggestions', to='archive.document', verbose_name='document')),
                ('other', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='archive.document', verbose_name='earlier document')),
            ],
            options={
                'ordering': ['-id'],
                'indexes': [models.Index(fields=['answer', '-id'], name='notice_suggestion_queue')],
                'constraints': [models.UniqueConstraint(fields=('document', 'other'), name='notice_suggestion_once_a_pair'), models.CheckConstraint(condition=models.Q(('document', models.F('other')), _negated=True), name='notice_suggestion_of_two_documents'), models.CheckConstraint(condition=models.Q(('end__gt', models.F('start'))), name='notice_suggestion_has_words'), models.CheckConstraint(condition=models.Q(('relation__in', ['correction', 'retraction'])), name='notice_suggestion_relation_known'), models.CheckConstraint(condition=models.Q(('answer__in', ['', 'yes', 'no'])), name='notice_suggestion_answer_known'), models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_at', None), ('answered_by', None)), models.Q(models.Q(('answer', ''), _negated=True), ('answered_at__isnull', False), ('answered_by__isnull', False)), _connector='OR'), name='notice_suggestion_answered_by_somebody')],
            },
        ),
        migrations.RunPython(roles.grant, migrations.RunPython.noop),
    ]
