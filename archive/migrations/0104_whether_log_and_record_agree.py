"""What is worked out once a day may be whether the publication log and the record agree."""

from django.db import migrations, models

KINDS = [("coverage", "what was read"), ("linking", "how well the program links"), ("log", "whether the log and the record agree")]


class Migration(migrations.Migration):
    dependencies = [("archive", "0103_what_may_never_change_may_never_go")]

    operations = [
        migrations.RemoveConstraint("keptfigures", "kept_figures_known"),
        migrations.AlterField("keptfigures", "of", models.CharField(choices=KINDS, max_length=16, primary_key=True, serialize=False)),
        migrations.AddConstraint(
            "keptfigures",
            models.CheckConstraint(condition=models.Q(of__in=[kind for kind, _name in KINDS]), name="kept_figures_known"),
        ),
    ]
