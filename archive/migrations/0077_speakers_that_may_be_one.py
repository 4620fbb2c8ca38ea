"""Questions whether two speakers are one, with what people answered."""

import django.db.models.deletion
from django.apps import apps as installed
from django.conf import settings
from django.contrib.auth.management import create_permissions
from django.db import migrations, models

READERS = ("viewer", "editor", "reviewer", "publisher")


def grant(apps, schema_editor):
    Group, Permission = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    create_permissions(installed.get_app_config("archive"), verbosity=0, using=schema_editor.connection.alias)
    seen = Permission.objects.get(content_type__app_label="archive", codename="view_speakerpair")
    for group in Group.objects.filter(name__in=READERS):
        group.permissions.add(seen)



class Migration(migrations.Migration):

    dependencies = [("archive", "0076_numbers_in_registers_parties_and_countries")]

    operations = [
        migrations.CreateModel(
            name='SpeakerPair',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(max_length=500, verbose_name='why it is asked')),
                ('answer', models.CharField(blank=True, choices=[('one', 'one, and merged'), ('two', 'two')], max_length=16, verbose_name='answer')),
                ('answered_at', models.DateTimeField(null=True, verbose_name='answered')),
                ('lock_version', models.PositiveIntegerField(default=1, editable=False)),
                ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='answered by')),
                ('other', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='archive.speaker', verbose_name='other speaker')),
                ('speaker', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='archive.speaker', verbose_name='speaker')),
            ],
            options={
                'verbose_name': 'speakers that may be one',
                'ordering': ['id'],
                'indexes': [models.Index(condition=models.Q(('answer', '')), fields=['id'], name='speaker_pair_open')],
                'constraints': [models.UniqueConstraint(fields=('speaker', 'other'), name='speaker_pair_once'), models.CheckConstraint(condition=models.Q(('speaker__lt', models.F('other'))), name='speaker_pair_in_order'), models.CheckConstraint(condition=models.Q(('answer__in', ['', 'one', 'two'])), name='speaker_pair_answer_known'), models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_at', None), ('answered_by', None)), models.Q(models.Q(('answer', ''), _negated=True), ('answered_at__isnull', False), ('answered_by__isnull', False)), _connector='OR'), name='speaker_pair_answered_by_somebody')],
            },
        ),
        migrations.RunPython(grant, migrations.RunPython.noop),
    ]
