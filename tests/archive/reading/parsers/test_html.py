"""What a page says of itself beside its article."""

import pytest

from archive.reading import read
from tests.archive.reading.files import TODAY, page_of

pytestmark = pytest.mark.usefixtures("both_ways")

PAGE = "https://v.example/talks"


def test_damaged_canonical_address_is_passed_over() -> None:
    head = '<link rel="canonical" href="https://v.example/&#1;"><link rel="canonical" href="https://[v">'

    (found,) = read(page_of(head=f'{head}<meta property="og:url" content="{PAGE}">'), "a.html", today=TODAY)

    assert found.address == PAGE
