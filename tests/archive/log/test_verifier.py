"""The program for readers: its Ed25519 against that of cryptography, and an honest dossier that is forged in whatever way came to mind."""

import copy
import hashlib
import json
import threading
import zipfile
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.error import HTTPError

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.test import Client

from archive import edtf, publication
from archive.log import checkpoints, merkle, notes, verifier
from archive.models import Speaker
from tests import factories as make

pytestmark = [pytest.mark.once, pytest.mark.django_db]
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = KEY.public_key().public_bytes_raw()


def test_signature_is_known_from_a_changed_one():
    for length in range(4):
        text = b"x" * length
        signature = KEY.sign(text)
        assert verifier.is_signed(PUBLIC, text, signature)
        assert not verifier.is_signed(PUBLIC, text + b"y", signature)
        for place in (0, 31, 32, 63):
            wrong = signature[:place] + bytes([signature[place] ^ 1]) + signature[place + 1 :]
            assert not verifier.is_signed(PUBLIC, text, wrong)


def test_what_a_checkpoint_says_besides_is_told(capsys):
    head = notes.Head("o", 0, hashlib.sha256().digest())
    note = notes.checkpoint(head, KEY, ["The log was begun anew."])

    assert verifier.checkpoint(note, [notes.named_key("o", PUBLIC)])["size"] == 0
    assert capsys.readouterr().out == "Said in the checkpoint of 0 entries: The log was begun anew.\n"


@pytest.mark.parametrize("key", [b"", b"\xff" * 32, (2).to_bytes(32, "little"), bytes(31) + b"\x80"])
def test_key_that_is_no_point_signs_nothing(key):
    assert not verifier.is_signed(key, b"", KEY.sign(b""))


def test_number_beyond_the_order_is_refused():
    """Or one signature could be written in two ways."""
    signature = KEY.sign(b"text")
    beyond = int.from_bytes(signature[32:], "little") + verifier.ORDER

    assert not verifier.is_signed(PUBLIC, b"text", signature[:32] + beyond.to_bytes(32, "little"))


@pytest.mark.parametrize("note", ["", "a\n1\nb\n", "words\n\nwords", "o\nx\ny\n\n— o z\n"])
def test_what_is_no_checkpoint_is_refused(note):
    with pytest.raises(verifier.WrongError):
        verifier.checkpoint(note, ["o+00000000+AQ=="])


class Busy(BaseHTTPRequestHandler):
    """Asks each for patience at first: for no time, and then for more than anybody has."""

    waits = ["0", "86400"]

    def do_GET(self):
        wait = self.waits.pop(0) if self.path == "/busy" and self.waits else ""
        self.send_response(429 if wait else 200)
        self.send_header("Retry-After", wait)
        self.end_headers()
        self.wfile.write(b"answered")

    def log_message(self, *words):
        pass


def test_site_that_asks_for_patience_is_asked_again(capsys):
    with ThreadingHTTPServer(("127.0.0.1", 0), Busy) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        site = f"http://127.0.0.1:{server.server_port}"
        try:
            with pytest.raises(HTTPError, match="429"):
                verifier.ask(site, "/busy")
            assert capsys.readouterr().err == "the site asks to wait 0 seconds\n"
            assert verifier.ask(site, "/busy") == b"answered"
        finally:
            server.shutdown()


def test_dossier_of_which_nothing_was_signed_is_told(tmp_path, capsys):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("dossier/SHA256SUMS", "")

    assert verifier.main([str(tmp_path / "a.zip")]) == 1
    assert "it holds no 'log.json': it is not whole, or was made before anything was signed" in capsys.readouterr().out


@dataclass
class Dossier:
    """An honest one, taken apart: its files, and of them the list and what it tells of the log. `key` is that of the archive."""

    files: dict[str, bytes]
    rows: list[dict]
    log: dict
    key: str

    def of(self, row):
        """The proof of a statement's last version."""
        return next(one for one in self.log["proofs"] if one["body"] and json.loads(one["body"])["id"] == row["id"])

    def put(self, name, body):
        self.files[name] = body

    def written(self, file, more=(), sums=None):
        """Put together again, with fingerprints that fit unless others are given."""
        files = {"list.ndjson": b"".join(lines(self.rows)), "log.json": json.dumps(self.log).encode()}
        files = {name: self.files[name] if self.files[name] is not None else files[name] for name in self.files}
        told = "".join(f"{hashlib.sha256(body).hexdigest()}  {name}\n" for name, body in files.items())
        files["SHA256SUMS"] = told.encode() if sums is None else sums
        with zipfile.ZipFile(file, "w") as archive:
            for name, body in [*((f"dossier/{name}", body) for name, body in files.items()), *more]:
                archive.writestr(name, body)
        return str(file)


