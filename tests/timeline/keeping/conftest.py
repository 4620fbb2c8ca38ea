"""A cache of pages as a site has it, which other tests do without: they make rows and not the acts that raise the revision."""

from pathlib import Path

import pytest
from django.conf import LazySettings


@pytest.fixture
def pages(tmp_path: Path, settings: LazySettings) -> Path:
    """The folder in which they are kept."""
    folder = tmp_path / "pages"
    settings.CACHES = settings.CACHES | {"pages": {"BACKEND": "timeline.keeping.files.Files", "LOCATION": folder}}
    return folder
