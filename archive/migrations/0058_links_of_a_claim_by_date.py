"""An index of all that the line of time of a claim draws, in its order."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("archive", "0057_fill_sides_taken")]
    operations = [
        migrations.AddIndex(
            model_name="countedlink",
            index=models.Index(
                fields=["claim", "said_sort", "occurrence", "figure", "saying", "said_latest"], name="counted_link_by_date"
            ),
        ),
    ]