def lines(rows):
    return (json.dumps(row).encode() + b"\n" for row in rows)


@pytest.fixture(scope="module")
def honest(made_once, tmp_path_factory):
    """Of four statements, one of them corrected, one by somebody unnamed, all with claim, day and occasion, as the site gives it away."""
    occasion = make.make_occasion()
    words = "Nobody will pay a toll.", "Trains will run at night.", "The harbour stays open."
    made = [
        make.make_public_statement(words=one, claims=["The bridge opens."], said_on=day, occasion=occasion)
        for one, day in zip(words, ("2023-05-17", "2023-05-17T10:00", "2023-05-17t10:00+0200"), strict=True)
    ]
    make.make_public_statement(words="The gulls are loud.", claims=["The bridge opens."], speakers=["a sailor"], occasion=occasion)
    publication.correct(made[0], by=make.the_chief(), changes={"locator": "p. 3"}, revision_class="correction", reason="It was missing.")
    return given_away(tmp_path_factory.mktemp("honest"), checkpoints.make().key)


def given_away(folder, key):
    place = folder / "dossier.zip"
    place.write_bytes(Client().get("/chronology/dossier.zip").getvalue())
    with zipfile.ZipFile(place) as archive:
        files = {name.split("/")[1]: archive.read(name) for name in archive.namelist()}
    rows, log = [json.loads(one) for one in files["list.ndjson"].splitlines()], json.loads(files["log.json"])
    del files["SHA256SUMS"]
    return Dossier(files | {"list.ndjson": None, "log.json": None}, rows, log, key)


@pytest.fixture
def dossier(honest):
    return copy.deepcopy(honest)


@pytest.fixture
def checked(dossier, tmp_path, capsys):
    """What the program says of it, with the key of the archive."""

    def answer(*given, more=(), sums=None):
        code = verifier.main([dossier.written(tmp_path / "dossier.zip", more, sums), *(given or ("--key", dossier.key))])
        return code, capsys.readouterr().out

    return answer


def test_dossier_that_was_put_together_again_is_honest(checked):
    code, said = checked()

    assert (code, said.splitlines()[-1]) == (0, "No fault."), said


SHOWN = {
    "text": lambda row: row.update(text="I never said that."),
    "selector": lambda row: row["selector"][0].update(exact="I never said that."),
    "start": lambda row: row["selector"][1].update(start=row["selector"][1]["start"] + 1),
    "end": lambda row: row["selector"][1].update(end=row["selector"][1]["end"] + 1),
    "kind": lambda row: row.update(kind="indirect" if row["kind"] == "direct" else "direct"),
    "force": lambda row: row.update(force="denied"),
    "language": lambda row: row.update(language="fr"),
    "said_on": lambda row: row["said_on"].update(edtf="1999-01-01"),
    "said_words": lambda row: row.update(said_words="long ago"),
    "said_rule": lambda row: row.update(said_rule="guessed"),
    "locator": lambda row: row.update(locator="p. 4"),
    "translation_of": lambda row: row.update(translation_of="another"),
    "speakers": lambda row: row["speakers"][0].update(slug="somebody-else"),
    "a speaker's name Somebody Else": lambda row: row["speakers"][0].update(name="Somebody Else"),
    "a speaker's role Minister": lambda row: row["speakers"][0].update(role="Minister"),
    "document": lambda row: row["document"].update(id="another"),
    "document_sha256": lambda row: row["document"].update(sha256="0" * 64),
    "occasion": lambda row: row["occasion"].update(id="another"),
    "occurrences": lambda row: row["occurrences"][0].update(stance="denies"),
    "version": lambda row: row.update(version=7),
    "revisions": lambda row: row["revisions"][0].update(reason="It was a lie."),
    "sha256": lambda row: row["revisions"][-1].update(sha256="0" * 64),
}


@pytest.mark.parametrize("part", SHOWN)
def test_list_that_shows_something_else_than_was_entered_is_told(dossier, checked, part):
    row = dossier.rows[0]
    SHOWN[part](row)

    code, said = checked()

    told = next(line for line in said.splitlines() if line.startswith(f"statement {row['id']} in list.ndjson is not as it was entered: "))
    assert (code, part in told.partition("entered: ")[2]) == (1, True), said


def test_how_a_text_names_a_speaker_is_told_where_it_is_not_the_name_that_was_entered(dossier, checked):
    dossier.rows[0]["speakers"][0]["printed"] = "the minister"

    assert "is not proved: the minister\n" in checked()[1]


