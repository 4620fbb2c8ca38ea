"""Publishers may merge and split claims; each judgement is about the claim that it named; the triggers of events stand again.

0008 changed the table of events, which on SQLite makes it anew and drops its triggers.
"""

from importlib import import_module

from django.db import migrations

roles = import_module("archive.migrations.0003_five_roles")
triggers = import_module("archive.migrations.0004_unchangeable_rows_may_be_saved_as_they_are")


def name_what_judgements_are_about(apps, schema_editor):
    Judgement = apps.get_model("archive", "Judgement")
    through = Judgement.about.through
    named = Judgement.objects.exclude(claim=None).values_list("pk", "claim")
    through.objects.bulk_create((through(judgement_id=pk, claim_id=claim) for pk, claim in named.iterator()), batch_size=2000)


def make_triggers_again(apps, schema_editor):
    on = " ON {}" if schema_editor.connection.vendor == "postgresql" else ""
    for table in triggers.before.UNCHANGEABLE:
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {table}_unchangeable{on.format(table)}")
    triggers.make_triggers(apps, schema_editor)


class Migration(migrations.Migration):
    dependencies = [("archive", "0008_claims_merge_and_split")]

    operations = [
        migrations.RunPython(name_what_judgements_are_about, migrations.RunPython.noop),
        migrations.RunPython(make_triggers_again, make_triggers_again),
        migrations.RunPython(roles.grant, migrations.RunPython.noop),
    ]
