"""Names that look alike on paper share a key; outlets and speakers may say since when there is anything to hear of them."""

import archive.models.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('archive', '0033_who_proposes_and_which_addresses_lead_on'),
    ]

    operations = [
        migrations.AddField(
            model_name='outlet',
            name='since',
            field=archive.models.fields.EdtfField(blank=True, help_text='When it began to publish. Not public: words of an earlier day are asked about.', max_length=64, prefix='since', validators=[archive.models.fields.validate_edtf], verbose_name='first year'),
        ),
        migrations.AddField(
            model_name='outlet',
            name='since_earliest',
            field=models.DateField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='speaker',
            name='name_skeleton',
            field=archive.models.fields.SkeletonField(blank=True, db_index=True, editable=False, max_length=200, source='name'),
        ),
        migrations.AddField(
            model_name='speaker',
            name='since',
            field=archive.models.fields.EdtfField(blank=True, help_text='When the person was born or the body founded. Not public: words of an earlier day are asked about.', max_length=64, prefix='since', validators=[archive.models.fields.validate_edtf], verbose_name='first year'),
        ),
        migrations.AddField(
            model_name='speaker',
            name='since_earliest',
            field=models.DateField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='speakeralias',
            name='name_skeleton',
            field=archive.models.fields.SkeletonField(blank=True, db_index=True, editable=False, max_length=200, source='name'),
        ),
    ]
