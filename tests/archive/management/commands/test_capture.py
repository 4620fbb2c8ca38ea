"""`capture` says in one line what became of each file, and goes on after a refusal."""

import io
import os

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from archive import reading
from archive.extraction import read_head
from archive.models import Document, Event, Outlet
from archive.reading import read_plain
from tests import factories as make

pytestmark = pytest.mark.django_db
TEXT = "VALMERE, 17 May (Coastal News) - The bridge over the Veyra will be opened in spring, Anna Kovaleva said."


def run(*arguments: object, **given) -> list[str]:
    """The lines that the command prints, also where it ends with an error."""
    out = io.StringIO()
    try:
        call_command("capture", *map(str, arguments), stdout=out, **given)
    except CommandError as error:
        return [*out.getvalue().splitlines(), f"{error.returncode}: {error}"]
    return out.getvalue().splitlines()


@pytest.fixture
def file(tmp_path):
    file = tmp_path / "bridge.txt"
    file.write_text(TEXT)
    return file


def test_encoding_of_old_texts_is_given_where_it_is_asked_for(tmp_path):
    (tmp_path / "no.txt").write_bytes("Нет, сказал он.".encode("cp1251"))

    asked = run(tmp_path)
    taken = run(tmp_path, "--encoding", "cp1251")

    assert "Choose the encoding that it is written in (the command has --encoding for it)" in asked[0]
    assert (taken[0].split()[0], Document.objects.get().text) == ("captured", "Нет, сказал он.")


PAGE = """<!doctype html><html lang="en"><head><meta charset="windows-1252"><title>Bridge over the Veyra | Coastal News</title>
<meta property="og:site_name" content="Coastal News"><link rel="canonical" href="https://coastal.example/2023/05/17/bridge">
<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2023-05-17T09:30:00+02:00"}</script></head>
<body><nav>Home</nav><article><h1>Bridge over the Veyra</h1>
<p>“The bridge over the Veyra will be opened to trains in spring,” Anna Kovaleva said at a press conference in Valmere.</p>
<p>It was closed for two years after the flood, and the town has waited for it longer than for anything else.</p></article></body></html>"""


def test_web_page_is_captured_with_what_it_says_of_itself(tmp_path):
    outlet = make.make_outlet("Coastal News")
    file = tmp_path / "bridge.html"
    file.write_bytes(PAGE.encode("cp1252"))

    lines = run(file)

    document = Document.objects.get()
    assert lines == [f"captured {document.public_id}: {file}, Coastal News"]
    assert document.text.splitlines()[0] == "Bridge over the Veyra"
    assert "Home" not in document.text
    assert (document.title, document.outlet, document.article.url) == (
        "Bridge over the Veyra", outlet, "https://coastal.example/2023/05/17/bridge",
    )  # fmt: skip
    assert (document.published, document.zone, document.zone_source) == ("2023-05-17T09:30:00+02:00", "+02:00", "stated")
    assert (document.form, document.encoding, document.encoding_source) == ("html", "cp1252", "meta")
    assert bytes(document.raw) == PAGE.encode("cp1252")


def test_file_is_captured(file):
    make.make_outlet("Coastal News")

    lines = run(file)

    document = Document.objects.get()
    assert lines == [f"captured {document.public_id}: {file}, Coastal News"]
    assert (document.text, document.file_name, document.captured_by) == (TEXT, "bridge.txt", None)


def test_file_again_is_already_here_and_no_error(file):
    make.make_outlet("Coastal News")
    run(file)

    assert run(file) == [f"already here {Document.objects.get().public_id}: {file}"]


def test_outlet_in_the_text_that_is_unknown_is_told_what_to_do(file):
    (line,) = run(file)

    assert line.endswith(f"{file}, no outlet. Its text names “Coastal News”: enter that under Outlets, then choose it for the article")


