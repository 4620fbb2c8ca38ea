"""Word documents, rich text and mails are read; who brings a text may say how it is written."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('archive', '0060_one_key_however_typed'),
    ]

    operations = [
        migrations.AlterField(
            model_name='document',
            name='encoding_source',
            field=models.CharField(blank=True, choices=[('bom', 'byte order mark'), ('header', 'header of the answer, or who brought it'), ('meta', 'the page itself'), ('content', 'the bytes themselves'), ('guessed', 'guess'), ('format', "the file's format")], editable=False, max_length=16, verbose_name='encoding from'),
        ),
        migrations.AlterField(
            model_name='document',
            name='form',
            field=models.CharField(choices=[('text', 'plain text'), ('subtitles', 'subtitles'), ('html', 'web page'), ('feed', 'entry of a feed'), ('pdf', 'PDF'), ('word', 'Word document'), ('rtf', 'rich text'), ('mail', 'mail')], default='text', editable=False, max_length=16, verbose_name='form'),
        ),
    ]
