"""Articles know what all addresses of their page have in common, so that a page is found under each of them."""

from django.db import migrations

import archive.models.fields
from archive.migrations.frozen.addresses import address_key


def fill(apps, schema_editor):
    Article = apps.get_model("archive", "Article")
    articles = Article.objects.exclude(url=None).only("url").iterator(chunk_size=2000)
    batch = []
    for article in articles:
        article.address_key = address_key(article.url)
        batch.append(article)
        if len(batch) == 2000:
            Article.objects.bulk_update(batch, ["address_key"])
            batch = []
    Article.objects.bulk_update(batch, ["address_key"])


class Migration(migrations.Migration):
    dependencies = [("archive", "0012_statements_mark_the_words_of_others")]

    operations = [
        migrations.AddField(
            model_name="article",
            name="address_key",
            field=archive.models.fields.AddressKeyField(blank=True, db_index=True, editable=False, max_length=64, source="url"),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
