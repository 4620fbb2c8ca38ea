"""Which write fails: told to `writes.c` in the numbers that it maps."""

import mmap
import os
import shutil
import struct
import subprocess
from pathlib import Path

SOURCE = Path(__file__).with_name("writes.c")
COMPILERS = ("cc", "gcc", "clang")
NUMBERS = struct.Struct("6l")  # as in writes.c
FOLDER, STATE = "FAILING_FOLDER", "FAILING_STATE"  # in the environment


def compiler() -> str | None:
    return next(filter(None, map(shutil.which, COMPILERS)), None)


def between(folder: Path, place: Path) -> dict[str, str]:
    """The environment of a process whose writes below `folder` can fail; what that needs is made in `place`."""
    library, state = place / "writes.so", place / "state"
    subprocess.run([compiler() or "cc", "-shared", "-fPIC", "-O1", "-o", library, SOURCE, "-ldl"], check=True)
    state.write_bytes(NUMBERS.pack(0, 0, 0, 0, 0, 0))
    return {"LD_PRELOAD": str(library), FOLDER: str(folder), STATE: str(state)}


class Writes:
    """Those of this process and of all that it starts."""

    def __init__(self) -> None:
        with Path(os.environ[STATE]).open("r+b") as file:
            self._numbers = mmap.mmap(file.fileno(), NUMBERS.size)

    def fail(self, at: int, error: int, *, stays: bool) -> None:
        """Counted from now on; 0: none fails."""
        self._numbers[:] = NUMBERS.pack(1, 0, at, error, stays, 0)

    def let_all_through(self) -> None:
        self._numbers[:] = NUMBERS.pack(0, 0, 0, 0, 0, 0)

    @property
    def count(self) -> int:
        return int(NUMBERS.unpack(self._numbers)[1])

    @property
    def failed(self) -> int:
        return int(NUMBERS.unpack(self._numbers)[5])
