"""A plugin of pytest for a run that counts branches, named by -p: pytest-django imports the site before any conftest is read."""

import os

from tests.checks import taken

marked = taken.begin() if "PYTEST_XDIST_WORKER" in os.environ else None


def pytest_sessionfinish() -> None:
    if marked:
        taken.leave(marked)
