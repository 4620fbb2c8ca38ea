"""Passages that say the same words are found by what they have in common. `reindex --outdated` writes it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("archive", "0067_places_of_differences"),
    ]

    operations = [
        migrations.AddField(
            model_name="passage",
            name="letters",
            field=models.CharField(blank=True, max_length=16),
        ),
        migrations.AddIndex(
            model_name="passage",
            index=models.Index(condition=models.Q(("letters", ""), _negated=True), fields=["letters"], name="passage_by_letters"),
        ),
    ]
