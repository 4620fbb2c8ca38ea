"""`read_folder` lists what it is there to list."""

from pathlib import Path

from archive.extraction.text.faults import attempt
from tests.archive.extraction.reading_log import faults_of_reading
from tests.benchmarks import read_folder


def test_a_folder_is_read_and_its_refused_files_are_counted(tmp_path: Path, capsys):
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "a.txt").write_text("“The bridge will open in May,” said Anna Hill.\n", "utf-8")
    (tmp_path / "b.txt").write_bytes(b"\x00\x01 no text")

    assert read_folder.main([tmp_path]) == 0
    printed = capsys.readouterr().out
    assert "2 files, 1 texts, of which 0 are listed above" in printed
    assert "1 refused: The file has a NUL character" in printed


def test_what_a_rule_logs_is_kept(reading_faults):
    with faults_of_reading() as lines:
        attempt("A date", lambda: int("May"), None)

    assert len(lines) == 1
    assert lines[0].startswith("A date could not be read")
    assert read_folder.Found(1.0, 0.1, lines, []).faults == [f"raised: {lines[0]}"]
    reading_faults.clear()


def test_what_does_not_hold_and_what_is_slow_is_a_fault():
    assert read_folder.Found(1.0, 0.1, [], []).faults == []
    assert [fault.split(":")[0] for fault in read_folder.Found(11.0, 0.1, [], ["it counts"]).faults] == ["does not hold", "slow"]
