"""What a reader's first page weighs without typefaces: the page, the styles that it is shown with and its script."""

import re
from pathlib import Path

import brotli
import pytest
from django.contrib.staticfiles.finders import find

from tests.factories import make_claim, make_public_statement
from tests.timeline.pages import make_record

HEAVIEST = 120_000  # bytes, unpacked
ON_ITS_WAY = 15_000  # bytes, as they are sent
FULL_LIST = 18_000  # of fifty statements, each with a claim of its own
TAKEN_ALONG = re.compile(r'(?:<link rel="stylesheet" href|<script src)="/static/([^"]+)"(?! media)')
OF_ITS_CONTENT = re.compile(r"\.[0-9a-f]{12}(?=\.)")  # in the name of a file


def weight(client, address: str) -> tuple[int, int]:
    page = client.get(address).content
    along = [Path(find(OF_ITS_CONTENT.sub("", name))).read_bytes() for name in TAKEN_ALONG.findall(page.decode())]
    sent = len(client.get(address, headers={"Accept-Encoding": "br"}).content) + sum(len(brotli.compress(one)) for one in along)
    return len(page) + sum(map(len, along)), sent


@pytest.mark.sqlite  # pages weigh the same
@pytest.mark.django_db
def test_no_page_is_heavy(client):
    record = make_record()
    weights = {address: weight(client, address) for address in [*record.addresses(), "/api/v1/docs/"]}
    assert {address: found for address, found in weights.items() if found[0] > HEAVIEST or found[1] > ON_ITS_WAY} == {}

    for n in range(45):
        claim = make_claim(f"{record.claim.text} {n} {n * 7919 % 1000}")
        make_public_statement(said_on=f"2020-{n % 12 + 1:02}-{n % 28 + 1:02}", claims=[claim])
    heavy, sent = weight(client, "/chronology/")
    assert (heavy <= HEAVIEST, sent <= FULL_LIST) == (True, True), (heavy, sent)
