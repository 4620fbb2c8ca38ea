"""Static files under names of their content, with a gzipped copy of each. Those that readers fetch are stripped of what browsers leave
unread (comments, indents), and have a copy in brotli.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from rcssmin import cssmin
from rjsmin import jsmin
from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage

OF_READERS = "timeline"  # the folder of what public pages take along
WITHIN = re.compile(r"(?<=[\w\])*]) (?=::?[a-z])")  # what lies anywhere inside, told by a pseudo-class alone


def shorter_styles(written: str) -> str:
    """As browsers read what was written: within a layer `.a :is(b)`, a `b` inside, would become `.a:is(b)` without its star."""
    return cssmin(WITHIN.sub(" *", written))


SHORTER: dict[str, Callable[[str], str]] = {".css": shorter_styles, ".js": jsmin}


class Shortest(Compressor):
    """WhiteNoise makes brotli at the dearest level: of all files in 20 s of a start, and most of them are fetched by few, once."""

    def __init__(self, **how: Any) -> None:
        super().__init__(**how)
        self.gzipping = Compressor(**how | {"use_brotli": False})

    def compress(self, path: str) -> list[str]:
        names: list[str] = super().compress(path) if OF_READERS in Path(path).parts else self.gzipping.compress(path)
        return names


class StaticFiles(CompressedManifestStaticFilesStorage):
    def create_compressor(self, **how: Any) -> Compressor:
        return Shortest(**how)

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[Any]:
        if not dry_run:
            paths |= {name: (self, name) for name, (storage, path) in paths.items() if self._shortened(name, storage, path)}
        yield from super().post_process(paths, dry_run, **options)

    def _shortened(self, name: str, storage: Any, path: str) -> bool:
        """Whether a file was replaced by a shorter one, of which all that is made of it is made."""
        shorter = SHORTER.get(Path(name).suffix)
        if shorter is None or Path(name).parts[0] != OF_READERS:
            return False
        with storage.open(path) as file:
            written = shorter(file.read().decode())
        self.delete(name)
        self._save(name, ContentFile(written.encode()))
        return True
