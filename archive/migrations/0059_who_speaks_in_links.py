"""Who speaks in each link as it was counted, for the line of time of a claim. `reindex` fills it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("archive", "0058_links_of_a_claim_by_date")]
    operations = [migrations.AddField(model_name="countedlink", name="voices", field=models.JSONField(null=True))]
