"""Static files under names of their content, with a gzipped copy of each."""

from typing import Any

from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFiles(CompressedManifestStaticFilesStorage):
    """Without a copy in brotli: WhiteNoise makes it at the dearest level, 20 s of a start for files of which a reader fetches few, once."""

    def create_compressor(self, **how: Any) -> Compressor:
        return Compressor(use_brotli=False, **how)