def test_speaker_who_was_corrected_since_the_last_checkpoint_is_not_proved_and_accuses_no_statement(honest, tmp_path, capsys):
    speaker = Speaker.objects.get(slug=honest.rows[0]["speakers"][0]["slug"])
    publication.correct(
        speaker, by=make.the_chief(), changes={"name": "Anna Renamed"}, revision_class="correction", reason="It was misread."
    )
    file = given_away(tmp_path, honest.key).written(tmp_path / "again.zip")

    code, said = verifier.main([file, "--key", honest.key]), capsys.readouterr().out

    assert (code, "not as it was entered" in said) == (1, False), said
    assert f"1 speaker not proven yet, not being signed when this was made: {speaker.slug}\n" in said
    assert f"statement {honest.rows[0]['id']} in list.ndjson: the name of its speaker is not proved: Anna Renamed\n" in said


@pytest.mark.parametrize(
    "day", ["", " 2023-05-17 ", "199x~", "2019/..", "2023-05-17t10:00z", "2023-05-17T10:00:07-04", "2023-05-17T10:00+0530"]
)
def test_day_is_read_as_the_list_writes_it(day):
    assert verifier.as_listed(day) == (edtf.parse(day).text if day else "")


def words_that_were_never_signed(dossier):
    """Entry, proof and list agree, and no path leads to what was signed."""
    row, proof = dossier.rows[0], dossier.of(dossier.rows[0])
    row["text"] = row["selector"][0]["exact"] = "I never said that."
    proof["body"] = json.dumps(json.loads(proof["body"]) | {"text": row["text"]})
    entry = json.loads(proof["entry"]) | {"hash": hashlib.sha256(bytes.fromhex(proof["salt"]) + proof["body"].encode()).hexdigest()}
    proof["entry"] = json.dumps(entry)
    return proof


def unsigned(dossier):
    words_that_were_never_signed(dossier)["path"] = None
    return "1 statement not proven yet, not being signed when this was made"


def with_the_path_of_the_honest_one(dossier):
    words_that_were_never_signed(dossier)
    return "its entry does not stand in the log that was signed"


def with_other_words_in_the_proof_alone(dossier):
    proof = dossier.of(dossier.rows[0])
    proof["body"] = json.dumps(json.loads(proof["body"]) | {"text": "I never said that."})
    return "what is shown is not what was entered"


def invented(dossier):
    dossier.rows.append(dossier.rows[0] | {"id": "another"})
    return "statement another in list.ndjson: there is no proof of it"


def twice(dossier):
    dossier.rows.append(dossier.rows[0])
    return "stands twice in list.ndjson"


def left_out(dossier):
    del dossier.rows[0]
    return "is in log.json, and not in list.ndjson"


def emptied(dossier):
    dossier.rows.clear()
    dossier.log["proofs"].clear()
    return "list.ndjson is empty: nothing is proved"


def without_an_earlier_version(dossier):
    row = next(one for one in dossier.rows if one["version"] == 2)
    dossier.log["proofs"].remove(next(one for one in dossier.log["proofs"] if row["id"] in one["entry"]))
    del row["revisions"][0]
    return "these are not all of its versions, from the first on"


def of_corrections(dossier):
    dossier.rows.append({"type": "statement", "id": "another", "reason": "It was a lie."})
    return "list.ndjson is of corrections"


def with_one_name_twice(dossier):
    dossier.put("list.ndjson", b"".join(lines(dossier.rows)).replace(b'"text":', b'"text": "I never said that.", "text":', 1))
    return "a name stands twice in one object"


def under_the_key_of_the_forger(dossier):
    """All of it may be invented then: here one statement, in a log of one entry."""
    row, proof = dossier.rows[0], words_that_were_never_signed(dossier)
    origin = dossier.key.split("+", maxsplit=1)[0]
    head = notes.Head(origin, 1, merkle.leaf_hash(proof["entry"].encode()))
    dossier.log.update(checkpoint=notes.checkpoint(head, KEY), key=notes.named_key(origin, PUBLIC), proofs=[proof | {"path": []}])
    dossier.rows[:] = [row]
    return "its signature is of none of these keys"


def of_wrong_types(dossier):
    dossier.log["proofs"][0]["entry"] = 7
    return "it is not written as an archive writes"


def of_deep_nesting(dossier):
    dossier.put("log.json", b"[" * 200_000)
    return "it is not written as an archive writes: RecursionError"


FORGERIES = [
    unsigned, with_the_path_of_the_honest_one, with_other_words_in_the_proof_alone, invented, twice, left_out, emptied,
    without_an_earlier_version, of_corrections, with_one_name_twice, under_the_key_of_the_forger, of_wrong_types, of_deep_nesting,
]  # fmt: skip


@pytest.mark.parametrize("forge", FORGERIES, ids=lambda forge: forge.__name__)
def test_forged_dossier_is_told(dossier, checked, forge):
    expected = forge(dossier)

    code, said = checked()

    assert (code, expected in said) == (1, True), said


