"""What readers take away of the log, and that the program for readers finds every change of it with nothing of ours."""

import base64
import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from django.test import Client

from archive import publication
from archive.log import checkpoints, merkle, proofs, verifier
from archive.models import Checkpoint, LogEntry, Statement
from tests import factories as make
from tests.archive.log.tampering import triggers_off

pytestmark = pytest.mark.django_db
PROGRAM = Path(verifier.__file__)


@pytest.fixture(scope="module")
def kept(made_once):
    """The first checkpoint of two, as a reader kept it, and a statement that was corrected in between."""
    statement = make.make_public_statement(words="Nobody will pay a toll.", claims=["The bridge opens."])
    first = checkpoints.make()
    publication.correct(statement, by=make.the_chief(), changes={"locator": "p. 3"}, revision_class="correction", reason="It was missing.")
    make.make_withdrawn_statement(words="Trains will run at night.")
    checkpoints.make()
    return first, statement


@pytest.fixture
def site(client, monkeypatch):
    """Answers the program as a server would."""

    def ask(_site, path):
        answer = client.get(path)
        assert answer.status_code == 200, path
        return answer.content

    monkeypatch.setattr(verifier, "ask", ask)
    return "http://testserver"


def test_files_of_the_log_are_its_bytes(client, kept):
    first, _ = kept
    size = LogEntry.objects.size()

    assert client.get("/data/log/checkpoint").content.decode() == checkpoints.latest().note
    assert client.get(f"/data/log/checkpoints/{first.size}").content.decode() == first.note
    assert client.get("/data/log/key").content.decode() == f"{first.key}\n"
    entries = client.get(f"/data/log/entries/0-{size}.ndjson")
    assert entries.content.splitlines() == [bytes(one.entry) for one in LogEntry.objects.order_by("index")]
    assert "immutable" in entries["Cache-Control"]
    assert client.get("/data/verify.py").content == PROGRAM.read_bytes()
    for wrong in (f"0-{size + 1}", "3-3", "3-2"):
        assert client.get(f"/data/log/entries/{wrong}.ndjson").status_code == 404


def test_statement_names_its_entry_and_its_proof(client, kept):
    _, statement = kept
    row = client.get(f"/api/v1/statements/{statement.public_id}/").json()
    proof = client.get(f"/api/v1/statements/{statement.public_id}/proof/").json()
    page = client.get(statement.get_absolute_url()).content.decode()

    last, url = proof["proofs"][-1], f"http://testserver/api/v1/statements/{statement.public_id}/proof/"
    assert row["log"] == {"index": last["index"], "hash": last["hash"], "proof": url}
    assert row["log"]["hash"] in page
    assert f"/api/v1/statements/{statement.public_id}/proof/" in page
    assert [one["body"] is None for one in proof["proofs"]] == [True, False]
    assert list(verifier.check_told(proof, [proof["key"]], {}, False)) == []


def test_proof_of_a_withdrawn_statement_has_none_of_its_words(client, kept):
    gone = Statement.objects.withdrawn().get()
    answer = client.get(f"/api/v1/statements/{gone.public_id}/proof/")

    assert len(answer.json()["proofs"]) == 2
    assert b"Trains" not in answer.content


def test_feeds_name_what_was_signed_last(client, kept):
    url = f"http://testserver/data/log/checkpoints/{checkpoints.latest().size}"

    assert client.get("/chronology/feed.json").json()["_onrecord"] == {"checkpoint": url}
    assert url in client.get("/chronology/feed.atom").content.decode()


def test_kept_checkpoint_fits_the_site(kept, site):
    first, _ = kept

    assert list(verifier.check_site(first.note, site, [], False)) == []
    assert list(verifier.check_site(first.note, site, [first.key], True)) == []


