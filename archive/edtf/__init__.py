"""A date with its precision."""

from archive.edtf.grammar import (
    COARSENESS,
    DATE,
    EXAMPLES,
    LONGEST,
    MASKED,
    SHAPES,
    TIME,
    UNDATED_SORT,
    Edtf,
    EdtfError,
    days_between,
    parse,
)

__all__ = [
    "COARSENESS",
    "DATE",
    "EXAMPLES",
    "LONGEST",
    "MASKED",
    "SHAPES",
    "TIME",
    "UNDATED_SORT",
    "Edtf",
    "EdtfError",
    "days_between",
    "parse",
]
