"""The commands by which README.md deploys the site, as they stand there."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
FILES = ROOT / "timeline" / "deploy"


def commands() -> list[str]:
    """Those of the one block that a shell is to read."""
    (block,) = re.findall(r"^```sh\n(.*?)^```", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE | re.DOTALL)
    return block.splitlines()
