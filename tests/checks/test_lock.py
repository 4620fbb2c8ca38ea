"""Packages are pinned with the hashes of their files, and the command that writes these leaves everything else as it is."""

import pytest

from tests.checks.lock import LISTS, ROOT, hashes_in, pins_in, rewritten, spelled, unpinned

pytestmark = pytest.mark.once
ONE, OTHER = (f"sha256:{sign * 64}" for sign in "ab")
PLAIN = "# What it runs on.\n-r other.txt\n\nSome_thing[extra]==1.2.3  # does something\nbare==4\n"
LOCKED = f"""# What it runs on.
-r other.txt

# does something
Some_thing[extra]==1.2.3 \\
    --hash={ONE} \\
    --hash={OTHER}
bare==4 \\
    --hash={ONE}
"""
HASHES = {"some-thing": [OTHER, ONE], "bare": [ONE]}


@pytest.mark.parametrize("text", [PLAIN, LOCKED, LOCKED.replace(OTHER, ONE)], ids=["plain", "locked", "outdated"])
def test_hashes_are_written_below_each_pin(text):
    assert rewritten(text, HASHES) == LOCKED


def test_what_is_locked_is_read():
    assert hashes_in(LOCKED) == {name: sorted(hashes) for name, hashes in HASHES.items()}
    assert pins_in(LOCKED) == ["Some_thing==1.2.3", "bare==4"]


def test_what_is_brought_along_and_not_pinned_is_told_where_the_site_runs():
    needed = "bare==4\nsome-thing[extra]==1.2.3\nbrought==5\nelse==6 ; sys_platform == 'win32'\nlate==7 ; python_full_version >= '3.12'\n"

    assert unpinned(needed, LOCKED) == ["brought==5", "late==7 ; python_full_version >= '3.12'"]


@pytest.mark.parametrize("file", LISTS, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_every_package_has_its_hashes(file):
    text = file.read_text("utf-8")
    hashes, pins = hashes_in(text), pins_in(text)

    assert [pin for pin in pins if not hashes[spelled(pin.partition("==")[0])]] == []
    assert len(set(pins)) == len(pins)
    others = [line for line in text.splitlines() if line and not line.startswith((" ", "#", "-r ")) and "==" not in line]
    assert others == []  # no address of an index, nothing without a version
