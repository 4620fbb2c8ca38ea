"""Stage 1: take one text in, unchanged, and only once.

`intake` is the door, `provenance` what the one who brings a text knows of it. What is nearly the same or corrects another is proposed by
`copies` and `notices`; `sightings` tell where words still stand. `pages` come from the web, by `feeds` or one by one, and `rechecks` look
at them again.
"""

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
