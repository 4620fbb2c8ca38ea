"""Each event is linked to the one before it of the same row, by a hash of both. `migrate` links those that stand already when this is done, in
lots, for a million of them take minutes."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("archive", "0109_names_and_addresses_that_are_kept")]

    operations = [
        migrations.CreateModel(
            name="EventLink",
            fields=[
                (
                    "event",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="history",
                        serialize=False,
                        to="archive.event",
                    ),
                ),
                ("object_type", models.CharField(max_length=32)),
                ("object_id", models.BigIntegerField()),
                ("nth", models.PositiveIntegerField()),
                ("salt", models.BinaryField(null=True)),
                ("digest", models.BinaryField()),
                ("link", models.BinaryField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("object_type", "object_id", "nth"), name="event_link_once_a_place"),
                ],
            },
        ),
    ]
