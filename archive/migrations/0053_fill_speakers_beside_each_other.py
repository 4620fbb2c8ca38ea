"""How many public statements two speakers share is kept from now on; of what is public it is counted once."""

from django.db import migrations

COUNTS = """
    INSERT INTO archive_sharedtally (speaker_id, other_id, statements)
    SELECT a.speaker_id, b.speaker_id, COUNT(DISTINCT s.id)
    FROM archive_attribution a
    JOIN archive_attribution b ON b.statement_id = a.statement_id AND b.speaker_id <> a.speaker_id
    JOIN archive_statement s ON s.id = a.statement_id AND s.status = 'public'
    GROUP BY a.speaker_id, b.speaker_id
"""


class Migration(migrations.Migration):
    dependencies = [("archive", "0052_speakers_beside_each_other")]

    operations = [migrations.RunSQL(COUNTS, "DELETE FROM archive_sharedtally")]
