from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("archive", "0009_who_may_merge_claims_and_what_judgements_are_about")]

    operations = [
        migrations.AddField(
            model_name="statement",
            name="speakers_proposed",
            field=models.CharField(blank=True, editable=False, max_length=300, verbose_name="speaker, not sure"),
        )
    ]
