"""Addresses of rows are those of the table of addresses."""

import pytest
from django.urls import reverse

from timeline.printing.addresses import address, list_address, period_address

pytestmark = pytest.mark.once


@pytest.mark.parametrize("slug", ["anna-hill", "мэр-і-порт", "a_b-2"])
@pytest.mark.parametrize("route", ["speaker", "claim", "outlet", "api-speaker", "api-trail"])
def test_address_of_a_slug(route, slug):
    assert address(route, slug) == reverse(route, args=[slug])


@pytest.mark.parametrize("route", ["statement", "document"])
def test_address_of_a_public_id(route):
    assert address(route, "k3x9m2p7qa") == reverse(route, args=["k3x9m2p7qa"])


@pytest.mark.parametrize("route", ["chronology", "speakers", "api-statements"])
def test_address_of_a_list(route):
    assert list_address(route) == reverse(route)


@pytest.mark.parametrize("parts", [("year", "2023"), ("month", "2023", "05"), ("day", "2023", "05", "17")])
def test_address_of_a_period(parts):
    route, *args = parts

    assert period_address(*parts) == reverse(route, args=args)
