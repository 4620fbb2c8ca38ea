"""The share of branches that tests take is held room by room."""

import json

import pytest

from tests.checks import branches

MEASURED = {
    "archive/edtf/value.py": {"summary": {"num_branches": 8, "covered_branches": 8}},
    "archive/edtf/grammar.py": {"summary": {"num_branches": 8, "covered_branches": 4}},
    "archive/edtf_other.py": {"summary": {"num_branches": 4, "covered_branches": 0}},
}


def test_share_of_a_room():
    assert branches.shares(MEASURED, ["archive/edtf", "archive/nothing"]) == {"archive/edtf": 75.0}


def test_room_that_is_gone_is_told():
    assert branches.complaints({}, {"archive/nothing": 90.0}) == [
        "archive/nothing has no code that was measured: take its line out of branches.txt"
    ]


@pytest.mark.parametrize(("least", "samples", "code"), [(75.0, ".", 0), (75.1, ".", 1), (75.1, "nowhere", 0)])
def test_share_that_fell_ends_the_run_where_the_samples_are(monkeypatch, tmp_path, capsys, least, samples, code):
    report = tmp_path / "coverage.json"
    report.write_text(json.dumps({"files": MEASURED}))
    monkeypatch.setattr(branches, "least_shares", lambda: {"archive/edtf": least})

    assert branches.main(str(report), tmp_path / samples) == code
    assert "75.0 % of the branches of archive/edtf" in capsys.readouterr().out


def test_every_room_that_is_held_exists():
    assert [room for room in branches.least_shares() if not (branches.HERE.parents[2] / room).exists()] == []


@pytest.mark.parametrize("room", ["edtf", "extraction", "matching", "reading", "fetching", "evaluation"])
def test_rooms_without_django_are_held_to_ninety_five_percent(room):
    assert branches.least_shares()[f"archive/{room}"] >= 95
