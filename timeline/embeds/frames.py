"""The frame of a statement or a claim, as it is put into another page."""

from dataclasses import dataclass
from math import ceil

from archive.models import Statement
from timeline.lists.claims import ClaimRow
from timeline.printing.addresses import address as path_of
from timeline.printing.markup import part
from timeline.record.links import address

FRAME = part('<iframe src="%s" title="%s" width="%s" height="%s" loading="lazy"></iframe>')
WIDTH, LEAST = 600, 240  # pixels
LETTER, LINE, AROUND = 9.6, 30, 190  # pixels of the serif in which words stand, and of what stands above and below them
OF_A_CLAIM = 420


@dataclass(frozen=True)
class Frame:
    """What is framed: its own page here, that page for frames, and how high it is at a width, both in pixels."""

    page: str
    source: str
    title: str
    letters: int
    around: int

    def height(self, width: int) -> int:
        return self.around + LINE * ceil(self.letters * LETTER / max(width - 40, LEAST))

    def html(self, width: int = WIDTH, height: int = 0) -> str:
        return str(FRAME(self.source, self.title, width, height or self.height(width)))


def of_statement(row: Statement, credit: str) -> Frame:
    page, source = (address(path_of(route, row.public_id)) for route in ("statement", "embedded-statement"))
    return Frame(page, source, credit, len(row.text), AROUND)


def of_claim(row: ClaimRow) -> Frame:
    page, source = (address(path_of(route, row.slug)) for route in ("claim", "embedded-claim"))
    return Frame(page, source, row.text, len(row.text), OF_A_CLAIM)
