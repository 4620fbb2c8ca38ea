"""How many reports of a claim were taken back by their outlets: they are counted apart."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('archive', '0030_occasions_by_how_they_bear_on_a_claim'),
    ]

    operations = [
        migrations.AddField(
            model_name='claimtally',
            name='retracted',
            field=models.PositiveIntegerField(default=0),
        ),
    ]
