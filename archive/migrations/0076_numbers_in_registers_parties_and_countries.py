"""Numbers of speakers in registers, and their parties and countries; editors enter them."""

import django.db.models.deletion
from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations, models

import archive.models.fields

TABLES = ("affiliation", "speakeridentifier")
ROLES = {"viewer": ["view"], "editor": ["view", "add", "change", "delete"], "reviewer": ["view"], "publisher": ["view"]}


def grant(apps, schema_editor):
    Group, Permission = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    create_permissions(installed.get_app_config("archive"), verbosity=0, using=schema_editor.connection.alias)
    for role, acts in ROLES.items():
        names = [f"{act}_{table}" for act in acts for table in TABLES]
        found = Permission.objects.filter(content_type__app_label="archive", codename__in=names)
        Group.objects.get(name=role).permissions.add(*found)


class Migration(migrations.Migration):

    dependencies = [("archive", "0072_who_drafted_does_not_publish")]

    operations = [
        migrations.CreateModel(
            name='Affiliation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', archive.models.fields.EdtfField(blank=True, help_text='“2019”, “May 2019” or “17 May 2019”.', max_length=64, prefix='since', validators=[archive.models.fields.validate_edtf], verbose_name='from')),
                ('since_earliest', models.DateField(editable=False, null=True)),
                ('until', archive.models.fields.EdtfField(blank=True, help_text='Empty while it is held.', max_length=64, prefix='until', validators=[archive.models.fields.validate_edtf], verbose_name='until')),
                ('until_latest', models.DateField(editable=False, null=True)),
                ('kind', models.CharField(choices=[('party', 'party'), ('country', 'country')], default='party', max_length=16, verbose_name='kind')),
                ('name', models.CharField(help_text='A country by its two letters: DE.', max_length=200, validators=[archive.models.fields.refuse_bidi_controls], verbose_name='name')),
                ('speaker', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='affiliations', to='archive.speaker')),
            ],
            options={
                'verbose_name': 'party or country',
                'verbose_name_plural': 'parties and countries',
                'ordering': ['kind', 'since_earliest', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('since_earliest', None), ('until_latest', None), ('until_latest__gte', models.F('since_earliest')), _connector='OR'), name='affiliation_ends_after_it_begins', violation_error_message='It ends before it begins.'), models.CheckConstraint(condition=models.Q(('kind__in', ['party', 'country'])), name='affiliation_kind_known'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='affiliation_has_name')],
            },
        ),
        migrations.CreateModel(
            name='SpeakerIdentifier',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('scheme', models.CharField(choices=[('wikidata', 'Wikidata'), ('viaf', 'VIAF'), ('gnd', 'GND'), ('isni', 'ISNI'), ('orcid', 'ORCID')], default='wikidata', max_length=16, verbose_name='register')),
                ('value', models.CharField(max_length=40, verbose_name='number')),
                ('speaker', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='identifiers', to='archive.speaker')),
            ],
            options={
                'verbose_name': 'number in a register',
                'verbose_name_plural': 'numbers in registers',
                'ordering': ['scheme', 'value'],
                'constraints': [models.UniqueConstraint(fields=('scheme', 'value'), name='identifier_of_one_speaker', violation_error_message='Another speaker has this number already.'), models.CheckConstraint(condition=models.Q(('scheme__in', ['wikidata', 'viaf', 'gnd', 'isni', 'orcid'])), name='identifier_scheme_known'), models.CheckConstraint(condition=models.Q(('value', ''), _negated=True), name='identifier_not_empty')],
            },
        ),
        migrations.RunPython(grant, migrations.RunPython.noop),
    ]
