"""What was signed last is kept beside the key, and nothing is signed that does not go on from it, unless the public is told why."""

import base64
import io
import json
import secrets

import pytest
from django.core.management import CommandError, call_command

from archive import verification
from archive.errors import Refused
from archive.log import checkpoints, kept_histories, keys, last_note, merkle, notes
from archive.log.faults import BesideTheKey
from archive.log.writing import canonical
from archive.models import Checkpoint, Event, EventLink, LogEntry, Revision
from tests import factories as make
from tests.archive.log.tampering import triggers_off

pytestmark = pytest.mark.django_db


@pytest.fixture
def sign(settings, tmp_path, django_capture_on_commit_callbacks):
    """Signs as a worker does, whose transactions end."""
    settings.VAR_DIR = tmp_path

    def signed(anew=""):
        with django_capture_on_commit_callbacks(execute=True):
            return checkpoints.make(anew)

    return signed


@pytest.fixture
def signed(sign):
    for _ in range(2):
        make.make_public_statement()
    return sign()


def told():
    return [str(one) for one in BesideTheKey.read().of_last_note()]


def anew(reason):
    out = io.StringIO()
    call_command("sign_anew", reason=reason, stdout=out)
    return out.getvalue()


def rewritten():
    """Another reason in the first entry, with a tree that fits, and nothing left of what was signed."""
    edge = merkle.Edge()
    for row in LogEntry.objects.order_by("index"):
        if row.index == 0:
            row.entry = canonical(json.loads(bytes(row.entry)) | {"reason": "Only a comma was wrong."})
        row.hashes = b"".join(edge.add(merkle.leaf_hash(bytes(row.entry))))
        LogEntry.objects.filter(pk=row.pk).update(entry=row.entry, hashes=row.hashes)
    events = list(Event.objects.filter(object_type="checkpoint").values_list("pk", flat=True))
    EventLink.objects.filter(event__in=events)._raw_delete("default")
    Event.objects.filter(pk__in=events)._raw_delete("default")
    Checkpoint.objects.all()._raw_delete("default")


def shortened():
    """As an older backup is."""
    last = LogEntry.objects.size() - 1
    Revision.objects.filter(log_index=last).delete()
    LogEntry.objects.filter(index=last).delete()


def test_what_was_signed_last_is_kept_when_that_is_done(signed, sign):
    assert last_note.place().read_text() == signed.note
    assert sign() == signed
    assert told() == []
    make.make_public_statement()

    checkpoints.make()  # in a transaction that has not ended

    assert last_note.read() == signed.note
    assert sign().note == last_note.read()
    assert "On Record" not in last_note.read()


def test_another_history_is_told_and_not_signed(signed, sign):
    with triggers_off():
        rewritten()

    assert told() == [f"log: it does not go on from what was signed last: its first {signed.size} entries are not those that were signed"]
    with pytest.raises(Refused, match="sign_anew"):
        sign()
    assert not Checkpoint.objects.exists()


def test_checkpoint_that_the_database_lost_is_told(signed, sign):
    with triggers_off():
        Checkpoint.objects.all()._raw_delete("default")

    assert told() == ["log: the checkpoint that is kept beside its key is not kept here"]
    assert sign().note == signed.note


def test_log_of_an_older_backup_is_signed_when_the_public_is_told_why(signed, sign):
    with triggers_off():
        shortened()
    with pytest.raises(Refused, match=f"it has {signed.size - 1} entries, and {signed.size} were signed"):
        sign()

    said = sign("A disk broke;\n\nthe backup of Monday was put back.")

    assert said.note.split("\n")[3] == (
        f"On Record signs anew, it has {said.size} entries, and {signed.size} were signed: A disk broke; the backup of Monday was put back."
    )
    assert notes.opened(said.note, keys.public_key()).size == said.size == signed.size - 1
    assert Event.objects.get(object_type="checkpoint", object_id=said.pk).reason.startswith("A disk broke")
    assert told() == []
    assert sign() == said


