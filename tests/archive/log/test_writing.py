"""Every Revision has its entry, in the transaction that made it, and no index is left out or given twice, whoever writes."""

import hashlib
import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import DatabaseError, connection, transaction

from archive import publication
from archive.log import merkle, proofs
from archive.log.writing import canonical, salted_hash
from archive.models import LogEntry, Revision
from tests import factories as make

pytestmark = pytest.mark.django_db


def entries():
    return [json.loads(bytes(one.entry)) for one in LogEntry.objects.order_by("index")]


def test_publishing_enters_each_revision_in_its_order():
    statement = make.make_public_statement(claims=["The bridge opens."])
    publication.correct(
        statement, by=make.the_chief(), changes={"locator": "p. 3"}, revision_class="correction", reason="The page was missing."
    )

    revisions, logged = list(Revision.objects.order_by("id")), entries()

    assert [one.log_index for one in revisions] == list(range(len(revisions))) == [one["index"] for one in logged]
    assert [(one.object_type, one.version) for one in revisions] == [(one["type"], one["version"]) for one in logged]
    assert [salted_hash(bytes(one.salt), bytes(one.body)) for one in revisions] == [one["hash"] for one in logged]
    assert logged[-1] == {
        "format": 1, "index": len(logged) - 1, "type": "statement", "object": statement.public_id, "version": 2,
        "hash": logged[-1]["hash"], "sources": [statement.document.sha256], "time": logged[-1]["time"], "role": "publisher",
        "class": "correction", "reason": "The page was missing.",
    }  # fmt: skip
    assert next(one for one in logged if one["type"] == "document")["sources"] == [statement.document.sha256, statement.document.raw_sha256]


def test_entry_is_kept_as_the_bytes_that_are_hashed():
    make.make_public_statement()

    edge = merkle.Edge()
    for one in LogEntry.objects.order_by("index"):
        written = bytes(one.entry)
        assert canonical(json.loads(written)) == written
        assert bytes(one.hashes) == b"".join(edge.add(hashlib.sha256(b"\0" + written).digest()))
    assert proofs.root(edge.size) == edge.root()


def test_withdrawn_words_are_in_no_entry_and_salts_differ():
    statement = make.make_withdrawn_statement(words="Nobody will pay a toll.", reason="It was never said.")

    assert all(b"toll" not in bytes(one.entry) for one in LogEntry.objects.all())
    assert entries()[-1] | {"object": statement.public_id, "class": "retraction", "sources": []} == entries()[-1]
    salts = [bytes(one.salt) for one in Revision.objects.all()]
    assert len(set(salts)) == len(salts)


def test_act_that_fails_leaves_no_entry():
    make.make_public_statement()
    size = LogEntry.objects.size()

    with transaction.atomic():
        make.make_public_statement()
        transaction.set_rollback(True)

    make.make_public_statement()
    assert sorted(one["index"] for one in entries()) == list(range(LogEntry.objects.size()))
    assert LogEntry.objects.size() > size


def test_gap_is_refused():
    make.make_public_statement()

    with pytest.raises(DatabaseError, match="the log has no gaps"), transaction.atomic():
        LogEntry.objects.create(index=LogEntry.objects.size() + 1, entry=b"{}", hashes=b"")


def test_entries_are_as_many_queries_however_long_the_log_is(django_assert_num_queries):
    make.make_public_statement()
    for _ in range(2):
        with django_assert_num_queries(2):
            proofs.edge()
        with django_assert_num_queries(1):
            proofs.inclusion(1, 3)
        make.make_public_statement()


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_writers_at_once_leave_no_gap():
    chief = make.the_chief()
    waiting = [make.make_accepted_statement() for _ in range(12)]

    def publish(statement):
        try:
            publication.publish(statement, by=chief)
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as people:
        list(people.map(publish, waiting))

    logged = entries()
    assert [one["index"] for one in logged] == list(range(Revision.objects.count()))
    edge = merkle.Edge()
    assert [b"".join(edge.add(merkle.leaf_hash(canonical(one)))) for one in logged] == [
        bytes(one.hashes) for one in LogEntry.objects.order_by("index")
    ]
