"""Nearly equal texts of two outlets are found by sketches; those that are here get theirs."""

from importlib import import_module

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from archive.migrations.frozen.sketches import sketch_of

roles = import_module("archive.migrations.0003_five_roles")


def sketch_what_is_here(apps, schema_editor):
    Document, Sketch = apps.get_model("archive", "Document"), apps.get_model("archive", "Sketch")
    for pk, text in Document.objects.values_list("pk", "text").iterator(chunk_size=100):
        Sketch.objects.bulk_create(Sketch(document_id=pk, value=value) for value in sketch_of(text))



class Migration(migrations.Migration):

    dependencies = [
        ('archive', '0020_documents_by_their_bytes'),
    ]

    operations = [
        migrations.CreateModel(
            name='Sketch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('value', models.BigIntegerField(db_index=True)),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sketch', to='archive.document')),
            ],
        ),
        migrations.CreateModel(
            name='CopySuggestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('likeness', models.FloatField(verbose_name='share of its words in the other')),
                ('answer', models.CharField(blank=True, choices=[('copy', 'wire copy'), ('own', 'a text of its own')], max_length=16, verbose_name='answer')),
                ('answered_at', models.DateTimeField(null=True, verbose_name='answered')),
                ('lock_version', models.PositiveIntegerField(default=1, editable=False)),
                ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='answered by')),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='copy_suggestions', to='archive.document', verbose_name='document')),
                ('other', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='archive.document', verbose_name='earlier document')),
            ],
            options={
                'ordering': ['-likeness', 'id'],
                'indexes': [models.Index(fields=['answer', '-likeness', 'id'], name='copy_suggestion_queue')],
                'constraints': [models.UniqueConstraint(fields=('document', 'other'), name='copy_suggestion_once_a_pair'), models.CheckConstraint(condition=models.Q(('document', models.F('other')), _negated=True), name='copy_suggestion_of_two_documents'), models.CheckConstraint(condition=models.Q(('answer__in', ['', 'copy', 'own'])), name='copy_suggestion_answer_known'), models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_at', None), ('answered_by', None)), models.Q(models.Q(('answer', ''), _negated=True), ('answered_at__isnull', False), ('answered_by__isnull', False)), _connector='OR'), name='copy_suggestion_answered_by_somebody')],
            },
        ),
        migrations.RunPython(sketch_what_is_here, migrations.RunPython.noop),
        migrations.RunPython(roles.grant, migrations.RunPython.noop),
    ]
