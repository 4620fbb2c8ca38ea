"""The share of branches that tests take is held room by room."""

import json
import subprocess
import sys

import pytest

from tests.checks import branches, taken

MEASURED = {
    "archive/edtf/value.py": {"summary": {"covered_branches": 8, "missing_branches": 0}},
    "archive/edtf/grammar.py": {"summary": {"covered_branches": 4, "missing_branches": 4}},
    "archive/edtf_other.py": {"summary": {"covered_branches": 0, "missing_branches": 4}},
}


def test_share_of_a_room():
    assert branches.shares(MEASURED, ["archive/edtf", "archive/nothing"]) == {"archive/edtf": 75.0}


def test_room_that_is_gone_is_told():
    assert branches.complaints({}, {"archive/nothing": 90.0}) == [
        "archive/nothing has no code that was measured: take its line out of branches.txt"
    ]


@pytest.mark.parametrize(("least", "samples", "code"), [(75.0, ".", 0), (75.1, ".", 1), (75.1, "nowhere", 0)])
def test_share_that_fell_ends_the_run_where_the_samples_are(monkeypatch, tmp_path, capsys, least, samples, code):
    (tmp_path / "1.json").write_text(json.dumps({"files": MEASURED}))
    monkeypatch.setattr(branches, "least_shares", lambda: {"archive/edtf": least})

    assert branches.main(str(tmp_path), tmp_path / samples) == code
    assert "75.0 % of the branches of archive/edtf" in capsys.readouterr().out


@pytest.mark.parametrize(("keys", "shares"), [("T", 50.0), ("TF", 100.0), ("", 0.0)])
def test_branches_that_several_processes_took_are_put_together(monkeypatch, tmp_path, keys, shares):
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "door.py").write_text("def opens(key):\n    if key == 'T':\n        return 1\n    return 2\n")
    monkeypatch.setenv(taken.FOLDER, str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", str(branches.HERE.parents[2]))
    for key in keys or "-":
        used = f"from house import door; door.opens({key!r})" if keys else ""
        process = f"from tests.checks import taken; marked = taken.begin(['house']); {used}\ntaken.leave(marked)"
        subprocess.run([sys.executable, "-c", process], cwd=tmp_path, check=True)

    assert branches.shares(taken.of_all(tmp_path), ["house"]) == {"house": shares}


def test_nothing_is_counted_that_nobody_asked_for(monkeypatch):
    monkeypatch.delenv(taken.FOLDER, raising=False)
    before = list(sys.meta_path)

    assert taken.begin() is None
    assert sys.meta_path == before


def test_every_room_that_is_held_exists():
    assert [room for room in branches.least_shares() if not (branches.HERE.parents[2] / room).exists()] == []


@pytest.mark.parametrize("room", ["edtf", "extraction", "matching", "reading", "fetching", "evaluation"])
def test_rooms_without_django_are_held_to_ninety_five_percent(room):
    assert branches.least_shares()[f"archive/{room}"] >= 95
