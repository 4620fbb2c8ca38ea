"""The publication log, what is signed of it, and at each Revision its place in it with a salt.

Those that stand already get both by `migrate` when this is done, in lots, for a million of them take minutes. SQLite adds columns that may be
empty without making the table anew, so the triggers of revisions stand.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("archive", "0098_words_with_signs_that_nobody_sees")]

    operations = [
        migrations.CreateModel(
            name="Checkpoint",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("size", models.BigIntegerField(db_index=True)),
                ("note", models.TextField(unique=True)),
                ("key", models.TextField()),
                ("at", models.DateTimeField()),
            ],
            options={"ordering": ["-id"]},
        ),
        migrations.CreateModel(
            name="LogEntry",
            fields=[
                ("index", models.BigIntegerField(primary_key=True, serialize=False)),
                ("entry", models.BinaryField()),
                ("hashes", models.BinaryField()),
            ],
            options={
                "ordering": ["index"],
                "constraints": [models.CheckConstraint(condition=models.Q(index__gte=0), name="log_entry_index_from_nought")],
            },
        ),
        migrations.AddField("revision", "log_index", models.BigIntegerField(null=True)),
        migrations.AddField("revision", "salt", models.BinaryField(null=True)),
        migrations.AddIndex("revision", models.Index(condition=models.Q(log_index=None), fields=["id"], name="revision_not_logged")),
        migrations.AddConstraint(
            "revision",
            models.UniqueConstraint(
                condition=models.Q(log_index__isnull=False), fields=("log_index",), name="revision_once_in_the_log"
            ),
        ),
    ]
