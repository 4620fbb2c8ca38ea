"""What waits for an answer is told by the state of a proposal alone, and has an index of its own.

Proposals that other answers tell are closed by the next run of `suggest`, which for this compares all passages once more.
"""

from django.db import migrations, models



def compare_again(apps, schema_editor):
    apps.get_model("archive", "Passage").objects.exclude(compared="").update(compared="")


class Migration(migrations.Migration):

    dependencies = [
        ('archive', '0024_what_a_poll_puts_off'),
    ]

    operations = [
        migrations.RunPython(compare_again, migrations.RunPython.noop),
        migrations.RemoveConstraint(
            model_name='suggestion',
            name='suggestion_status_known',
        ),
        migrations.RemoveIndex(
            model_name='suggestion',
            name='suggestion_queue',
        ),
        migrations.AlterField(
            model_name='suggestion',
            name='status',
            field=models.CharField(choices=[('open', 'open'), ('judged', 'judged'), ('settled', 'told by other answers')], default='open', editable=False, max_length=16, verbose_name='state'),
        ),
        migrations.AddIndex(
            model_name='suggestion',
            index=models.Index(condition=models.Q(('status', 'open')), fields=['-score', 'id'], name='suggestion_open'),
        ),
        migrations.AddConstraint(
            model_name='suggestion',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['open', 'judged', 'settled'])), name='suggestion_status_known'),
        ),
    ]
