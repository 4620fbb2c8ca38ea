"""Every page of the desk in a browser: without a fault of looks, an error or anything that the policy of the page stops."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.archive.desk.pile import Pile
from tests.archive.desk.test_every_page import PAGES, address_of, signed_in
from tests.browser import faults_of_looks, overflows

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
AT_200_PERCENT = {"width": 640, "device_scale_factor": 2}  # of a window of 1,280


def test_every_page_looks_as_it_should(new_page: Callable[..., Page], live_server, problems):
    pile = Pile(3)
    cookies = [{"name": name, "value": one.value, "url": live_server.url} for name, one in signed_in(pile.person).cookies.items()]
    page, enlarged = new_page(), new_page(**AT_200_PERCENT)
    faults = {}
    for one in (page, enlarged):
        one.context.add_cookies(cookies)
    for name in PAGES:
        page.goto(address_of(name, pile))
        enlarged.goto(address_of(name, pile))
        found = [*faults_of_looks(page), *(["200 %: wider than the window"] if overflows(enlarged) else []), *problems]
        problems.clear()
        if found:
            faults[name] = found

    assert faults == {}
