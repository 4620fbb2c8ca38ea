"""The runner of the tests: what it says is missing."""

import pytest

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
