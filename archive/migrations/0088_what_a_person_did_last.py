"""Events by person and time: what he did last, and all of what he did at once. "Undone" is of any act now."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("archive", "0087_what_waits_for_whom")]

    operations = [
        migrations.AlterField(
            model_name="event",
            name="verb",
            field=models.CharField(
                choices=[
                    ("captured", "captured"), ("entered", "entered"), ("drafted", "drafted"), ("edited", "edited"),
                    ("accepted", "accepted"), ("rejected", "rejected"), ("returned", "returned to draft"), ("reopened", "reopened"),
                    ("judged", "answered"), ("undone", "taken back"), ("published", "published"), ("corrected", "corrected"),
                    ("withdrawn", "withdrawn"), ("merged", "merged"), ("split", "split"), ("removed", "removed"),
                ],
                max_length=16,
                verbose_name="what",
            ),
        ),
        migrations.AddIndex(model_name="event", index=models.Index(fields=["by", "-at", "-id"], name="event_by_person")),
    ]  # fmt: skip
