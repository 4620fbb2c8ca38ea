"""A date with its precision: `value` is what it is, `grammar` reads it, `words` says it in English."""

from archive.edtf.grammar import DATE, EXAMPLES, LONGEST, MASKED, TIME, parse
from archive.edtf.value import COARSENESS, SHAPES, UNDATED_SORT, Edtf, EdtfError, days_between, earliest_of

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
    "earliest_of",
    "parse",
]
