"""An Event says that a row was removed."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('archive', '0037_count_spans_of_years'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='event',
            name='event_verb_known',
        ),
        migrations.AlterField(
            model_name='event',
            name='verb',
            field=models.CharField(choices=[('captured', 'captured'), ('entered', 'entered'), ('drafted', 'drafted'), ('edited', 'edited'), ('accepted', 'accepted'), ('rejected', 'rejected'), ('returned', 'returned to draft'), ('reopened', 'reopened'), ('judged', 'judged'), ('undone', 'judgement undone'), ('published', 'published'), ('corrected', 'corrected'), ('withdrawn', 'withdrawn'), ('merged', 'merged'), ('split', 'split'), ('removed', 'removed')], max_length=16, verbose_name='what'),
        ),
        migrations.AddConstraint(
            model_name='event',
            constraint=models.CheckConstraint(condition=models.Q(('verb__in', ['captured', 'entered', 'drafted', 'edited', 'accepted', 'rejected', 'returned', 'reopened', 'judged', 'undone', 'published', 'corrected', 'withdrawn', 'merged', 'split', 'removed'])), name='event_verb_known'),
        ),
    ]
