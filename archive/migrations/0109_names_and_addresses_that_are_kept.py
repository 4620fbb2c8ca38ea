"""What is checked where names and addresses are typed; no column changes."""

import archive.models.account
import archive.models.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('archive', '0108_rights_that_wait_for_another'),
    ]

    operations = [
        migrations.AlterField(
            model_name='article',
            name='copy_url',
            field=models.URLField(blank=True, help_text="Address of a copy kept elsewhere, such as a web archive's.", max_length=2000, validators=[archive.models.fields.refuse_inward_address], verbose_name='outside copy'),
        ),
        migrations.AlterField(
            model_name='article',
            name='url',
            field=models.URLField(blank=True, help_text='Where the outlet published it.', max_length=2000, null=True, unique=True, validators=[archive.models.fields.refuse_inward_address], verbose_name='address'),
        ),
        migrations.AlterField(
            model_name='claim',
            name='text',
            field=models.CharField(help_text='One thing that may be said, in neutral words, without a verdict.', max_length=500, validators=[archive.models.fields.refuse_bidi_controls], verbose_name='claim'),
        ),
        migrations.AlterField(
            model_name='factcheck',
            name='address',
            field=models.URLField(max_length=2000, validators=[archive.models.fields.refuse_inward_address], verbose_name='address'),
        ),
        migrations.AlterField(
            model_name='feed',
            name='url',
            field=models.URLField(help_text='Of the feed itself: https://…/rss.xml', max_length=2000, unique=True, validators=[archive.models.fields.refuse_inward_address], verbose_name='address'),
        ),
        migrations.AlterField(
            model_name='occasion',
            name='name',
            field=models.CharField(help_text='“Press conference after the talks with …”.', max_length=300, validators=[archive.models.fields.refuse_bidi_controls], verbose_name='name'),
        ),
        migrations.AlterField(
            model_name='outlet',
            name='homepage',
            field=models.URLField(blank=True, validators=[archive.models.fields.refuse_inward_address], verbose_name='home page'),
        ),
        migrations.AlterField(
            model_name='speakerrole',
            name='title',
            field=models.CharField(help_text='As it is printed: “Foreign Minister of Veldania”.', max_length=200, validators=[archive.models.fields.refuse_bidi_controls], verbose_name='role'),
        ),
        migrations.AlterField(
            model_name='user',
            name='first_name',
            field=models.CharField(blank=True, max_length=150, validators=[archive.models.account.refuse_unseen], verbose_name='first name'),
        ),
        migrations.AlterField(
            model_name='user',
            name='last_name',
            field=models.CharField(blank=True, max_length=150, validators=[archive.models.account.refuse_unseen], verbose_name='last name'),
        ),
    ]
