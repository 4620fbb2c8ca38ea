"""Names, roles and claims that were there get the key that makes one of J.R. and J. R., of hyphens, apostrophes and what is not seen."""

from django.db import migrations

from archive.migrations.frozen.keys import folded

# Model, column, its key, and the columns within which a key stands once.
KEYS = (
    ("Speaker", "name", "name_key", None),
    ("SpeakerAlias", "name", "name_key", ("speaker_id",)),
    ("SpeakerRole", "title", "title_key", None),
    ("Outlet", "name", "name_key", ()),
    ("Claim", "text", "text_key", ()),
)


def fill(apps, schema_editor):
    for name, column, key, once_within in KEYS:
        rows = apps.get_model("archive", name)._base_manager
        for row in rows.only("pk", column, key, *(once_within or ())).iterator(chunk_size=1000):
            fresh = folded(getattr(row, column))
            if fresh != getattr(row, key) and not is_taken(rows, row, {key: fresh}, once_within):
                rows.filter(pk=row.pk).update(**{key: fresh})


def is_taken(rows, row, key, once_within):
    """Two that stood apart by their typing alone stay apart, the second under its old key: people decide whether they are one."""
    if once_within is None:
        return False
    within = {column: getattr(row, column) for column in once_within}
    return rows.filter(**key, **within).exclude(pk=row.pk).exists()


class Migration(migrations.Migration):
    dependencies = [("archive", "0059_who_speaks_in_links")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
