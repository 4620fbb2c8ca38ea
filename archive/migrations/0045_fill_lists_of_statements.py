"""Each public statement stands in the lists of its speakers, outlet, claims, kind, force, years and pairs of them, as acts list it from now
on; what no count was kept of is counted."""

from django.db import migrations
from django.db.models import F

JOINED = {
    "speaker": "JOIN archive_attribution speaker ON speaker.statement_id = s.id AND speaker.speaker_id IS NOT NULL",
    "outlet": "JOIN archive_document d ON d.id = s.document_id JOIN archive_article outlet ON outlet.id = d.article_id",
    "claim": "JOIN archive_occurrence claim ON claim.statement_id = s.id AND claim.status = 'public'",
}
KEYS = {
    "speaker": "CAST(speaker.speaker_id AS varchar(40))",
    "outlet": "CAST(outlet.outlet_id AS varchar(40))",
    "claim": "CAST(claim.claim_id AS varchar(40))",
    "kind": "s.kind",
    "force": "s.force",
}
PAIRS = [("speaker", "outlet"), ("speaker", "claim"), ("outlet", "claim")]
TALLIES = """INSERT INTO archive_tally (scope, key, statements) SELECT DISTINCT '{scope}', {key}, 0 FROM archive_statement s {joined}
             WHERE s.status = 'public' ON CONFLICT DO NOTHING"""
ROWS = """INSERT INTO archive_listing (statement_id, tally_id, said_sort) SELECT DISTINCT s.id, t.id, s.said_sort FROM archive_statement s
          {joined} JOIN archive_tally t ON t.scope = '{scope}' AND t.key = {key} WHERE s.status = 'public'"""
COUNTS = """UPDATE archive_tally SET statements = (SELECT COUNT(*) FROM archive_listing l WHERE l.tally_id = archive_tally.id)
            WHERE scope IN ('force', 'speaker-outlet', 'speaker-claim', 'outlet-claim')"""


def fill(apps, schema_editor):
    lists = [(scope, key, JOINED.get(scope, "")) for scope, key in KEYS.items()]
    lists += [(f"{a}-{b}", f"{KEYS[a]} || '-' || {KEYS[b]}", f"{JOINED[a]} {JOINED[b]}") for a, b in PAIRS]
    for scope, key, joined in lists:
        for statement in (TALLIES, ROWS):
            schema_editor.execute(statement.format(scope=scope, key=key, joined=joined))
    fill_years(apps)
    schema_editor.execute(COUNTS)


def fill_years(apps):
    statement, tally, listing = (apps.get_model("archive", name) for name in ("Statement", "Tally", "Listing"))
    of_years = {}
    coarse = statement.objects.filter(status="public", said_latest__gt=F("said_earliest")).order_by()
    for pk, said_sort, first, last in coarse.values_list("pk", "said_sort", "said_earliest", "said_latest").iterator(chunk_size=1000):
        if first.year != last.year:
            of_years.setdefault(f"{first.year:04}-{last.year:04}", []).append((pk, said_sort))
    for key, rows in of_years.items():
        row, _ = tally.objects.get_or_create(scope="span", key=key)
        listing.objects.bulk_create([listing(statement_id=pk, tally_id=row.pk, said_sort=said_sort) for pk, said_sort in rows], 1000)


def empty(apps, schema_editor):
    schema_editor.execute("DELETE FROM archive_listing")
    apps.get_model("archive", "Tally").objects.filter(scope__in=["force", "speaker-outlet", "speaker-claim", "outlet-claim"]).delete()


class Migration(migrations.Migration):
    dependencies = [("archive", "0044_lists_of_statements")]

    operations = [migrations.RunPython(fill, empty)]
