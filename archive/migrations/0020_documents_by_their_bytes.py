"""Files that are here already are found by their bytes, without reading them again."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('archive', '0019_later_looks'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='document',
            index=models.Index(fields=['raw_sha256'], name='document_by_its_bytes'),
        ),
    ]
