"""`manage.py rule_census`: folders and rows in, counts out, and a clear line for what can't be read."""

import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from archive.reading.plain import CHOOSE

pytestmark = pytest.mark.once

WORDS = "Rents rose in 1999. Peter Marsh said on Monday that the vote was fair."
TEXT = f"Ministers meet in the north\n17 May 2023\n\nThe mill stood by the river.\n\n{WORDS}\n"
PAGE = """<html><head><title>Rents</title></head><body><h1>Rents</h1>
<p>The mill stood by the river.</p><p>The rents of the town fell in the 1990s and rose again.</p></body></html>"""
ROWS = {"rows": [{"id": "row-1", "text": "Exports rose in Q3 2022.", "reference": "17 May 2023, 15:44", "expect": {}}, {"html": "<p>"}]}


def census(*paths: Path, **options: bool) -> str:
    out = io.StringIO()
    call_command("rule_census", *map(str, paths), stdout=out, stderr=io.StringIO(), **options)
    return out.getvalue()


def test_folder_and_rows_are_counted(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "a.txt").write_text(TEXT)
    (tmp_path / "page.html").write_text(PAGE)
    (tmp_path / "rows.json").write_text(json.dumps(ROWS))
    (tmp_path / "a.json").write_text('{"annotated": []}')

    told = json.loads(census(tmp_path, json=True))

    counts = {(row["question"], row["rule"]): row for row in told["rules"]}
    assert told["texts"] == 3
    assert counts["which date is it, in English", "century"] == {
        "question": "which date is it, in English", "rule": "century", "times": 0, "texts": 0,
    }  # fmt: skip
    assert [counts["which date is it, in English", name]["texts"] for name in ("weekday", "decade", "quarter")] == [1, 1, 1]
    assert counts["which date is it, in English", "weekday"]["languages"].keys() == {"en"}
    assert counts["how are the words reported", "clause after that"]["times"] == 1
    assert {"question": "which date is it, in English", "rule": "century"} in told["unneeded"]
    assert {
        "question": "which date is it, in English", "rule": "quarter", "file": f"{tmp_path / 'rows.json'}, row-1",
        "start": 0, "end": 24, "text": "Exports rose in Q3 2022.",
    } in told["needed_once"]  # fmt: skip


def test_lists_are_printed_to_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)

    lines = census(tmp_path / "a.txt").splitlines()

    assert "        1  in     1 texts  clause after that" in lines
    assert "        0  in     0 texts  century" in lines
    assert "  which date is it, in English: century" in lines
    once = lines.index("  which date is it, in English: weekday")
    assert lines[once + 1] == f"      {tmp_path / 'a.txt'} [91:141] Peter Marsh said on Monday that the vote was fair."
    assert lines[-1].startswith("1 texts, ")


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        (None, "", "no text, page or file of rows in this folder"),
        ("rows.json", "{", "broken JSON"),
        ("rows.json", "[]", 'no rows with a "text" in it'),
        ("rows.json", '{"annotated": []}', 'no rows with a "text" in it'),
    ],
)
def test_bad_input_is_refused_in_a_line(name: str | None, content: str, sentence: str, tmp_path: Path) -> None:
    if name:
        (tmp_path / name).write_text(content)

    with pytest.raises(CommandError, match=sentence):
        census(tmp_path / name if name else tmp_path)


def test_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="there is no such file or folder"):
        census(tmp_path / "none")


def test_unreadable_file_is_told_of_and_the_others_are_counted(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"a\xff")
    (tmp_path / "good.txt").write_text(TEXT)
    out, err = io.StringIO(), io.StringIO()

    with pytest.raises(SystemExit) as stopped:
        call_command("rule_census", str(tmp_path), json=True, stdout=out, stderr=err)

    assert stopped.value.code == 1
    assert err.getvalue() == f"{tmp_path / 'bad.txt'}: The file is not UTF-8 text: byte 1 can't be read. {CHOOSE}\n"
    assert json.loads(out.getvalue())["texts"] == 1
