"""How a statement is cited: `cited` says what a citation tells, `credits` in which words, and each other module writes it in one format."""

from timeline.record.citing.cited import Cited, cited, is_quotation
from timeline.record.citing.credits import credit
from timeline.record.citing.formats import EXTENSIONS, FORMATS, Format

__all__ = ["EXTENSIONS", "FORMATS", "Cited", "Format", "cited", "credit", "is_quotation"]
