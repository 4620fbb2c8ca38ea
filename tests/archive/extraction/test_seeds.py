"""The two sample documents: every check of the shared scorer holds on what the command prints."""

import io
import subprocess
import sys
from pathlib import Path

from django.core.management import call_command


def test_seeds_hold_every_check(shared_dir: Path) -> None:
    printed = io.StringIO()
    call_command("extract", *sorted(str(file) for file in (shared_dir / "seeds").glob("*.txt")), "--json", stdout=printed)

    scored = subprocess.run(
        [sys.executable, str(shared_dir / "eval" / "seeds.py")], input=printed.getvalue(), capture_output=True, text=True, check=False
    )

    assert scored.returncode == 0, scored.stdout
