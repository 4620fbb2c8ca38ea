from django.db import migrations

from archive.migrations.frozen.acceptance import judged_as, touches
from archive.migrations.frozen.skeletons import skeleton

AT_ONCE = 1000


def fill_skeletons(apps, schema_editor):
    """Names that stand there already get the key that `save` gives to new ones."""
    for name in ("Speaker", "SpeakerAlias"):
        model = apps.get_model("archive", name)
        rows = []
        for row in model.objects.only("name", "name_skeleton").iterator(chunk_size=AT_ONCE):
            row.name_skeleton = skeleton(row.name)
            rows.append(row)
            if len(rows) == AT_ONCE:
                model.objects.bulk_update(rows, ["name_skeleton"])
                rows = []
        model.objects.bulk_update(rows, ["name_skeleton"])


def fill_accepted(apps, schema_editor):
    """What was accepted and not changed since stands as it was accepted. The others wait until a reviewer has seen them."""
    statements = apps.get_model("archive", "Statement").objects.filter(status="accepted", accepted_as="")
    fields = ("kind", "force", "said_on", "undated", "start", "end", "document__public_id", "document__sha256")
    for row in statements.only(*fields).select_related("document").iterator(chunk_size=AT_ONCE):
        if not changed_since(apps, row):
            speakers = row.attributions.order_by("position", "id").values_list("speaker", "name", "role")
            row.accepted_as = judged_as(
                (row.document.public_id, row.document.sha256), (row.start, row.end), row.kind, row.force, (row.said_on, row.undated), speakers
            )
            statements.filter(pk=row.pk).update(accepted_as=row.accepted_as)


def changed_since(apps, row):
    events = apps.get_model("archive", "Event").objects.filter(object_type="statement", object_id=row.pk)
    accepted = events.filter(verb="accepted").order_by("-pk").first()
    later = events.filter(verb="edited", pk__gt=accepted.pk) if accepted else events.filter(verb="edited")
    return any(touches(detail) for detail in later.values_list("detail", flat=True))


class Migration(migrations.Migration):

    dependencies = [
        ('archive', '0034_names_that_look_alike_and_first_years'),
    ]

    operations = [
        migrations.RunPython(fill_skeletons, migrations.RunPython.noop),
        migrations.RunPython(fill_accepted, migrations.RunPython.noop),
    ]
