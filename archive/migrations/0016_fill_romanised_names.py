from django.db import migrations

from archive.migrations.frozen.names import key_of

AT_ONCE = 1000


def fill(apps, schema_editor):
    """Names that stand there already get the key that `save` gives to new ones."""
    for name in ("Speaker", "SpeakerAlias"):
        model = apps.get_model("archive", name)
        rows = []
        for row in model.objects.only("name", "name_romanised").iterator(chunk_size=AT_ONCE):
            row.name_romanised = key_of(row.name)
            rows.append(row)
            if len(rows) == AT_ONCE:
                model.objects.bulk_update(rows, ["name_romanised"])
                rows = []
        model.objects.bulk_update(rows, ["name_romanised"])


class Migration(migrations.Migration):

    dependencies = [
        ('archive', '0015_speakers_by_romanised_names'),
    ]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
