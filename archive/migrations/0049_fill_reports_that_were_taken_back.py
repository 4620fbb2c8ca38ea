"""Which reports were retracted is kept from now on; of those that are here it is told by their notices."""

from django.db import migrations

from archive.migrations.frozen.retracted import retracted


def fill(apps, schema_editor):
    document, report = (apps.get_model("archive", name) for name in ("Document", "RetractedReport"))
    report.objects.bulk_create([report(document_id=pk) for pk in sorted(retracted(document.objects.all()))], batch_size=500)


class Migration(migrations.Migration):
    dependencies = [("archive", "0048_reports_that_were_taken_back")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
