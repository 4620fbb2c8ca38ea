"""Feeds that are read again and again, which editors enter."""

from importlib import import_module

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

roles = import_module("archive.migrations.0003_five_roles")

class Migration(migrations.Migration):

    dependencies = [
        ('archive', '0016_fill_romanised_names'),
    ]

    operations = [
        migrations.CreateModel(
            name='Feed',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('url', models.URLField(help_text='Of the feed itself: https://…/rss.xml', max_length=2000, unique=True, verbose_name='address')),
                ('is_followed', models.BooleanField(default=True, help_text='Polled again and again, by the worker.', verbose_name='followed')),
                ('every', models.PositiveIntegerField(default=60, validators=[django.core.validators.MinValueValidator(15), django.core.validators.MaxValueValidator(10080)], verbose_name='minutes between polls')),
                ('etag', models.CharField(blank=True, editable=False, max_length=200)),
                ('last_modified', models.CharField(blank=True, editable=False, max_length=200)),
                ('passed_over', models.JSONField(default=list, editable=False)),
                ('failures', models.PositiveIntegerField(default=0, editable=False, verbose_name='failures in a row')),
                ('polled_at', models.DateTimeField(editable=False, null=True, verbose_name='last polled')),
                ('next_poll_at', models.DateTimeField(editable=False, null=True, verbose_name='next poll')),
                ('outcome', models.CharField(blank=True, editable=False, max_length=500, verbose_name='outcome')),
                ('lock_version', models.PositiveIntegerField(default=1, editable=False)),
                ('outlet', models.ForeignKey(blank=True, help_text="Who publishes the pages on the feed's own site. Empty: the one that each page names, if it is here.", null=True, on_delete=django.db.models.deletion.PROTECT, related_name='feeds', to='archive.outlet', verbose_name='outlet')),
            ],
            options={
                'ordering': ['url'],
                'indexes': [models.Index(fields=['is_followed', 'next_poll_at'], name='feed_by_next_poll')],
                'constraints': [models.CheckConstraint(condition=models.Q(('every__gte', 15), ('every__lte', 10080)), name='feed_polled_politely'), models.CheckConstraint(condition=models.Q(('url', ''), _negated=True), name='feed_has_address')],
            },
        ),
        migrations.RunPython(roles.grant, migrations.RunPython.noop),
    ]
