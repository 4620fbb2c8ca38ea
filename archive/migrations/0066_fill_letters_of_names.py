"""Names and claims that were there get the letters in which readers look for a part of them."""

from django.db import migrations

from archive.migrations.frozen.letters import letters_alone

COLUMNS = (
    ("Speaker", "name", "name_letters"),
    ("SpeakerAlias", "name", "name_letters"),
    ("Outlet", "name", "name_letters"),
    ("Claim", "text", "text_letters"),
)
BATCH = 1000


def fill(apps, schema_editor):
    for name, column, letters in COLUMNS:
        rows = apps.get_model("archive", name)._base_manager
        for row in rows.only("pk", column).iterator(chunk_size=BATCH):
            rows.filter(pk=row.pk).update(**{letters: letters_alone(getattr(row, column))})


class Migration(migrations.Migration):
    dependencies = [("archive", "0065_letters_of_names")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
