"""Whether single letters do things at the desk, for each person."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("archive", "0068_letters_of_passages")]

    operations = [
        migrations.AddField(
            "user",
            "single_keys",
            models.BooleanField(default=True, help_text="Whether single letters do things at the desk.", verbose_name="keys of one letter"),
        ),
    ]
