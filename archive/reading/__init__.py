"""Bytes in, text out: what editors bring is read without changing a character, or refused with a sentence that says why."""

from archive.reading.plain import LARGEST, ReadText, Unreadable, normalise_pasted, read_plain

__all__ = ["LARGEST", "ReadText", "Unreadable", "normalise_pasted", "read_plain"]
