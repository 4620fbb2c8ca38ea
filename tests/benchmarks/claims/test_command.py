"""`python -m tests.benchmarks.claims` on a slice of the files, and on sets of others."""

import gzip
import json

import pytest

from tests.benchmarks.claims import other_sets
from tests.benchmarks.claims.__main__ import main
from tests.benchmarks.claims.methods import METHODS

OLD = {"id": "old", "text": "Every lighthouse on the coast of Morrin shall be lit again by the autumn."}
REPEAT = {"id": "repeat", "text": "By the autumn every lighthouse on the coast of Morrin shall be lit again.", "same": ["old"]}
NEW = {"id": "new", "text": "The price of salt has doubled at the market of Tarn.", "same": []}


@pytest.fixture
def folder(tmp_path):
    written(tmp_path / "coast_queries.ndjson", REPEAT, NEW)
    (tmp_path / "coast_corpus.ndjson.gz").write_bytes(gzip.compress((json.dumps(OLD) + "\n").encode()))
    return tmp_path


def written(file, *rows):
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return file


def test_tables_are_printed(capsys):
    main(["--language", "uk"])

    printed = capsys.readouterr().out
    titles = [line for line in printed.splitlines() if line.startswith("#")]
    assert titles == ["### Texts", "### Agreement", "### Retrieval (held)", "### Decisions", "### Reliability"]
    assert {line.split(" | ")[1] for line in printed.splitlines() if line.startswith("| uk | ") and line.count("|") > 10} == {*METHODS} - {
        "vectors"  # reads English alone
    }


def test_other_sets_are_told_beside_the_own(capsys, folder, tmp_path):
    old, new = written(tmp_path / "old.ndjson", OLD), written(tmp_path / "new.ndjson", REPEAT, NEW)

    main(["--part", "all", "--language", "uk", "--method", "MinHash", "--also", str(folder), "--old", str(old), "--new", str(new)])

    printed = capsys.readouterr().out
    assert "### Retrieval (fit and held)" in printed
    assert "### Decisions" not in printed
    assert "| coast | MinHash | 1 of 1 | 1 | 1.000 |" in printed
    assert "Called the same as one of 1 older statements: 1 of 2." in printed
    assert OLD["text"] in printed


def test_queries_are_taken_evenly(tmp_path):
    written(tmp_path / "many_corpus.ndjson", OLD)
    written(tmp_path / "many_queries.ndjson", *({**REPEAT, "id": str(number)} for number in range(7)))

    assert "| 3 of 7 |" in other_sets.open_sets(tmp_path, 3, ["MinHash"])
    assert "| 7 of 7 |" in other_sets.open_sets(tmp_path, 300, ["MinHash"])


def test_one_age_alone_is_refused(capsys, tmp_path):
    with pytest.raises(SystemExit):
        main(["--old", str(tmp_path)])

    assert "--old and --new go together" in capsys.readouterr().err
