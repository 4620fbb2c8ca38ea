"""Readers look for a part of a name or of a claim in its letters and digits alone."""

import archive.models.fields
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('archive', '0064_short_list_of_questions'),
    ]

    operations = [
        migrations.AddField(
            model_name='claim',
            name='text_letters',
            field=archive.models.fields.LettersField(blank=True, editable=False, max_length=1000, source='text'),
        ),
        migrations.AddField(
            model_name='outlet',
            name='name_letters',
            field=archive.models.fields.LettersField(blank=True, editable=False, max_length=1000, source='name'),
        ),
        migrations.AddField(
            model_name='speaker',
            name='name_letters',
            field=archive.models.fields.LettersField(blank=True, editable=False, max_length=1000, source='name'),
        ),
        migrations.AddField(
            model_name='speakeralias',
            name='name_letters',
            field=archive.models.fields.LettersField(blank=True, editable=False, max_length=1000, source='name'),
        ),
    ]