@pytest.mark.usefixtures("signed")
def test_nothing_is_signed_anew_where_the_log_goes_on():
    with pytest.raises(CommandError, match="nothing to say"):
        anew("I would like to.")
    with pytest.raises(CommandError, match="Say why"):
        anew(" ")


def test_who_has_nothing_beside_his_key_goes_by_the_database_and_says_so(signed, sign):
    last_note.place().unlink()
    make.make_public_statement()
    assert told() == []

    said = sign()

    assert said.note.split("\n")[3].startswith("On Record had nothing beside its key")
    assert (sign(), last_note.read()) == (said, said.note)
    last_note.place().unlink()
    with triggers_off():
        shortened()
    with pytest.raises(Refused, match="were signed"):
        sign()


def test_key_is_changed_with_the_old_one_named_or_in_public(signed, sign, settings):
    settings.LOG_KEY = base64.b64encode(secrets.token_bytes(32)).decode()
    with pytest.raises(Refused, match="another key"):
        sign()

    settings.LOG_KEYS_BEFORE = [signed.key]
    assert sign().key != signed.key
    assert told() == []

    settings.LOG_KEYS_BEFORE, settings.LOG_KEY = [], base64.b64encode(secrets.token_bytes(32)).decode()
    assert "another key" in told()[0]
    assert "The key was lost." in anew("The key was lost.")


@pytest.mark.parametrize("content", [b"words", b"\xff\xfe", None])
@pytest.mark.usefixtures("signed")
def test_file_that_is_damaged_is_told(content):
    last_note.place().unlink()
    last_note.place().write_bytes(content) if content else last_note.place().mkdir()

    assert told()[0].endswith("what was signed last can’t be read with the keys of this log: it is no checkpoint")


def test_what_is_signed_counts_though_the_disk_beside_the_key_takes_nothing(
    signed, sign, settings, tmp_path, django_capture_on_commit_callbacks, caplog
):
    make.make_public_statement()
    with django_capture_on_commit_callbacks() as waiting:
        made = checkpoints.make()
    settings.VAR_DIR = last_note.place() / "a file and no folder"

    for callback in waiting:
        callback()

    settings.VAR_DIR = tmp_path
    assert "log_checkpoint can’t be kept" in caplog.text
    assert (last_note.read(), told()) == (signed.note, [])
    assert (sign(), last_note.read()) == (made, made.note)


def test_note_that_was_spoiled_in_the_database_is_not_copied_over_the_one_beside_the_key(signed, sign):
    with triggers_off():
        Checkpoint.objects.filter(pk=signed.pk).update(note=signed.note.replace("\n\n", "\nAnd more\n\n"))

    assert sign().note == last_note.read() == signed.note


@pytest.mark.parametrize("named", ["words", "testserver/data/log+00000000+%", "testserver/data/log+00000000+AQ=="])
@pytest.mark.usefixtures("signed")
def test_earlier_key_that_is_none_is_refused_in_words(settings, named):
    settings.LOG_KEYS_BEFORE = [named]

    with pytest.raises(Refused, match="no public key") as refused:
        checkpoints.make()
    assert told() == [f"log key: {refused.value}"]


def test_reason_is_printable(signed, sign):
    with triggers_off():
        shortened()

    with pytest.raises(Refused, match="printed"):
        sign("A disk\x1b[2K broke.")


def test_what_is_signed_while_verify_looks_accuses_nobody(signed, monkeypatch):
    def meanwhile():
        head = notes.Head(checkpoints.origin(), signed.size + 1, b"1" * 32)
        last_note.keep(notes.checkpoint(head, keys.signing_key()))
        kept_histories.place().write_text('{"last": 99999999, "number": 99999999}')
        yield from ()

    monkeypatch.setattr(verification, "CHECKS", (meanwhile,))

    assert list(verification.faults()) == []
    assert len(list(verification.faults())) == 2
