"""Two claims that may be one."""

import pytest

from tests import factories as make


@pytest.fixture
def keep():
    return make.make_claim("The toll stays.", slug="toll")


@pytest.fixture
def gone():
    return make.make_claim("The toll is not lifted.", slug="not-lifted")
