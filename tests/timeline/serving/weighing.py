"""What a page weighs as a reader gets it: itself, and the styles and the script that it takes along, without typefaces."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from django.conf import settings

from timeline.keeping.encodings import best_for

HEAVIEST, ON_ITS_WAY = 120_000, 15_000  # bytes: unpacked, and as they are sent
TAKEN_ALONG = re.compile(r'(?:<link rel="stylesheet" href|<script src)="/static/([^"]+)"')
BROTLI = best_for("br")


class Weight(NamedTuple):
    whole: int
    sent: int

    @property
    def is_too_much(self) -> bool:
        return self.whole > HEAVIEST or self.sent > ON_ITS_WAY


def weight_of(page: bytes) -> Weight:
    along = [of_file(name) for name in TAKEN_ALONG.findall(page.decode())]
    return Weight(len(page) + sum(one.whole for one in along), len(BROTLI.encode(page)) + sum(one.sent for one in along))


@cache
def of_file(name: str) -> Weight:
    file = Path(settings.STATIC_ROOT) / name
    packed = file.with_name(f"{file.name}.br")
    return Weight(file.stat().st_size, (packed if packed.exists() else file).stat().st_size)
