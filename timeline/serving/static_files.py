"""Static files under names of their content, with a gzipped copy of each, and of those that readers fetch a copy in brotli."""

from pathlib import Path
from typing import Any

from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage

OF_READERS = "timeline"  # the folder of what public pages take along


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
