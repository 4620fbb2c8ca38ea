"""No page is heavy: in small here, of a made-up archive in `tests/benchmarks/test_pages.py`."""

import pytest

from tests.timeline.pages import make_record
from tests.timeline.serving.weighing import weight_of


@pytest.mark.sqlite  # pages weigh the same
@pytest.mark.django_db
def test_no_page_is_heavy(client):
    addresses = [*make_record().addresses(), "/api/v1/docs/"]
    weights = {address: weight_of(client.get(address).content) for address in addresses}

    assert {address: found for address, found in weights.items() if found.is_too_much} == {}
