from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("archive", "0011_how_a_document_came")]

    operations = [
        migrations.AddField(
            model_name="statement",
            name="relayed",
            field=models.JSONField(default=list, editable=False, verbose_name="words of others inside"),
        )
    ]
