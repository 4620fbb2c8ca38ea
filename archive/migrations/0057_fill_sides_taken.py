"""The sides that speakers took of claims in public links, one row each."""

from django.db import migrations

FILL = """
INSERT INTO archive_sidetaken (occurrence_id, speaker_id, claim_id, said_sort)
SELECT o.id, a.speaker_id, o.claim_id, o.said_sort FROM archive_occurrence o JOIN archive_attribution a ON a.statement_id = o.statement_id
WHERE o.status = 'public' AND a.speaker_id IS NOT NULL
AND (o.stance = 'denies' OR (o.stance = 'asserts' AND o.likeness IN ('verbatim', 'paraphrase')))
"""


class Migration(migrations.Migration):
    dependencies = [("archive", "0056_entries_and_sides_taken")]
    operations = [migrations.RunSQL(FILL, "DELETE FROM archive_sidetaken")]
