"""An archive whose answers told a threshold."""

from collections.abc import Callable

import pytest

from archive.models import Threshold


@pytest.fixture
def threshold_at() -> Callable[[float], Threshold]:
    return lambda score: Threshold.objects.update_or_create(pk=1, defaults={"score": score, "basis": "answers of a test"})[0]
