"""The page of the API, in a browser under the strict policy."""

import pytest


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_docs_show_every_address_and_break_no_rule(page, live_server):
    page.goto(f"{live_server.url}/api/v1/docs/")

    page.wait_for_selector(".opblock")

    assert page.title() == "On Record: API"
    assert page.locator(".opblock").count() == 16
