"""What others found of a claim, shown as theirs."""

import django.db.models.deletion
from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations, models

import archive.models.fields

READERS = ("viewer", "editor", "reviewer", "publisher")


def grant(apps, schema_editor):
    Group, Permission = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    create_permissions(installed.get_app_config("archive"), verbosity=0, using=schema_editor.connection.alias)
    seen = Permission.objects.get(content_type__app_label="archive", codename="view_factcheck")
    for group in Group.objects.filter(name__in=READERS):
        group.permissions.add(seen)



class Migration(migrations.Migration):

    dependencies = [("archive", "0077_speakers_that_may_be_one")]

    operations = [
        migrations.CreateModel(
            name='FactCheck',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('publisher', models.CharField(max_length=200, validators=[archive.models.fields.refuse_bidi_controls], verbose_name='publisher')),
                ('address', models.URLField(max_length=2000, verbose_name='address')),
                ('rating', models.CharField(help_text='In their words.', max_length=200, validators=[archive.models.fields.refuse_bidi_controls], verbose_name='their rating')),
                ('language', models.CharField(blank=True, help_text='Of their text: en, ru.', max_length=16, verbose_name='language')),
                ('published', archive.models.fields.EdtfField(blank=True, max_length=64, prefix='published', validators=[archive.models.fields.validate_closed_edtf], verbose_name='published')),
                ('published_sort', models.BigIntegerField(editable=False)),
                ('claim', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='fact_checks', to='archive.claim')),
            ],
            options={
                'verbose_name': 'fact-check',
                'verbose_name_plural': 'fact-checks',
                'ordering': ['published_sort', 'id'],
                'constraints': [models.UniqueConstraint(fields=('claim', 'address'), name='fact_check_once', violation_error_message='This fact-check stands there already.'), models.CheckConstraint(condition=models.Q(models.Q(('publisher', ''), _negated=True), models.Q(('address', ''), _negated=True), models.Q(('rating', ''), _negated=True)), name='fact_check_says_whose_and_what')],
            },
        ),
        migrations.RunPython(grant, migrations.RunPython.noop),
    ]
