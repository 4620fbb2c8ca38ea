"""Later looks at articles, and what they found of statements' words."""

from importlib import import_module

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

roles = import_module("archive.migrations.0003_five_roles")


class Migration(migrations.Migration):

    dependencies = [
        ('archive', '0018_vectors_of_passages'),
    ]

    operations = [
        migrations.CreateModel(
            name='Check',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(verbose_name='when')),
                ('outcome', models.CharField(choices=[('same', 'still there, as it was'), ('changed', 'changed'), ('gone', 'gone'), ('unknown', 'could not be told')], max_length=16, verbose_name='outcome')),
                ('words', models.CharField(blank=True, max_length=500, verbose_name='in words')),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='checks', to='archive.article', verbose_name='article')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
                ('document', models.ForeignKey(help_text='Empty: none.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='archive.document', verbose_name='the text found')),
            ],
            options={
                'ordering': ['-id'],
                'indexes': [models.Index(fields=['article', '-at'], name='check_by_article')],
                'constraints': [models.CheckConstraint(condition=models.Q(('outcome__in', ['same', 'changed', 'gone', 'unknown'])), name='check_outcome_known'), models.CheckConstraint(condition=models.Q(models.Q(('document__isnull', False), ('outcome__in', ['same', 'changed'])), models.Q(('document', None), ('outcome__in', ['gone', 'unknown'])), _connector='OR'), name='check_found_a_text')],
            },
        ),
        migrations.CreateModel(
            name='Sighting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('outcome', models.CharField(choices=[('there', 'still there'), ('changed', 'changed'), ('gone', 'gone from the text'), ('page-gone', 'gone with the page')], max_length=16, verbose_name='words')),
                ('start', models.PositiveIntegerField(null=True)),
                ('end', models.PositiveIntegerField(null=True)),
                ('seen_at', models.DateTimeField(verbose_name='last seen')),
                ('looked_at', models.DateTimeField(verbose_name='last looked for')),
                ('document', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='sightings', to='archive.document', verbose_name='looked for in')),
                ('statement', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='sighting', to='archive.statement', verbose_name='statement')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('outcome__in', ['there', 'changed', 'gone', 'page-gone'])), name='sighting_outcome_known'), models.CheckConstraint(condition=models.Q(models.Q(('document__isnull', False), ('outcome__in', ['there', 'changed']), ('end__gt', models.F('start')), ('end__isnull', False), ('start__isnull', False)), models.Q(('document__isnull', False), ('end', None), ('outcome', 'gone'), ('start', None)), models.Q(('document', None), ('end', None), ('outcome', 'page-gone'), ('start', None)), _connector='OR'), name='sighting_has_its_place')],
            },
        ),
        migrations.RunPython(roles.grant, migrations.RunPython.noop),
    ]
