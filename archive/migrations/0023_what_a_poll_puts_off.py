"""What could not be fetched at one poll of a feed comes behind what is new at the next; what leads to another address is not asked twice."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('archive', '0022_captures_by_the_day_they_were_seen'),
    ]

    operations = [
        migrations.AddField(
            model_name='feed',
            name='elsewhere',
            field=models.JSONField(default=dict, editable=False),
        ),
        migrations.AddField(
            model_name='feed',
            name='put_off',
            field=models.JSONField(default=list, editable=False),
        ),
    ]
