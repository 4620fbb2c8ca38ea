from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("archive", "0091_what_readers_are_told")]

    operations = [
        migrations.AddIndex(
            model_name="statement",
            index=models.Index(
                condition=models.Q(("status", "public")), fields=["recorded_at", "id"], name="statement_public_by_record"
            ),
        ),
    ]
