"""What must never change is refused by triggers of the database, whoever writes. Dropped by a migration, they would be missed here."""

import datetime

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from archive import publication
from archive.log import checkpoints
from archive.models import Checkpoint, Document, Event, EventLink, Judgement, LogEntry, Redaction, Revision
from tests import factories as make

pytestmark = pytest.mark.django_db
LATER = datetime.datetime(2030, 1, 1, tzinfo=datetime.UTC)

# Table -> column -> another value. Columns that may change stand in MAY_CHANGE; together they are all columns but the key.
UNCHANGEABLE = {
    Document: {
        "text": "Other words.", "sha256": "0" * 64, "raw": b"Other words.", "raw_sha256": "0" * 64, "public_id": "0000000000",
        "captured_at": LATER, "form": "pdf", "encoding": "cp1251", "encoding_source": "guessed", "locators": [[0, 1, "p. 1"]],
        "published_readings": [["2020", "address"]], "seen_on": datetime.date(2020, 3, 4),
    },
    Event: {
        "at": LATER, "by": 99, "verb": "merged", "object_type": "claim", "object_id": 99, "from_state": "public", "to_state": "draft",
        "reason": "none", "detail": {"a": 1},
    },
    EventLink: {
        "object_type": "nothing", "object_id": 99, "nth": 99, "salt": b"0" * 16, "digest": b"0" * 32, "link": b"0" * 32,
    },
    Revision: {
        "object_type": "nothing", "object_id": 99, "version": 99, "body": b"{}", "sha256": "0" * 64, "revision_class": "typo",
        "reason": "none", "changed": ["text"], "by": 99, "at": LATER, "salt": b"0" * 16, "log_index": 99,
    },
    Judgement: {
        "statement": 99, "start": 1, "end": 99, "other": 99, "other_start": 1, "other_end": 99, "claim": 99, "answer": "topic",
        "score": 0.1, "method": "none", "version": "none", "note": "none", "judged_by": 99, "judged_at": LATER,
    },
    LogEntry: {"entry": b"{}", "hashes": b"0" * 32},
    Checkpoint: {"size": 99, "note": "none", "key": "none", "at": LATER},
    Redaction: {
        "document": 99, "object_type": "nothing", "object_id": 99, "field": "none", "start": 1, "end": 99, "salt": b"0" * 16,
        "hash": "0" * 64, "left_sha256": "0" * 64, "reason": "none", "by": 99, "at": LATER,
    },
}  # fmt: skip
MAY_CHANGE = {
    Document: {
        "article", "title", "author", "outlet_printed", "language", "published", "published_earliest", "published_sort", "published_words",
        "zone", "zone_source", "captured_by", "file_name", "supersedes", "wire_copy_of", "relation", "relates_to",
        "relation_note", "drafted_as", "lock_version",
    },
    Event: set(),
    EventLink: set(),
    Revision: set(),
    Judgement: {"question", "rests_on", "undone_by", "undone_at"},
    LogEntry: set(),
    Checkpoint: set(),
    Redaction: set(),
}  # fmt: skip
KEPT = (Event, EventLink, Revision, Judgement, LogEntry, Checkpoint, Redaction)


@pytest.mark.parametrize("model", UNCHANGEABLE, ids=lambda model: model.__name__)
def test_every_column_is_decided(model):
    columns = {field.name for field in model._meta.concrete_fields if not field.primary_key}

    assert set(UNCHANGEABLE[model]) | MAY_CHANGE[model] == columns
    assert not set(UNCHANGEABLE[model]) & MAY_CHANGE[model]


@pytest.mark.parametrize(
    ("model", "column", "value"), [(model, column, value) for model, columns in UNCHANGEABLE.items() for column, value in columns.items()]
)
def test_change_is_refused(rows, model, column, value):
    row = model.objects.first()

    with pytest.raises(DatabaseError, match=f"archive_{model.__name__.lower()} is unchangeable"), transaction.atomic():
        model.objects.filter(pk=row.pk).update(**{column: value})

    assert model.objects.filter(pk=row.pk).values().get() == {
        field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields
    }


@pytest.fixture(scope="module")
def rows(made_once):
    statement = make.make_public_statement(claims=["The bridge opens."])
    named = {"object_type": "document", "object_id": statement.document_id, "field": "text", "start": 0, "end": 3}
    Redaction(document=statement.document, **named, reason="A court.", by=make.the_chief(), at=statement.recorded_at).keep(
        "The", "███"
    ).save()
    checkpoints.make()


EMPTYING = {"sqlite": ["DELETE FROM"], "postgresql": ["DELETE FROM", "TRUNCATE"]}
CASCADE = {"TRUNCATE": " CASCADE"}  # or a foreign key refuses it first
SETTLED = {"sqlite": "SELECT 1", "postgresql": "SET CONSTRAINTS ALL IMMEDIATE"}  # what is asked at the end of a transaction


@pytest.mark.parametrize("model", KEPT, ids=lambda model: model.__name__)
def test_removal_is_refused(rows, model):
    table = model._meta.db_table

    with connection.cursor() as cursor:
        cursor.execute(SETTLED[connection.vendor])
        for act in EMPTYING[connection.vendor]:
            with pytest.raises(DatabaseError, match=f"{table} is kept"), transaction.atomic():
                cursor.execute(f"{act} {table}{CASCADE.get(act, '')}")

    assert model.objects.exists()


def test_what_was_read_off_a_document_may_be_put_right():
    document = make.make_document()
    document.title = "Another title"

    document.save()

    document.refresh_from_db()
    assert document.title == "Another title"


def test_public_document_may_be_corrected():
    document = make.make_public_statement().document

    publication.correct(document, by=make.the_chief(), changes={"title": "Another title"}, revision_class="correction", reason="Misread.")

    assert Document.objects.get(pk=document.pk).title == "Another title"


def test_triggers_stand_on_these_tables_alone():
    query = {
        "sqlite": "SELECT tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%\\_unchangeable' ESCAPE '\\'",
        "postgresql": "SELECT relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid WHERE tgname LIKE '%\\_unchangeable'",
    }[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(query)
        tables = sorted(table for (table,) in cursor.fetchall())

    assert tables == sorted(model._meta.db_table for model in UNCHANGEABLE)
    assert set(tables) <= {model._meta.db_table for model in apps.get_app_config("archive").get_models()}
