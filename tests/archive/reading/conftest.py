"""Files are read by a process apart. The parsers in it are asked here too, where a debugger and the measure of branches reach."""

from typing import Any

import pytest

from archive import reading
from archive.reading.keeper import _parsed
from archive.reading.messages import Message
from archive.reading.reader import Reader


class Here(Reader):
    """Reads in this process, by what the reading process calls."""

    def _asked(self, known: dict[str, Any], raw: bytes) -> Message:
        return _parsed(known, raw)


@pytest.fixture(params=["by the reading process", "here"])
def both_ways(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "here":
        monkeypatch.setattr(reading, "reader", Here())