def test_text_without_an_outlet_is_told_what_to_do(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("Rain fell on the harbour.")

    assert run(file)[0].endswith("no outlet. Its text names no outlet: choose one for the article before you publish")


def test_new_outlet_is_entered_once_and_said_so(file, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("Rain fell on the harbour.")

    lines = run(file, other, "--outlet", "Gazette")

    one, two = Document.objects.order_by("pk")
    assert lines == [
        (
            f"captured {one.public_id}: {file}, Gazette. Gazette was entered: set its time zone under Outlets before capturing more;"
            " put this document's own right under Documents"
        ),
        f"captured {two.public_id}: {other}, Gazette",
    ]
    assert Outlet.objects.get().name == "Gazette"


def test_wire_copy_is_marked(file):
    run(file, "--outlet", "Coastal News")
    original = Document.objects.get()

    (line,) = run(file, "--outlet", "Gazette")

    assert f"Gazette, wire copy of {original.public_id}. Gazette was entered" in line


def test_refused_file_does_not_stop_the_others(file, tmp_path):
    broken, large, empty, missing = (tmp_path / name for name in ("broken.txt", "large.txt", "empty.txt", "missing.txt"))
    broken.write_bytes(b"\xff\xfe")
    large.write_bytes(b"a" * (2 * 1024 * 1024 + 1))
    empty.touch()
    folder = tmp_path / "folder"
    folder.mkdir()

    lines = run(broken, large, file, empty, missing, folder)

    document = Document.objects.get()
    assert [line.split(":")[0] for line in lines] == [
        f"refused {broken}", f"refused {large}", f"captured {document.public_id}", f"refused {empty}", f"refused {missing}",
        f"refused {folder}", "1",
    ]  # fmt: skip
    assert lines[1].endswith("The file has 2.1 MB; a document has at most 2 MB.")
    assert lines[4].endswith("The file can't be read: No such file or directory.")
    assert lines[5].endswith("There is no file in this folder that can be captured.")
    assert lines[6] == "1: 5 of 6 refused; the others are in the archive."


def test_outlet_of_a_refused_file_is_not_entered(tmp_path):
    file = tmp_path / "empty.txt"
    file.touch()

    run(file, "--outlet", "Gazette")

    assert not Outlet.objects.exists()
    assert not Event.objects.exists()


def test_date_stands_where_the_text_has_none(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("Rain fell on the harbour.")

    run(file, "--published", "2019-05")

    assert Document.objects.get().published == "2019-05"


def test_date_that_is_none_is_refused_before_anything_is_done(file):
    (line,) = run(file, "--published", "yesterday")

    assert line.startswith("1: --published: YESTERDAY is no date")
    assert not Document.objects.exists()


def test_file_name_that_is_no_text_is_shown_and_kept_in_letters(tmp_path):
    file = tmp_path / os.fsdecode(b"caf\xe9.txt")
    file.write_text(TEXT)

    (line,) = run(file)

    assert "caf\ufffd.txt" in line
    assert Document.objects.get().file_name == "caf\ufffd.txt"


def test_no_progress_bar_where_nobody_looks(file, capsys):
    call_command("capture", str(file), str(file))

    assert capsys.readouterr().err == ""


def test_subtitles_keep_their_time_codes(tmp_path):
    file = tmp_path / "talks.srt"
    file.write_text("1\n00:00:01,000 --> 00:00:03,000\nThe bridge over the Veyra opens\n\n2\n00:01:02,000 --> 00:01:04,000\nin spring.\n")

    run(file)

    document = Document.objects.get()
    assert (document.text, document.form) == ("The bridge over the Veyra opens\nin spring.", "subtitles")
    assert document.locators == [[0, 31, "00:00:01"], [32, 42, "00:01:02"]]


def test_folder_is_captured_in_the_order_of_its_names_without_what_is_hidden_or_no_document(tmp_path):
    for name in ("b.txt", "a/2.txt", "a/1.TXT", ".hidden/c.txt", ".d.txt", "e.png", "a/f"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"The text of {name}.")

    lines = run(tmp_path)

    assert [line.split(": ")[1].split(",")[0] for line in lines] == [str(tmp_path / name) for name in ("a/1.TXT", "a/2.txt", "b.txt")]
    assert [line.split()[:2] for line in run(tmp_path)] == [["already", "here"]] * 3


# Faults of ours


def failing(text, *_, **known):
    if ("tolls" if isinstance(text, str) else b"tolls") in text:
        raise ZeroDivisionError
    return read_head(text, **known) if isinstance(text, str) else read_plain(text)


@pytest.mark.parametrize("fails", ["head", "file"])
def test_fault_at_one_file_does_not_stop_the_others(tmp_path, monkeypatch, caplog, fails):
    for name, words in (("a.txt", "The bridge opens."), ("b.txt", "The tolls rise."), ("c.txt", "The ferry stops.")):
        (tmp_path / name).write_text(words)
    if fails == "file":
        monkeypatch.setattr(reading, "read_plain", failing)

    lines = run(tmp_path, reader=failing if fails == "head" else read_head)

    assert [line.split()[0] for line in lines] == ["captured", "refused", "captured", "1:"]
    assert lines[1].endswith("An error that nobody foresaw (ZeroDivisionError) stopped this one. Tell who runs the site: its log has more.")
    assert lines[3] == "1: 1 of 3 refused; the others are in the archive."
    assert "Traceback" in caplog.text
    monkeypatch.undo()
    assert [line.split()[0] for line in run(tmp_path)] == ["already", "captured", "already"]


def test_database_that_is_gone_ends_the_run_with_what_to_do(tmp_path):
    def gone(text, **known):
        raise OperationalError("database or disk is full\nDETAIL: no space")

    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"The text of {name}.")

    assert run(tmp_path, reader=gone) == [
        "1: The database failed: database or disk is full. What is told above is kept. Run the same command again: it goes on from there."
    ]