def test_log_that_was_written_anew_does_not_fit(kept, site):
    first, _ = kept
    with triggers_off():
        LogEntry.objects.filter(index=0).update(entry=b'{"index":0}')
        Checkpoint.objects.all().delete()
        entries = [bytes(one.entry) for one in LogEntry.objects.order_by("index")]
        LogEntry.objects.all().delete()
    write_anew(entries)
    checkpoints.make()

    assert list(verifier.check_site(first.note, site, [first.key], False)) == [
        "the log is not the one that was signed in the checkpoint that you kept"
    ]
    told = list(verifier.check_site(first.note, site, [first.key], True))
    assert f"the first {first.size} entries are not those that were signed" in told


def write_anew(entries):
    edge = merkle.Edge()
    for index, entry in enumerate(entries):
        LogEntry.objects.create(index=index, entry=entry, hashes=b"".join(edge.add(merkle.leaf_hash(entry))))


@pytest.fixture
def dossier(kept):
    return Client().get("/chronology/dossier.zip").content


def told(tmp_path, content, *more):
    """What the program prints of a dossier, started by itself, as a reader does."""
    file = tmp_path / "dossier.zip"
    file.write_bytes(content)
    done = subprocess.run([sys.executable, "-I", PROGRAM, file, *more], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


def changed(content, name, old, new):
    whole = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(whole, "w") as after:
        for one in before.namelist():
            body = before.read(one)
            assert old in body or not one.endswith(name)
            after.writestr(one, body.replace(old, new) if one.endswith(name) else body)
    return whole.getvalue()


def test_dossier_is_checked_without_asking_anybody(tmp_path, dossier, kept):
    code, said = told(tmp_path, dossier, "--key", kept[0].key)

    assert (code, said.splitlines()[-1]) == (0, "No fault."), said
    assert "Not proved:" in said
    assert "No --key" not in said


def test_statement_that_was_not_signed_yet_is_told(tmp_path, kept):
    late = make.make_public_statement(words="Nothing will be late.")
    code, said = told(tmp_path, Client().get("/chronology/dossier.zip").content, "--key", kept[0].key)

    assert code == 1
    assert f"1 statement not proven yet, not being signed when this was made: {late.public_id}" in said


def test_dossier_tells_what_is_proved_of_it(dossier):
    with zipfile.ZipFile(io.BytesIO(dossier)) as archive:
        said = archive.read("dossier/README.txt").decode()

    assert "http://testserver/data/verify.py" in said
    assert "dossier.html and list.csv are for reading" in said


def test_proof_of_a_statement_is_checked_and_shown(tmp_path, client, kept):
    file = tmp_path / "proof.json"
    file.write_bytes(client.get(f"/api/v1/statements/{kept[1].public_id}/proof/").content)
    done = subprocess.run([sys.executable, "-I", PROGRAM, file, "--key", kept[0].key], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout
    assert "    text: Nobody will pay a toll.\n" in done.stdout


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        ("log.json", b"Nobody will pay", b"Anybody will pay", "what is shown is not what was entered"),
        ("list.ndjson", b"Nobody will pay", b"Anybody will pay", "is not as it was entered: text"),
        ("log.json", b"publisher", b"reviewer", "its entry does not stand in the log that was signed"),
        ("list.csv", b"Nobody", b"Anybody", "list.csv is not as SHA256SUMS tells"),
    ],
)
def test_changed_dossier_is_told(tmp_path, dossier, name, old, new, expected):
    code, said = told(tmp_path, changed(dossier, name, old, new))

    assert code == 1
    assert expected in said


def test_folder_of_entries_is_checked(tmp_path, kept, client, capsys):
    size = LogEntry.objects.size()
    for first, end in ((0, 3), (3, size)):
        (tmp_path / f"{first}-{end}.ndjson").write_bytes(client.get(f"/data/log/entries/{first}-{end}.ndjson").content)
    (tmp_path / "key").write_text(kept[0].key)
    (tmp_path / "a.checkpoint").write_text(kept[0].note)
    (tmp_path / "b.checkpoint").write_text(checkpoints.latest().note)
    assert verifier.main([str(tmp_path)]) == 0

    written = (tmp_path / f"3-{size}.ndjson").read_bytes()
    (tmp_path / f"3-{size}.ndjson").write_bytes(written.replace(b'"correction"', b'"typo"'))
    assert verifier.main([str(tmp_path)]) == 1
    assert f"the first {size} entries are not those that were signed" in capsys.readouterr().out
    (tmp_path / f"3-{size}.ndjson").unlink()
    assert verifier.main([str(tmp_path)]) == 1
    assert f"a checkpoint was signed for {size} entries, and there are 3" in capsys.readouterr().out


