"""Addresses of claims, speakers and outlets that lost a number (“was-524-percent”) or end within a word are made anew.

What was public leads on from its old address. What was typed stays as it is, and so does what was merged into another.
Not taken back: the new addresses have been given out by then.
"""

from itertools import chain, count
from urllib.parse import quote

from django.db import migrations
from django.db.models import F
from django.utils import timezone

from archive.migrations.frozen.slugs import renewed

TABLES = (("claim", "text", "/claims/{}/"), ("speaker", "name", "/speakers/{}/"), ("outlet", "name", "/outlets/{}/"))
REASON = "The old address had lost a number of its words, or ended within one."


def keep_numbers(apps, schema_editor):
    for table, words, path in TABLES:
        model = apps.get_model("archive", table)
        standing = model.objects.filter(merged_into=None) if table != "outlet" else model.objects.all()
        for row in standing.order_by("pk").iterator():
            if new := renewed(row.slug, getattr(row, words)):
                move(apps, row, free(apps, row, new, path), path)


def free(apps, row, stem, path):
    mark = "no" if stem[-1].isdigit() else ""
    for slug in chain([stem], (f"{stem}-{mark}{number}" for number in count(2))):
        taken = type(row).objects.exclude(pk=row.pk).filter(slug=slug).exists()
        if not taken and not apps.get_model("archive", "Redirect").objects.filter(old_path=path.format(quote(slug))).exists():
            return slug


def move(apps, row, slug, path):
    get, now, table = apps.get_model, timezone.now(), row._meta.model_name
    old_path, new_path = path.format(quote(row.slug)), path.format(quote(slug))
    detail = {"changed": ["slug"], "slug_was": row.slug, "slug": slug}
    get("archive", "Event").objects.create(at=now, verb="edited", object_type=table, object_id=row.pk, reason=REASON, detail=detail)
    type(row).objects.filter(pk=row.pk).update(slug=slug, lock_version=F("lock_version") + 1)
    redirects = get("archive", "Redirect").objects
    redirects.filter(new_path=old_path).update(new_path=new_path)
    if get("archive", "Revision").objects.filter(object_type=table, object_id=row.pk).exists():
        redirects.create(old_path=old_path, new_path=new_path, reason=REASON, at=now)
        get("archive", "ArchiveState").objects.filter(pk=1).update(revision=F("revision") + 1)


class Migration(migrations.Migration):
    dependencies = [("archive", "0028_how_speakers_hold_their_words")]

    operations = [migrations.RunPython(keep_numbers, migrations.RunPython.noop)]
