"""No page is heavy: in small here, of a made-up archive in `tests/benchmarks/test_pages.py`. And none left behind what it needs."""

import re

import pytest
from django.conf import settings

from tests.timeline.pages import make_record
from tests.timeline.serving.weighing import weight_of

STYLES = {
    file.stem: set(re.findall(r"\.([a-z][a-z0-9-]*)", re.sub(r"/\*.*?\*/", "", file.read_text(), flags=re.DOTALL)))
    for file in (settings.BASE_DIR / "timeline" / "static" / "timeline" / "css").glob("*.css")
}
ELSEWHERE = {"said"}  # looks like something within four dates and among alerts only


@pytest.mark.sqlite  # pages weigh the same
@pytest.mark.django_db
def test_no_page_is_heavy_and_none_shows_what_it_has_no_styles_for(client):
    addresses = [*make_record().addresses(), "/api/v1/docs/"]
    pages = {address: client.get(address).content for address in addresses}
    weights = {address: weight_of(page) for address, page in pages.items()}

    assert {address: found for address, found in weights.items() if found.is_too_much} == {}
    assert {address: bare for address, page in pages.items() if (bare := without_styles(page.decode()))} == {}


def without_styles(page: str) -> set[str]:
    """Classes of a page that only styles know which it does not take along."""
    shown = {name for names in re.findall(r'class="([^"]*)"', page) for name in names.split()}
    known = set[str]().union(*(STYLES[name] for name in re.findall(r"css/([a-z]+)\.[\w.]*css", page)))
    return shown & set[str]().union(*STYLES.values()) - known - ELSEWHERE
