"""On how many occasions a speaker said a claim is kept from now on; of what is public it is counted once, as `reindex` does it too."""

from django.db import migrations

OCCASION = "CASE WHEN s.translation_of_id IS NULL THEN s.occasion_id ELSE o.occasion_id END"
COUNTS = f"""
    INSERT INTO archive_spokenclaim (claim_id, speaker_id, occasions)
    SELECT link.claim_id, a.speaker_id, COUNT(DISTINCT COALESCE({OCCASION}, -COALESCE(s.translation_of_id, s.id)))
    FROM archive_occurrence link
    JOIN archive_statement s ON s.id = link.statement_id
    JOIN archive_attribution a ON a.statement_id = s.id AND a.speaker_id IS NOT NULL
    LEFT JOIN archive_statement o ON o.id = s.translation_of_id
    WHERE link.status = 'public' AND link.stance = 'asserts' AND link.likeness IN ('verbatim', 'paraphrase')
      AND s.document_id NOT IN (SELECT document_id FROM archive_retractedreport)
    GROUP BY link.claim_id, a.speaker_id
"""


class Migration(migrations.Migration):
    dependencies = [("archive", "0050_claims_by_speaker")]

    operations = [migrations.RunSQL(COUNTS, "DELETE FROM archive_spokenclaim")]
