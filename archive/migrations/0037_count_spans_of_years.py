"""Public statements of a span of years are counted under it, and what no single month holds is no longer counted under one.

Years before 1000 may be counted under three digits or fewer, or not at all where the counts are behind: no count falls below nothing.
"""

from collections import Counter

from django.db import migrations
from django.db.models import F
from django.db.models.functions import Greatest


def count_spans(apps, schema_editor):
    _write_four_digits(apps.get_model("archive", "Tally"))
    _move(apps, +1)


def count_months(apps, schema_editor):
    _move(apps, -1)


def _write_four_digits(tally):
    for row in tally.objects.filter(scope__in=["year", "month"]).exclude(key="undated"):
        year, *month = row.key.split("-")
        if len(year) < 4:
            key = "-".join([year.zfill(4), *month])
            written, _ = tally.objects.get_or_create(scope=row.scope, key=key)
            tally.objects.filter(pk=written.pk).update(statements=F("statements") + row.statements)
            row.delete()


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
        if change > 0:
            tally.objects.get_or_create(scope=scope, key=key)
        tally.objects.filter(scope=scope, key=key).update(statements=Greatest(F("statements") + change, 0))


class Migration(migrations.Migration):

    dependencies = [
        ('archive', '0036_spans_of_years_and_silences'),
    ]

    operations = [migrations.RunPython(count_spans, count_months)]
