"""An archive whose answers told a threshold."""

from collections.abc import Callable

import pytest

from archive.models import Threshold


@pytest.fixture
def threshold_at() -> Callable[[float], Threshold]:
    return lambda score: Threshold.objects.create(pk=1, score=score, basis="answers of a test")
