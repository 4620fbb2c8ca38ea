"""Where the guards found what differs in the two texts of a proposal, for its page. `suggest` fills it where it compares."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("archive", "0066_fill_letters_of_names")]
    operations = [migrations.AddField(model_name="suggestion", name="places", field=models.JSONField(default=list, editable=False))]
