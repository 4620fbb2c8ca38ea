"""Where two people are needed, words that the machine drafted are made public by somebody else than who accepted them, whoever had it draft.

`0072` asked for who drafted first. Now that a text is drafted when a person keeps it, that is a person who may have read none of the words.
A schema change of the statements on SQLite drops these triggers: such a migration must run `replace` again.
"""

from django.db import migrations

TABLE, NAME = "archive_statement", "archive_statement_two_people"
AUTHOR = "CASE WHEN new.method = '' THEN COALESCE(new.drafted_by_id, new.accepted_by_id) ELSE new.accepted_by_id END"
AUTHOR_BEFORE = "COALESCE(new.drafted_by_id, new.accepted_by_id)"
NEEDED = "EXISTS (SELECT 1 FROM archive_policy WHERE two_people)"
SENTENCE = "two people are needed to make a statement public"


def replace(apps, schema_editor, author=AUTHOR):
    refuses = f"new.status = 'public' AND new.published_by_id = {author}"
    is_postgresql = schema_editor.connection.vendor == "postgresql"
    for act, condition in (("insert", refuses), ("update", f"old.status <> 'public' AND {refuses}")):
        begins = f"CREATE TRIGGER {NAME}_{act} BEFORE {act} ON {TABLE} FOR EACH ROW WHEN"
        if is_postgresql:
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {NAME}_{act} ON {TABLE}", params=None)
            schema_editor.execute(f"{begins} ({condition}) EXECUTE FUNCTION {NAME}()", params=None)
        else:
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {NAME}_{act}", params=None)
            schema_editor.execute(f"{begins} ({condition} AND {NEEDED}) BEGIN SELECT RAISE(ABORT, '{SENTENCE}'); END", params=None)


def as_before(apps, schema_editor):
    replace(apps, schema_editor, AUTHOR_BEFORE)


class Migration(migrations.Migration):
    dependencies = [("archive", "0088_what_a_person_did_last")]

    operations = [migrations.RunPython(replace, as_before)]
