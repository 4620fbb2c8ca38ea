"""Whatever was changed behind the triggers' back is named; an honest history is not accused."""

import base64
import hashlib
import secrets

import pytest
from django.core.management import CommandError, call_command

from archive import publication
from archive.log import checkpoints, filling
from archive.log.faults import faults
from archive.models import Checkpoint, Document, LogEntry, Revision
from tests import factories as make
from tests.archive.log.tampering import triggers_off

pytestmark = pytest.mark.django_db
WHY = "The page was missing."


@pytest.fixture(scope="module")
def kept(made_once):
    """Two statements, one of them corrected, one withdrawn, with what was signed in between."""
    statement = make.make_public_statement(claims=["The bridge opens."])
    checkpoints.make()
    publication.correct(statement, by=make.the_chief(), changes={"locator": "p. 3"}, revision_class="correction", reason=WHY)
    make.make_withdrawn_statement()
    checkpoints.make()
    return statement


def told():
    return [str(one) for one in faults()]


@pytest.mark.usefixtures("kept")
def test_honest_history_has_no_fault(capsys):
    call_command("verify")

    assert capsys.readouterr().out == "No fault.\n"


def of_statement(kept, version=1):
    return Revision.objects.of(kept).filter(version=version)


def entry_of(kept):
    return LogEntry.objects.filter(index=of_statement(kept).get().log_index)


SHAPED = {
    "body of a revision": (
        lambda kept: of_statement(kept).update(body=b'{"text":"Other words."}', sha256="0" * 64),
        "statement {id}, version 1: what it kept is not what was published: its hash is not that of the log",
    ),
    "reason": (
        lambda kept: of_statement(kept, 2).update(reason="None."),
        "statement {id}, version 2: the log says otherwise of its reason",
    ),
    "class": (
        lambda kept: of_statement(kept, 2).update(revision_class="typo"),
        "statement {id}, version 2: the log says otherwise of its class",
    ),
    "revision gone": (
        lambda kept: of_statement(kept).delete(),
        "statement {id}, version 1: log entry {index} names it, and there is no such revision",
    ),
    "revision forged": (
        lambda kept: Revision.objects.bulk_create([forged(kept)]),
        "statement {id}, version 3: it stands in no entry of the log",
    ),
    "revision out of the log": (
        lambda kept: of_statement(kept, 2).update(log_index=10**6),
        "statement {id}, version 2: it stands in no entry of the log",
    ),
    "words erased without law": (
        lambda kept: of_statement(kept).update(body=b"{}", salt=None),
        "statement {id}, version 1: what it kept is gone, and no later entry says that the law asked for it",
    ),
    "entry": (lambda kept: entry_of(kept).update(entry=b"{}"), "log entry {index}: its bytes are not those that were hashed"),
    "entry gone": (lambda kept: entry_of(kept).delete(), "log entry {index}: it is gone"),
    "hashes": (lambda kept: entry_of(kept).update(hashes=b""), "log entry {index}: its hashes are not as many as the tree has"),
    "document and its checksum": (
        lambda kept: Document.objects.filter(pk=kept.document_id).update(sha256="0" * 64),
        "document {document}: its checksums are not those of the log",
    ),
    "last entries": (
        lambda kept: LogEntry.objects.filter(index__gte=LogEntry.objects.size() - 2).delete(),
        "the log has fewer entries than were signed",
    ),
    "checkpoint": (lambda kept: Checkpoint.objects.filter(pk=checkpoints.latest().pk).update(note="none"), "it is no checkpoint"),
    "size": (lambda kept: Checkpoint.objects.update(size=1), "its row says another size than what was signed"),
}


def forged(kept):
    last = Revision.objects.of(kept).last()
    last.pk, last.version, last.salt, last.log_index = None, 3, None, None
    return last


@pytest.mark.parametrize("name", SHAPED)
def test_tampering_is_named(kept, name):
    act, expected = SHAPED[name]
    of = {"id": kept.public_id, "index": of_statement(kept).get().log_index, "document": kept.document.public_id}
    with triggers_off():
        act(kept)

    found = told()

    assert any(expected.format(**of) in one for one in found), found
    with pytest.raises(CommandError, match="faults"):
        call_command("verify")


def with_fingerprint(body):
    return {"body": body, "sha256": hashlib.sha256(body).hexdigest()}


def test_log_written_anew_is_told_by_what_was_signed(kept):
    """Entries, hashes and revisions that fit each other again: the key is not in the database."""
    with triggers_off():
        of_statement(kept).update(**with_fingerprint(Revision.objects.of(kept).first().body.replace(b"spring", b"autumn")))
        LogEntry.objects.all().delete()
        Revision.objects.update(log_index=None, salt=None)
        list(filling.fill())

    assert {one.split(": ")[1] for one in told()} == {"the log has another root than what was signed"}


@pytest.mark.usefixtures("kept")
def test_other_key_is_told(settings):
    settings.LOG_KEY = base64.b64encode(secrets.token_bytes(32)).decode()
    assert {one.split(": ")[1] for one in told()} == {"it is signed with another key"}

    settings.LOG_KEYS_BEFORE = [checkpoints.latest().key]
    assert told() == []


def test_what_the_law_has_erased_is_no_fault(kept):
    """As `redact` leaves it: words and salt gone from each version, and a later one that says so."""
    publication.withdraw(kept, by=make.the_chief(), revision_class="legal-removal", reason="A court asked for it.")
    with triggers_off():
        Revision.objects.of(kept).filter(version__lt=3).update(**with_fingerprint(b'{"id":"","type":"statement"}'), salt=None)

    assert told() == []


def test_revisions_of_before_the_log_are_entered_in_their_order():
    make.make_public_statement()
    with triggers_off():
        Checkpoint.objects.all().delete()
        LogEntry.objects.all().delete()
        Revision.objects.update(log_index=None, salt=None)
    assert told()

    assert sum(filling.fill()) == Revision.objects.count() == LogEntry.objects.size()

    assert list(Revision.objects.order_by("id").values_list("log_index", flat=True)) == list(range(Revision.objects.count()))
    assert told() == []
    assert list(filling.fill()) == []
