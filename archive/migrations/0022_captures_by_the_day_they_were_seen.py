"""Which capture of an article is newest is told by the day on which the page was seen: what web archives told is taken from the Events.

SQLite makes the table anew and drops the trigger that holds its text unchangeable; the one made here holds the new column too.
"""

import datetime
import itertools
from collections import defaultdict
from importlib import import_module

from django.db import migrations, models

before = import_module("archive.migrations.0011_how_a_document_came")
first = before.before.before


def take_from_events(apps, schema_editor):
    Document, Event = apps.get_model("archive", "Document"), apps.get_model("archive", "Event")
    told = Event.objects.filter(verb="captured", object_type="document", detail__has_key="seen").values_list("object_id", "detail", "at")
    for pk, detail, at in told.iterator():
        seen = min(datetime.date.fromisoformat(detail["seen"]), at.date())
        Document.objects.filter(pk=pk).update(seen_on=seen)


def order_by_the_day(apps, schema_editor):
    """Each capture of an article that a web archive holds too supersedes the one seen before it."""
    Document = apps.get_model("archive", "Document")
    articles = Document.objects.exclude(seen_on=None).order_by().values("article").distinct()
    captures = defaultdict(list)
    for pk, article, seen_on, at in Document.objects.filter(article__in=articles).values_list("pk", "article", "seen_on", "captured_at"):
        captures[article].append((seen_on or at.date(), pk))
    Document.objects.filter(article__in=articles).update(supersedes=None)
    for ordered in map(sorted, captures.values()):
        for (_, before), (_, after) in itertools.pairwise(ordered):
            Document.objects.filter(pk=after).update(supersedes=before)


def hold_the_new_column_too(apps, schema_editor):
    before.drop_trigger(schema_editor)
    before.make_trigger(schema_editor, (*first.UNCHANGEABLE["archive_document"], *before.COLUMNS, "seen_on"))


class Migration(migrations.Migration):

    dependencies = [
        ('archive', '0021_nearly_equal_texts'),
    ]

    operations = [
        migrations.RunPython(migrations.RunPython.noop, before.hold_the_new_columns_too),
        migrations.AddField(
            model_name='document',
            name='seen_on',
            field=models.DateField(editable=False, null=True, verbose_name='as it stood on'),
        ),
        migrations.RunPython(take_from_events, migrations.RunPython.noop),
        migrations.RunPython(order_by_the_day, migrations.RunPython.noop),
        migrations.RunPython(hold_the_new_column_too, before.hold_nothing),
    ]
