"""Public statements of a span of years are counted under it, and what no single month holds is no longer counted under one."""

from collections import Counter

from django.db import migrations
from django.db.models import F


def count_spans(apps, schema_editor):
    _move(apps, +1)


def count_months(apps, schema_editor):
    _move(apps, -1)


def _move(apps, way):
    tally, statement = (apps.get_model("archive", name) for name in ("Tally", "Statement"))
    coarse = statement.objects.filter(status="public", said_latest__gt=F("said_earliest")).order_by()
    moved = Counter()
    for first, last in coarse.values_list("said_earliest", "said_latest").iterator(chunk_size=1000):
        if (first.year, first.month) != (last.year, last.month):
            moved["month", f"{first.year:04}-{first.month:02}"] -= way
        if first.year != last.year:
            moved["span", f"{first.year:04}-{last.year:04}"] += way
    for (scope, key), change in moved.items():
        tally.objects.get_or_create(scope=scope, key=key)
        tally.objects.filter(scope=scope, key=key).update(statements=F("statements") + change)


class Migration(migrations.Migration):

    dependencies = [
        ('archive', '0036_spans_of_years_and_silences'),
    ]

    operations = [migrations.RunPython(count_spans, count_months)]
