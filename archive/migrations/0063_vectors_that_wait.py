"""A passage waits for its vector, which tells by what it was made."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("archive", "0062_meaning_in_384_numbers")]
    operations = [
        migrations.AddField("passagevector", "made_by", models.CharField(blank=True, default="", max_length=16)),
        migrations.AlterField("passagevector", "numbers", models.BinaryField(default=bytes)),
        migrations.AddIndex(
            "passagevector", models.Index(condition=models.Q(made_by=""), fields=["passage"], name="vector_to_be_made")
        ),
    ]
