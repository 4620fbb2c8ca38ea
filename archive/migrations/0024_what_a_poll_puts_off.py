"""What could not be fetched at one poll of a feed comes behind what is new at the next; what leads to another address is not asked twice."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('archive', '0023_outcomes_are_held_once'),
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
