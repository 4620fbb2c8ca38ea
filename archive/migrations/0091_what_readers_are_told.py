"""Where readers want alerts to go, what they watch, and what waits to be sent to them."""

import archive.models.alerts.receiver
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("archive", "0090_who_alone_read_what_the_machine_drafted")]

    operations = [
        migrations.CreateModel(
            name='AlertAsking',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(default=archive.models.alerts.receiver.new_key, max_length=32, unique=True)),
                ('channel', models.CharField(choices=[('mail', 'by e-mail'), ('hook', 'by webhook')], max_length=8)),
                ('address', models.CharField(max_length=2000)),
                ('rhythm', models.CharField(choices=[('daily', 'once a day'), ('weekly', 'once a week')], default='daily', max_length=8)),
                ('watches', models.JSONField(default=list)),
                ('since', models.DateTimeField(db_index=True)),
                ('asked_at', models.DateTimeField()),
                ('may_tell_at', models.DateTimeField(db_index=True)),
                ('told_at', models.DateTimeField(null=True)),
                ('told', models.PositiveIntegerField(default=0)),
                ('trouble', models.CharField(blank=True, max_length=300)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('channel__in', ['mail', 'hook'])), name='alert_asking_channel_known'), models.CheckConstraint(condition=models.Q(('rhythm__in', ['daily', 'weekly'])), name='alert_asking_rhythm_known'), models.UniqueConstraint(condition=models.Q(('channel', 'mail')), fields=('address',), name='alert_asking_once_a_mail_address')],
            },
        ),
        migrations.CreateModel(
            name='AlertMark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('revision', models.BigIntegerField(default=0)),
                ('check_number', models.BigIntegerField(default=0)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('id', 1)), name='alert_mark_is_one_row')],
            },
        ),
        migrations.CreateModel(
            name='AlertReceiver',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(default=archive.models.alerts.receiver.new_key, max_length=32, unique=True)),
                ('channel', models.CharField(choices=[('mail', 'by e-mail'), ('hook', 'by webhook')], max_length=8)),
                ('address', models.CharField(max_length=2000)),
                ('rhythm', models.CharField(choices=[('daily', 'once a day'), ('weekly', 'once a week')], default='daily', max_length=8)),
                ('confirmed_at', models.DateTimeField()),
                ('packed_for', models.DateTimeField()),
                ('next_try_at', models.DateTimeField(db_index=True)),
                ('tries', models.PositiveIntegerField(default=0)),
                ('failing_since', models.DateTimeField(null=True)),
                ('stopped_at', models.DateTimeField(null=True)),
                ('trouble', models.CharField(blank=True, max_length=300)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('channel__in', ['mail', 'hook'])), name='alert_receiver_channel_known'), models.CheckConstraint(condition=models.Q(('rhythm__in', ['daily', 'weekly'])), name='alert_receiver_rhythm_known'), models.UniqueConstraint(condition=models.Q(('channel', 'mail')), fields=('address',), name='alert_receiver_once_a_mail_address')],
            },
        ),
        migrations.CreateModel(
            name='AlertDelivery',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(default=archive.models.alerts.receiver.new_key, max_length=32, unique=True)),
                ('at', models.DateTimeField()),
                ('receiver', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='deliveries', to='archive.alertreceiver')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='AlertWatch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('path', models.CharField(max_length=1500)),
                ('of', models.CharField(blank=True, max_length=16)),
                ('number', models.BigIntegerField(default=0)),
                ('narrowed', models.BooleanField(default=False)),
                ('at', models.DateTimeField()),
                ('after', models.BigIntegerField()),
                ('receiver', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='watches', to='archive.alertreceiver')),
            ],
        ),
        migrations.CreateModel(
            name='AlertEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('withdrawal', 'withdrawn'), ('source', 'the source corrected or retracted its report'), ('page', 'the source’s page changed'), ('correction', 'corrected'), ('saying', 'new on record'), ('again', 'public again'), ('linked', 'linked to the claim')], max_length=16)),
                ('event', models.CharField(max_length=24)),
                ('statement', models.BigIntegerField(default=0)),
                ('delivery', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='entries', to='archive.alertdelivery')),
                ('receiver', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='entries', to='archive.alertreceiver')),
                ('watch', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='archive.alertwatch')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.AddIndex(
            model_name='alertwatch',
            index=models.Index(fields=['of', 'number', 'receiver'], name='alert_watch_by_row'),
        ),
        migrations.AddConstraint(
            model_name='alertwatch',
            constraint=models.UniqueConstraint(fields=('receiver', 'path'), name='alert_watch_once_an_address'),
        ),
        migrations.AddIndex(
            model_name='alertentry',
            index=models.Index(condition=models.Q(('delivery', None)), fields=['receiver'], name='alert_entry_unpacked'),
        ),
        migrations.AddConstraint(
            model_name='alertentry',
            constraint=models.UniqueConstraint(fields=('receiver', 'event', 'statement'), name='alert_entry_once_an_event'),
        ),
        migrations.AddConstraint(
            model_name='alertentry',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['withdrawal', 'source', 'page', 'correction', 'saying', 'again', 'linked'])), name='alert_entry_kind_known'),
        ),
    ]
