"""Counts of what was said in a span of years; between which two dates a claim was silent for longest; days that are of publication."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('archive', '0035_fill_skeletons_and_what_was_accepted'),
    ]

    operations = [
        migrations.AddField(
            model_name='claimtally',
            name='first_is_reported',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='claimtally',
            name='last_is_reported',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='claimtally',
            name='silence_from',
            field=models.CharField(blank=True, max_length=64),
        ),
        migrations.AddField(
            model_name='claimtally',
            name='silence_until',
            field=models.CharField(blank=True, max_length=64),
        ),
        migrations.AlterField(
            model_name='tally',
            name='scope',
            field=models.CharField(choices=[('archive', 'archive'), ('year', 'year'), ('month', 'month'), ('span', 'span of years'), ('kind', 'kind'), ('speaker', 'speaker'), ('outlet', 'outlet'), ('claim', 'claim')], max_length=16),
        ),
    ]