def test_entries_that_nobody_signed_are_told(tmp_path, kept, client, capsys):
    first, size = kept[0].size, LogEntry.objects.size()
    (tmp_path / f"0-{size}.ndjson").write_bytes(client.get(f"/data/log/entries/0-{size}.ndjson").content)
    (tmp_path / "a.checkpoint").write_text(kept[0].note)

    assert verifier.main([str(tmp_path), "--key", kept[0].key]) == 1
    assert f"{size - first} entries stand behind the last checkpoint" in capsys.readouterr().out


@pytest.fixture
def moved(kept, settings):
    """The site with another key and another address, as its README tells to change them."""
    settings.LOG_KEY = base64.b64encode(bytes(range(32))).decode()
    settings.LOG_KEYS_BEFORE, settings.SITE_URL = [kept[0].key], "https://moved.example"
    return checkpoints.make()


def test_former_keys_are_served_behind_the_one_that_signs(client, kept, moved):
    assert client.get("/data/log/key").content.decode() == f"{moved.key}\n{kept[0].key}\n"


@pytest.mark.parametrize("every", [False, True])
def test_kept_checkpoint_fits_after_another_key_and_address(kept, site, moved, every, capsys):
    note, old = kept[0].note, kept[0].key

    for keys in ([], [old], [old, moved.key]):
        assert list(verifier.check_site(note, site, keys, every)) == []
        assert ("The site signs with another key than yours" in capsys.readouterr().out) == (keys == [old])
    with pytest.raises(verifier.WrongError, match="of none of these keys"):
        list(verifier.check_site(note, site, [moved.key], every))


def test_kept_key_fits_after_another_address(kept, site, settings):
    settings.SITE_URL = "https://moved.example"
    now = checkpoints.make()

    assert now.key != kept[0].key
    for keys in ([], [kept[0].key], [now.key]):
        assert list(verifier.check_site(kept[0].note, site, keys, False)) == []


def test_proof_of_growth_is_given_between_any_two_sizes(client, kept):
    size = LogEntry.objects.size()
    root = proofs.root

    for old in range(size + 1):
        path = client.get(f"/api/v1/log/consistency/?from={old}&to={size}").json()["path"]
        one, other = ({"size": each, "root": root(each)} for each in (old, size))
        hashes = [base64.b64decode(part) for part in path]
        assert verifier.is_beginning(one, other, hashes)
        assert old in (0, size) or not verifier.is_beginning(one | {"root": root(old - 1)}, other, hashes)
    assert client.get(f"/api/v1/log/consistency/?from=2&to={size + 1}").status_code == 400
    assert client.get("/api/v1/log/consistency/?from=²&to=3").status_code == 400


def test_entry_is_proved(client, kept):
    proof = client.get("/api/v1/log/entries/2/").json()
    said = verifier.checkpoint(proof["signed"]["checkpoint"], [proof["signed"]["key"]])
    path = [base64.b64decode(part) for part in proof["path"]]

    assert verifier.stands(path, verifier.leaf_hash(proof["entry"].encode()), 2, said)
    assert not verifier.stands(path, verifier.leaf_hash(proof["entry"].encode()), 1, said)
    assert not verifier.stands(path[1:], verifier.leaf_hash(proof["entry"].encode()), 2, said)
    assert json.loads(proof["entry"])["index"] == 2
    assert client.get("/api/v1/log/entries/99999/").status_code == 404
    assert client.get("/api/v1/log/").json()["entries"] == LogEntry.objects.size()
