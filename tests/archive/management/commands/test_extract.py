"""`manage.py extract`: one line a file, and a clear line for a file that can't be read."""

import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from archive.reading.plain import CHOOSE

TEXT = "Ministers meet in the north\n17 May 2023\n\nPeter Marsh said on Monday that the vote was fair.\n"


def test_readable_files_are_printed_beside_an_unreadable_one(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text(TEXT)
    bad.write_bytes(b"a\xff")
    out, err = io.StringIO(), io.StringIO()

    with pytest.raises(SystemExit) as stopped:
        call_command("extract", str(bad), str(good), "--json", stdout=out, stderr=err)

    assert stopped.value.code == 1
    assert json.loads(out.getvalue())["statements"][0]["text"] == "the vote was fair"
    assert err.getvalue() == f"{bad}: The file is not UTF-8 text: byte 1 can't be read. {CHOOSE}\n"


def test_text_in_an_old_encoding_is_read_as_told(tmp_path: Path) -> None:
    file = tmp_path / "old.txt"
    file.write_bytes("Мост откроют весной, сказал мэр Иван Лось.".encode("cp866"))
    out = io.StringIO()

    call_command("extract", str(file), "--encoding", "cp866", "--json", stdout=out)

    assert json.loads(out.getvalue())["statements"][0]["speakers"][0]["name"] == "Иван Лось"


def test_summary_names_speaker_and_date(tmp_path: Path) -> None:
    file = tmp_path / "good.txt"
    file.write_text(TEXT)
    out = io.StringIO()

    call_command("extract", str(file), stdout=out)

    assert "indirect, Peter Marsh, 2023-05-15 (date beside the words)" in out.getvalue()


@pytest.mark.parametrize("published", ["soon", "../2023", "2023/.."])
def test_published_that_is_no_date_is_refused(published: str, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="--published"):
        call_command("extract", str(tmp_path / "any.txt"), "--published", published)
