"""Stage 1: take one text in, unchanged, and only once.

`intake` is the door, `provenance` what the one who brings a text knows of it. What is nearly the same or corrects another is proposed by
`copies` and `notices`; `sightings` tell where words still stand. `pages` come from the web, by `feeds` or one by one, and `rechecks` look
at them again. What a person brings to the desk waits as `brought`, until he has seen what was read of it; `preview` tells that.
"""

from archive.capture.intake import (
    AlreadyHere,
    HeadReader,
    Place,
    Ready,
    capture,
    enter,
    known_by_bytes,
    make_ready,
    place_of,
    read_file,
    stated_by,
    take_in,
)

__all__ = [
    "AlreadyHere",
    "HeadReader",
    "Place",
    "Ready",
    "capture",
    "enter",
    "known_by_bytes",
    "make_ready",
    "place_of",
    "read_file",
    "stated_by",
    "take_in",
]
