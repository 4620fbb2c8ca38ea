"""Which of the proposed pairs are put to people, and from which score on. `suggest` tells it of those that stand."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("archive", "0063_vectors_that_wait"),
    ]

    operations = [
        migrations.CreateModel(
            name="Threshold",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("score", models.FloatField()),
                ("alike", models.PositiveIntegerField(default=0)),
                ("alike_above", models.PositiveIntegerField(default=0)),
                ("apart", models.PositiveIntegerField(default=0)),
                ("apart_below", models.PositiveIntegerField(default=0)),
                ("basis", models.CharField(blank=True, max_length=120)),
            ],
        ),
        migrations.RemoveConstraint(
            model_name="suggestion",
            name="suggestion_status_known",
        ),
        migrations.AddField(
            model_name="judgement",
            name="question",
            field=models.CharField(blank=True, editable=False, max_length=32),
        ),
        migrations.AddField(
            model_name="judgement",
            name="rests_on",
            field=models.CharField(blank=True, editable=False, max_length=120),
        ),
        migrations.AddField(
            model_name="occasionsuggestion",
            name="group",
            field=models.PositiveBigIntegerField(default=0, editable=False),
        ),
        migrations.AddField(
            model_name="suggestion",
            name="question",
            field=models.CharField(blank=True, editable=False, max_length=32),
        ),
        migrations.AddField(
            model_name="suggestion",
            name="rests_on",
            field=models.CharField(blank=True, editable=False, max_length=120),
        ),
        migrations.AlterField(
            model_name="suggestion",
            name="status",
            field=models.CharField(
                choices=[
                    ("open", "open"),
                    ("behind", "behind better ones of the same words"),
                    ("beside", "asked by a better pair of the same claims or words"),
                    ("reported", "reports of one occasion"),
                    ("below", "below the threshold"),
                    ("refused", "editors found such pairs different"),
                    ("judged", "answered"),
                    ("settled", "told by other answers"),
                ],
                default="open",
                editable=False,
                max_length=16,
                verbose_name="state",
            ),
        ),
        migrations.AddIndex(
            model_name="judgement",
            index=models.Index(condition=models.Q(("question", ""), _negated=True), fields=["question"], name="judgement_by_question"),
        ),
        migrations.AddIndex(
            model_name="judgement",
            index=models.Index(condition=models.Q(("rests_on", ""), _negated=True), fields=["rests_on"], name="judgement_by_basis"),
        ),
        migrations.AddIndex(
            model_name="occasionsuggestion",
            index=models.Index(fields=["group"], name="occasion_suggestion_group"),
        ),
        migrations.AddIndex(
            model_name="suggestion",
            index=models.Index(fields=["question"], name="suggestion_by_question"),
        ),
        migrations.AddIndex(
            model_name="suggestion",
            index=models.Index(condition=models.Q(("rests_on", ""), _negated=True), fields=["rests_on"], name="suggestion_by_basis"),
        ),
        migrations.AddConstraint(
            model_name="suggestion",
            constraint=models.CheckConstraint(
                condition=models.Q(("status__in", ["open", "behind", "beside", "reported", "below", "refused", "judged", "settled"])),
                name="suggestion_status_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="threshold",
            constraint=models.CheckConstraint(condition=models.Q(("id", 1)), name="threshold_one_row"),
        ),
        migrations.AddConstraint(
            model_name="threshold",
            constraint=models.CheckConstraint(condition=models.Q(("score__gte", 0), ("score__lte", 1)), name="threshold_is_a_score"),
        ),
        migrations.AddConstraint(
            model_name="threshold",
            constraint=models.CheckConstraint(
                condition=models.Q(("alike_above__lte", models.F("alike")), ("apart_below__lte", models.F("apart"))),
                name="threshold_counts_parts",
            ),
        ),
    ]
