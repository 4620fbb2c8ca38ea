"""What a spreadsheet would take for a formula, in cells that others open: such a cell begins with an apostrophe."""

import re

FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
GUARDED = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")


def guarded(cell: str) -> str:
    """A cell that no spreadsheet reckons with; `unguarded` takes the apostrophe away again."""
    return f"'{cell}" if FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    return cell[1:] if GUARDED.match(cell) else cell