def test_other_files_are_said_to_be_not_proved(dossier, checked):
    dossier.put("dossier.html", b"<p>I never said that.")

    assert "Not proved: what else stands there (titles, outlets, the words around), and other files: dossier.html" in checked()[1]


@pytest.mark.parametrize("name", ["dossier/x/list.ndjson", "list.ndjson", "dossier/more.html", "dossier/LIST.ndjson", "dossier/a\x1b[2Jb"])
def test_file_that_no_dossier_has_is_told(checked, name):
    code, said = checked(more=[(name, b"")])

    assert (code, "no dossier has these files" in said, "\x1b" in said) == (1, True, False)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_file_that_stands_there_twice_is_told(checked):
    assert checked(more=[("dossier/list.ndjson", b"")])[0] == 1


@pytest.mark.parametrize(("sums", "told"), [(b"", "dossier.html is not as"), (b"0  gone.html\n", "gone.html is not as SHA256SUMS tells")])
def test_fingerprints_of_other_files_are_told(checked, sums, told):
    code, said = checked(sums=sums)

    assert (code, told in said) == (1, True)


def test_key_of_a_dossier_is_told_where_none_was_given(dossier, checked):
    assert "No --key was given" not in checked()[1]
    under_the_key_of_the_forger(dossier)
    assert f"No --key was given. What follows holds only if this is the archive's own key: {dossier.log['key']}" in checked("--show")[1]


def test_any_of_several_keys_will_do(dossier, checked):
    other = notes.named_key("elsewhere.example/data/log", PUBLIC)

    assert checked("--key", other, "--key", dossier.key)[0] == 0
    assert checked("--key", other)[0] == 1


def test_proved_words_are_shown(dossier, checked):
    said = checked("--key", dossier.key, "--show")[1]

    assert all(f"    text: {row['text']}\n" in said for row in dossier.rows)


def test_bomb_is_not_unpacked(dossier, checked, monkeypatch):
    monkeypatch.setattr(verifier, "MOST", 1000)

    assert "it is larger than any dossier" in checked()[1]


def test_any_flipped_byte_is_told_without_a_traceback(dossier, tmp_path, capsys):
    whole = bytearray(Path(dossier.written(tmp_path / "whole.zip")).read_bytes())
    file = tmp_path / "flipped.zip"
    for place in range(40, len(whole), len(whole) // 60):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert verifier.main([str(file), "--key", dossier.key]) in (0, 1)


def test_short_salt_proves_nothing():
    """With it the words of a hash could be chosen until they fit."""
    body, entry = json.dumps({"type": "statement", "id": "a"}), {"type": "statement", "object": "a", "version": 1, "index": 0}
    for length, fits in ((16, True), (15, False), (0, False)):
        written = json.dumps(entry | {"hash": hashlib.sha256(bytes(length) + body.encode()).hexdigest()})
        said = {"size": 1, "root": verifier.leaf_hash(written.encode())}
        proof = {"entry": written, "path": [], "salt": bytes(length).hex(), "body": body}
        assert (list(verifier.check_proofs([proof], said, {})) == []) is fits


@pytest.fixture
def proof(dossier, tmp_path):
    """That of one statement, as the API answers it, in a file."""
    row = dossier.rows[0]
    proofs = [one for one in dossier.log["proofs"] if row["id"] in one["entry"]]
    return {"id": row["id"], **dossier.log, "proofs": proofs}


def of_another(proof):
    proof["id"] = "another"
    return "nothing is proved of statement another"


def of_nothing(proof):
    proof["proofs"].clear()
    return "nothing is proved of statement"


def before_anything_was_signed(proof):
    proof.update(checkpoint=None, key=None)
    return "nothing was signed yet when this was made"


def with_other_words(proof):
    proof["proofs"][-1]["body"] = proof["proofs"][-1]["body"].replace("toll", "tax").replace("night", "noon").replace("open", "shut")
    return "what is shown is not what was entered"


@pytest.mark.parametrize("forge", [of_another, of_nothing, before_anything_was_signed, with_other_words], ids=lambda forge: forge.__name__)
def test_forged_proof_is_told(dossier, proof, tmp_path, capsys, forge):
    file = tmp_path / "proof.json"
    file.write_text(json.dumps(proof))
    assert verifier.main([str(file), "--key", dossier.key]) == 0
    expected = forge(proof)
    file.write_text(json.dumps(proof))

    assert verifier.main([str(file), "--key", dossier.key]) == 1
    assert expected in capsys.readouterr().out


def test_what_is_no_file_of_an_archive_is_told(tmp_path, capsys):
    (tmp_path / "a.json").write_text("words")

    assert verifier.main([str(tmp_path / "a.json")]) == 1
    assert verifier.main([str(tmp_path / "gone")]) == 1
    assert "No fault" not in capsys.readouterr().out
