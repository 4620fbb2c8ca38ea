"""By which words the names of what is public are found. `reindex --outdated` fills both tables."""

from django.db import migrations, models

KINDS = [(kind, kind) for kind in ("speaker", "outlet", "claim", "occasion", "document")]


def key(*columns):
    return models.CompositePrimaryKey(*columns, blank=True, editable=False, primary_key=True, serialize=False)


class Migration(migrations.Migration):
    dependencies = [("archive", "0096_what_readers_report_and_are_told")]

    operations = [
        migrations.CreateModel(
            name="Spelling",
            fields=[
                ("pk", key("key", "word")),
                ("key", models.CharField(max_length=61)),
                ("word", models.CharField(max_length=60)),
                ("written", models.CharField(max_length=60)),
            ],
        ),
        migrations.CreateModel(
            name="NameWord",
            fields=[
                ("pk", key("kind", "word", "row")),
                ("kind", models.CharField(choices=KINDS, max_length=16)),
                ("word", models.CharField(max_length=60)),
                ("row", models.BigIntegerField()),
            ],
            options={"indexes": [models.Index(fields=["kind", "row"], name="name_words_of_a_row")]},
        ),
    ]
