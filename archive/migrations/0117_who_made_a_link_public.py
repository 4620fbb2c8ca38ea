"""Who made a link public, so that the database can ask whether it was who answered it."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("archive", "0113_what_was_taken_out_stays_told")]

    operations = [
        migrations.AddField(
            model_name="occurrence",
            name="published_by",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
    ]
