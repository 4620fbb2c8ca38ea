"""Indexes of the few rows among many that wait for somebody at the desk."""

from django.db import migrations, models



class Migration(migrations.Migration):
    dependencies = [("archive", "0086_sheets_that_people_bring")]
    operations = [
        migrations.AddIndex(
            model_name="event",
            index=models.Index(fields=["object_id", "id"], name="event_returned", condition=models.Q(verb="returned")),
        ),
        migrations.AddIndex(
            model_name="occurrence",
            index=models.Index(fields=["id"], name="occurrence_judged", condition=models.Q(status="judged")),
        ),
        migrations.AddIndex(
            model_name="sighting",
            index=models.Index(fields=["-id"], name="sighting_changed", condition=models.Q(outcome__in=["changed", "gone"])),
        ),
    ]
