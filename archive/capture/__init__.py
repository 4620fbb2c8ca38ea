"""Stage 1: take one text in, unchanged, and only once."""

from archive.capture.intake import (
    AlreadyHere,
    HeadReader,
    Ready,
    capture,
    enter,
    known_by_bytes,
    make_ready,
    read_file,
    stated_by,
    take_in,
)

__all__ = [
    "AlreadyHere",
    "HeadReader",
    "Ready",
    "capture",
    "enter",
    "known_by_bytes",
    "make_ready",
    "read_file",
    "stated_by",
    "take_in",
]
