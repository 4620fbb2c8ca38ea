from django.db import migrations, models


class Migration(migrations.Migration):
    """Null and not empty, so that SQLite adds a column and does not write every text anew."""

    dependencies = [("archive", "0046_what_state_a_page_is_of")]

    operations = [
        migrations.AddField("document", "drafted_as", models.CharField(editable=False, max_length=64, null=True)),
    ]
