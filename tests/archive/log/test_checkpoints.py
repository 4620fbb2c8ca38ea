"""What is signed of the log: in the format of C2SP, with a key that lies outside the database."""

import base64
import hashlib

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from archive.errors import Refused
from archive.log import checkpoints, keys, notes, proofs
from archive.models import Checkpoint, LogEntry
from tests import factories as make

pytestmark = pytest.mark.django_db
SEED = bytes(range(32))


@pytest.fixture
def var(settings, tmp_path):
    settings.VAR_DIR = tmp_path
    return tmp_path


@pytest.mark.usefixtures("var")
def test_checkpoint_is_a_signed_note_of_the_log_as_it_stands():
    make.make_public_statement()

    made = checkpoints.make()

    text, signatures = made.note.split("\n\n")
    origin, size, root = text.split("\n")
    dash, name, signature = signatures.rstrip("\n").split(" ")
    assert (origin, int(size), base64.b64decode(root)) == ("testserver/data/log", LogEntry.objects.size(), proofs.root(int(size)))
    assert (dash, name) == ("—", origin)
    assert base64.b64decode(signature)[:4] == hashlib.sha256(f"{origin}\n".encode() + b"\x01" + keys.public_key()).digest()[:4]
    keys.signing_key().public_key().verify(base64.b64decode(signature)[4:], f"{text}\n".encode())
    assert notes.opened(made.note, notes.public_of(made.key)) == (origin, made.size, proofs.root(made.size))


@pytest.mark.usefixtures("var")
def test_another_is_made_only_when_the_log_has_grown():
    make.make_public_statement()
    first = checkpoints.make()
    assert checkpoints.make() == first == checkpoints.latest()

    make.make_public_statement()

    assert checkpoints.make().size > first.size
    assert Checkpoint.objects.count() == 2


def test_key_is_made_once_for_its_owner_alone(var):
    key = keys.public_key()

    assert keys.public_key() == key
    assert (var / "log_key").stat().st_mode & 0o777 == 0o600
    assert [file.name for file in var.iterdir()] == ["log_key"]


def test_key_that_is_gone_is_not_made_anew(var):
    checkpoints.make()
    (var / "log_key").unlink()

    with pytest.raises(Refused, match="log_key"):
        checkpoints.make()


def test_key_from_the_environment_leaves_no_file(var, settings):
    settings.LOG_KEY = base64.b64encode(SEED).decode()

    assert keys.public_key() == Ed25519PrivateKey.from_private_bytes(SEED).public_key().public_bytes_raw()
    assert list(var.iterdir()) == []


def test_key_that_is_none_is_refused(var):
    (var / "log_key").write_text("secret")

    with pytest.raises(Refused, match="32 bytes"):
        keys.signing_key()


@pytest.mark.usefixtures("var")
def test_note_is_opened_with_its_key_alone():
    note = checkpoints.make().note
    other = Ed25519PrivateKey.from_private_bytes(SEED).public_key().public_bytes_raw()

    with pytest.raises(notes.NoteError, match="another key"):
        notes.opened(note, other)
    with pytest.raises(notes.NoteError, match="signature does not fit"):
        notes.opened(note.replace("\n0\n", "\n1\n", 1), keys.public_key())
    with pytest.raises(notes.NoteError, match="no checkpoint"):
        notes.opened("words", keys.public_key())
