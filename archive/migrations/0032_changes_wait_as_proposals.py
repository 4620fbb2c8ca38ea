"""Changes of what is public that wait for a publisher."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('archive', '0031_reports_that_were_retracted'),
    ]

    operations = [
        migrations.CreateModel(
            name='ChangeProposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('object_type', models.CharField(max_length=32, verbose_name='table')),
                ('object_id', models.BigIntegerField(verbose_name='row')),
                ('about', models.CharField(max_length=300, verbose_name='about')),
                ('was', models.JSONField(verbose_name='was')),
                ('becomes', models.JSONField(verbose_name='becomes')),
                ('revision_class', models.CharField(choices=[('publication', 'first publication'), ('addition', 'link added'), ('typo', 'typing error'), ('clarification', 'clarification'), ('correction', 'correction'), ('retraction', 'retraction'), ('legal-removal', 'legal removal'), ('reinstatement', 'published again')], max_length=16, verbose_name='kind of change')),
                ('reason', models.TextField(verbose_name='public reason')),
                ('at', models.DateTimeField(verbose_name='proposed')),
                ('answer', models.CharField(blank=True, choices=[('taken', 'taken'), ('declined', 'declined')], max_length=16, verbose_name='answer')),
                ('answered_at', models.DateTimeField(null=True, verbose_name='answered')),
                ('answer_reason', models.TextField(blank=True, verbose_name='reason of the answer')),
                ('lock_version', models.PositiveIntegerField(default=1, editable=False)),
                ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='answered by')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='proposed by')),
            ],
            options={
                'verbose_name': 'proposed change',
                'ordering': ['-id'],
                'indexes': [models.Index(fields=['answer', '-id'], name='change_proposal_queue'), models.Index(fields=['object_type', 'object_id'], name='change_proposal_by_object')],
                'constraints': [models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='change_proposal_says_why'), models.CheckConstraint(condition=models.Q(('revision_class__in', ('typo', 'clarification', 'correction'))), name='change_proposal_class_known'), models.CheckConstraint(condition=models.Q(('answer__in', ['', 'taken', 'declined'])), name='change_proposal_answer_known'), models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answer_reason', ''), ('answered_at', None), ('answered_by', None)), models.Q(models.Q(('answer', ''), _negated=True), models.Q(('answer_reason', ''), _negated=True), ('answered_at__isnull', False), ('answered_by__isnull', False)), _connector='OR'), name='change_proposal_answered_by_somebody')],
            },
        ),
    ]
