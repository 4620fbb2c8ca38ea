"""What the law had taken out is on no page, in no file of the archive and in no later backup; a kill leaves all or nothing of the act."""

import io
import os
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.test import Client

from archive.backups import back_up
from archive.log import checkpoints, verifier
from archive.models import Document, Redaction, Statement
from archive.publication.redacting import door, planned, redact, target_of
from archive.verification import faults
from tests import factories as make
from tests.archive.publication.redacting.bench import OTHER, WHY, WORDS, grams, holding, make_scene, superuser
from tests.forking import forked

pytestmark = pytest.mark.usefixtures("own_archive")
FILES = ("data.csv", "data.ndjson", "feed.atom", "feed.json", "timeline.json", "calendar.ics")
SHELVES = ("statements", "documents", "corrections", "claims", "occurrences", "speakers", "outlets")


def addresses(said, beside):
    pages = ["/", "/chronology/", "/corrections/", "/search/?q=harbour+pilot", said.get_absolute_url(), beside.get_absolute_url()]
    pages += [said.document.get_absolute_url(), "/coverage/", "/sitemap.xml", f"/embed/statements/{said.public_id}/"]
    lists = [f"/{of}/{file}" for of in ("chronology", "corrections") for file in FILES[: 6 if of == "chronology" else 4]]
    shelves = [f"/api/v1/{one}/" for one in SHELVES]
    own = [f"/api/v1/documents/{said.document.public_id}/", f"/api/v1/statements/{said.public_id}/"]
    return [*pages, *lists, *shelves, *own, f"/api/v1/statements/{said.public_id}/proof/", "/chronology/dossier.zip"]


def answers(said, beside):
    client = Client()
    return {one: body_of(client.get(one)) for one in addresses(said, beside)}


def body_of(answer):
    content = answer.getvalue()
    return b"".join(read_in(content)) if content[:2] == b"PK" else content


def read_in(packed):
    with zipfile.ZipFile(io.BytesIO(packed)) as pack:
        return [pack.read(name) for name in pack.namelist()]


def told_in(content):
    return [part for part in grams() if part.lower().encode() in content.lower()]


def files():
    """Whatever the archive has on disk, and a backup that is made now."""
    own = Path(settings.VAR_DIR)
    found = {path.name: path.read_bytes() for path in own.rglob("*") if path.is_file()}
    if connection.vendor == "sqlite":
        place = Path(connection.settings_dict["NAME"])
        found |= {path.name: elsewhere_read(path) for path in place.parent.glob(f"{place.name}*")}
    return found


def elsewhere_read(path):
    """By another process: whoever closes a file of SQLite's gives up all locks that his own process has on it, and the next process that
    closes the database takes away what lies beside it, under the connections that are still open here."""
    return subprocess.run(["cat", path], capture_output=True, check=True).stdout


@pytest.fixture
def site(monkeypatch):
    """Answers the program for readers as a server would."""
    monkeypatch.setattr(verifier, "ask", lambda _site, path: Client().get(path).content)
    return "http://testserver"


def test_words_are_nowhere_afterwards_and_all_else_is_proved(tmp_path, site):
    said, beside = make_scene()
    by, before = superuser(), checkpoints.make()
    make.make_document(f"Quite another paper wrote that {WORDS.casefold()} and more.", outlet=make.make_outlet(text_policy="full"))
    dossier = tmp_path / "dossier.zip"
    dossier.write_bytes(Client().get("/chronology/dossier.zip").getvalue())
    shown = answers(said, beside)
    assert sum(bool(told_in(one)) for one in shown.values()) > 8
    also = {one.name for one in planned(target_of(said)).elsewhere}

    call_command("redact", said.public_id, reason=WHY, by=by.username, also=also, stdout=io.StringIO())

    assert holding() == []
    back_up(tmp_path / "new.backup")
    found = files() | answers(said, beside) | dict(enumerate(read_in((tmp_path / "new.backup").read_bytes())))
    assert {name: told for name, one in found.items() if (told := told_in(one))} == {}
    assert [str(one) for one in faults()] == []
    told_of_it(said, beside)
    assert proved(dossier, before.key) == 0
    assert list(verifier.check_site(before.note, site, [before.key], True)) == []


def told_of_it(said, beside):
    client = Client()
    gone, page = client.get(said.get_absolute_url()), client.get(said.document.get_absolute_url()).content.decode()
    assert (gone.status_code, WHY in gone.content.decode()) == (410, True)
    assert "blocks stand for words that the law had taken out" in page
    assert OTHER in page
    for one in ("/corrections/", "/corrections/feed.atom", "/api/v1/corrections/"):
        assert WHY in client.get(one).content.decode(), one
    own = client.get(f"/api/v1/documents/{said.document.public_id}/").json()
    assert [(one["reason"], one["places"]) for one in own["redactions"]] == [(WHY, [[said.start, said.end]])]
    kept = client.get(f"/api/v1/statements/{beside.public_id}/").json()["selector"][1]
    assert Document.objects.get(pk=said.document_id).text[kept["start"] : kept["end"]] == OTHER


def proved(dossier, key):
    return subprocess.run([sys.executable, verifier.__file__, str(dossier), "--key", key], check=False).returncode


def test_killed_in_the_middle_nothing_was_done():
    said, _ = make_scene()
    by = superuser()
    also = {one.name for one in planned(target_of(said)).elsewhere}

    def killed():
        door._expect_nothing_left = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
        redact(target_of(said), by=by, reason=WHY, also=also)

    assert os.waitpid(forked(killed), 0)[1] == signal.SIGKILL
    said = Statement.objects.get(pk=said.pk)
    assert (said.status, said.text, Redaction.objects.count()) == ("public", WORDS, 0)
    assert said.document.text[said.start : said.end] == WORDS
    triggers_stand(said)

    redact(target_of(said), by=by, reason=WHY, also=also)

    assert holding() == []
    triggers_stand(said)


def triggers_stand(said):
    for column, value in (("text", "Other words."), ("raw", b"Other words.")):
        with pytest.raises(DatabaseError, match="archive_document is unchangeable"), transaction.atomic():
            Document.objects.filter(pk=said.document_id).update(**{column: value})
