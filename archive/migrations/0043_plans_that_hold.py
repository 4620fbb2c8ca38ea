"""Indexes that are right to take also where the database has no statistics: none begins with a column that most rows have in common.

The indexes of seven foreign keys give way to narrower or wider ones. They are dropped by name: SQLite would make the tables anew.
"""

import django.db.models.deletion
from django.db import migrations, models


REPLACED = (
    ("archive_claim", "merged_into_id", "6cbd3ca1"),
    ("archive_document", "relates_to_id", "dd45b040"),
    ("archive_document", "wire_copy_of_id", "c016c7e5"),
    ("archive_speaker", "merged_into_id", "67ded337"),
    ("archive_statement", "document_id", "83465210"),
    ("archive_statement", "occasion_id", "929e36f7"),
    ("archive_statement", "translation_of_id", "ce4e3df3"),
)


def dropped(table, column, mark):
    name = f"{table}_{column}_{mark}"
    return migrations.RunSQL(f'DROP INDEX IF EXISTS "{name}"', f'CREATE INDEX "{name}" ON "{table}" ("{column}")')


class Migration(migrations.Migration):

    dependencies = [
        ('archive', '0042_what_claims_are_counted_by'),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[dropped(*one) for one in REPLACED],
            state_operations=[
                migrations.AlterField(
                    model_name='claim',
                    name='merged_into',
                    field=models.ForeignKey(db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged', to='archive.claim', verbose_name='merged into'),
                ),
                migrations.AlterField(
                    model_name='document',
                    name='relates_to',
                    field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='archive.document', verbose_name='to document'),
                ),
                migrations.AlterField(
                    model_name='document',
                    name='wire_copy_of',
                    field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='wire_copies', to='archive.document', verbose_name='the same text as'),
                ),
                migrations.AlterField(
                    model_name='speaker',
                    name='merged_into',
                    field=models.ForeignKey(blank=True, db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged', to='archive.speaker'),
                ),
                migrations.AlterField(
                    model_name='statement',
                    name='document',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='statements', to='archive.document', verbose_name='document'),
                ),
                migrations.AlterField(
                    model_name='statement',
                    name='occasion',
                    field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='statements', to='archive.occasion', verbose_name='occasion'),
                ),
                migrations.AlterField(
                    model_name='statement',
                    name='translation_of',
                    field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='translations', to='archive.statement', verbose_name='translation of'),
                ),
            ],
        ),
        migrations.RemoveIndex(
            model_name='revision',
            name='revision_log',
        ),
        migrations.RemoveIndex(
            model_name='statement',
            name='statement_by_state_and_date',
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(condition=models.Q(('merged_into__isnull', False)), fields=['merged_into'], name='claim_merged'),
        ),
        migrations.AddIndex(
            model_name='document',
            index=models.Index(fields=['published_sort', 'id'], name='document_by_date'),
        ),
        migrations.AddIndex(
            model_name='document',
            index=models.Index(condition=models.Q(('wire_copy_of__isnull', False)), fields=['wire_copy_of'], name='document_copy'),
        ),
        migrations.AddIndex(
            model_name='document',
            index=models.Index(condition=models.Q(('relates_to__isnull', False)), fields=['relates_to'], name='document_notice'),
        ),
        migrations.AddIndex(
            model_name='occasion',
            index=models.Index(fields=['held_sort', 'id'], name='occasion_by_date'),
        ),
        migrations.AddIndex(
            model_name='occurrence',
            index=models.Index(condition=models.Q(('status', 'public')), fields=['said_sort', 'id'], name='occurrence_public_by_date'),
        ),
        migrations.AddIndex(
            model_name='revision',
            index=models.Index(condition=models.Q(models.Q(('revision_class', 'publication'), _negated=True), models.Q(('revision_class', 'addition'), _negated=True)), fields=['id'], name='revision_log'),
        ),
        migrations.AddIndex(
            model_name='speaker',
            index=models.Index(condition=models.Q(('merged_into__isnull', False)), fields=['merged_into'], name='speaker_merged'),
        ),
        migrations.AddIndex(
            model_name='statement',
            index=models.Index(condition=models.Q(('status', 'draft')), fields=['said_sort', 'id'], name='statement_draft_said'),
        ),
        migrations.AddIndex(
            model_name='statement',
            index=models.Index(condition=models.Q(('status', 'accepted')), fields=['said_sort', 'id'], name='statement_accepted_said'),
        ),
        migrations.AddIndex(
            model_name='statement',
            index=models.Index(condition=models.Q(('status', 'rejected')), fields=['said_sort', 'id'], name='statement_rejected_said'),
        ),
        migrations.AddIndex(
            model_name='statement',
            index=models.Index(condition=models.Q(('status', 'public')), fields=['said_sort', 'id'], name='statement_public_said'),
        ),
        migrations.AddIndex(
            model_name='statement',
            index=models.Index(condition=models.Q(('status', 'withdrawn')), fields=['said_sort', 'id'], name='statement_withdrawn_said'),
        ),
        migrations.AddIndex(
            model_name='statement',
            index=models.Index(fields=['document', 'status'], name='statement_of_document'),
        ),
        migrations.AddIndex(
            model_name='statement',
            index=models.Index(condition=models.Q(('occasion__isnull', False)), fields=['occasion', 'status'], name='statement_of_occasion'),
        ),
        migrations.AddIndex(
            model_name='statement',
            index=models.Index(condition=models.Q(('translation_of__isnull', False)), fields=['translation_of'], name='statement_translation'),
        ),
        migrations.AddIndex(
            model_name='tally',
            index=models.Index(fields=['scope', '-statements', 'id'], name='tally_most_first'),
        ),
    ]
