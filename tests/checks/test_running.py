"""The runner of the tests: what it says is missing, and what is wrong."""

import os
import re

import pytest

import run
from tests import postgres
from tests.checks import running


@pytest.mark.parametrize(
    ("found", "told"),
    [
        ({"Chromium": "/usr/bin/chromium", "PostgreSQL": "/usr/bin"}, ""),
        ({"Chromium": None, "PostgreSQL": "/usr/bin"}, "Chromium is missing: the tests that need it are skipped.\n"),
    ],
)
def test_missing_program_is_told_in_one_line(capsys, found, told):
    running.missing_programs(found, full=False)

    assert capsys.readouterr().out == told


def test_missing_program_ends_a_full_test():
    with pytest.raises(SystemExit, match=r"^run\.py test --full needs PostgreSQL: install it \(on Debian: apt install postgresql\)"):
        running.missing_programs({"PostgreSQL": None}, full=True)


def test_check_takes_no_arguments():
    with pytest.raises(SystemExit, match="takes no arguments"):
        running.check(["--full"])


def test_every_check_that_finds_a_fault_tells_it_in_its_turn(monkeypatch):
    checks = {"the one": "print('A fault.'); exit(1)", "the other": "print('None.')", "the third": "exit('Another.')"}
    monkeypatch.setattr(running, "CHECKS", {what: ["-c", check] for what, check in checks.items()})

    with pytest.raises(SystemExit, match=re.escape("A fault.\nAnother.\nStopped at the one and the third: what was said stands above.")):
        running._check(dict(os.environ))


def test_checks_without_a_fault_say_nothing(monkeypatch, capsys):
    monkeypatch.setattr(running, "CHECKS", {"the one": ["-c", "print('None.')"]})
    running._check(dict(os.environ))

    assert "None." not in capsys.readouterr().out


@pytest.mark.parametrize(("arguments", "checks"), [(["-x"], 1), (["-x", "--checked"], 0)])
def test_checks_that_were_made_just_now_are_not_made_again(monkeypatch, arguments, checks):
    checked, tested = [], []
    monkeypatch.setattr(run, "ensure_packages", lambda requirements: None)
    monkeypatch.setattr(postgres, "find_programs", lambda: None)
    monkeypatch.setattr(running, "_check", checked.append)
    monkeypatch.setattr(running, "_test", lambda database, given, environment: tested.append(given) or 0)

    assert running.test(arguments) == 0
    assert (len(checked), tested) == (checks, [["-x"]])
