"""The vectors of the index are of another model now. Those of the old one go; `reindex --outdated` makes the new."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def forget(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    for name in ("PassageVector", "VectorBlock"):
        apps.get_model("archive", name).objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("archive", "0061_forms_of_files")]
    operations = [migrations.RunPython(forget, forget)]
