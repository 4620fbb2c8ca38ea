"""The table of traps beside the samples: every row holds, false dates there are none."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

from archive.extraction import extract


def scorer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("shared_scorer", shared / "eval" / "extraction.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_trap_of_the_shared_table_holds(shared_dir: Path) -> None:
    score = scorer(shared_dir)
    rows = json.loads((shared_dir / "gold" / "traps.json").read_text("utf-8"))["rows"]

    faults = {}
    for row in rows:
        text, shift = score.trap_text(row)
        found = score.faults_of(row, extract(text).to_json(), shift)
        if found:
            faults[row["id"]] = found

    assert faults == {}
