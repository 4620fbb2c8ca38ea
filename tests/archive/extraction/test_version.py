"""The version of the rules is told by their files, whoever reads them and however often."""

import subprocess
import sys

from archive.extraction.version import version


def test_version_is_the_same_in_every_process():
    told = subprocess.run(
        [sys.executable, "-c", "from archive.extraction.version import version; print(version())"],
        capture_output=True,
        check=True,
        text=True,
    )

    assert told.stdout.strip() == version()
    assert len(version()) == 16
