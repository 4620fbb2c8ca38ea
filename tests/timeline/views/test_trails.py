"""Pages of claims: every link into a trail arrives, and what a trail says of its entries stands on them."""

import re

import pytest
from django.utils.html import strip_tags

from archive import publication
from archive.enums import Stance
from archive.models import Claim
from tests.factories import make_claim, make_document, make_occasion, make_occurrence, make_public_statement, make_speaker, the_chief
from tests.timeline.pages import LINK, dead_links, make_record

pytestmark = pytest.mark.django_db


def make_long_trail(entries: int = 60) -> Claim:
    """More than one page; the last occasion has a second report and a denial, and its first report two passages."""
    claim, speaker, occasion = make_claim("The toll stays."), make_speaker("Ada Moreau"), make_occasion()
    for number in range(entries):
        make_public_statement(said_on=f"20{10 + number // 10}-05-{10 + number % 10}", claims=[claim], speakers=[speaker])
    last = {"said_on": "2023-05-17", "occasion": occasion, "speakers": [speaker]}
    twice = make_public_statement(make_document("The toll stays, it stays."), **last)
    links = [make_occurrence(twice, claim, words) for words in ("The toll stays", "it stays")]
    links += [make_occurrence(make_public_statement(**last), claim), make_occurrence(make_public_statement(**last), claim, stance="denies")]
    for link in links:
        publication.publish(link, by=the_chief())
    return claim


@pytest.fixture(scope="module")
def long_trail(made_once) -> Claim:
    """Made once for all tests here, none of which changes it; each of them runs in a savepoint."""
    return make_long_trail()


def pages_of(client, address: str) -> list[str]:
    """All pages of a list, from the first on."""
    found = []
    while address:
        answer = client.get(address)
        found.append(answer.content.decode())
        cursor = answer.context["page"].next
        address = f"{address.partition('?')[0]}?cursor={cursor}" if cursor else ""
    return found


def test_every_link_to_a_place_in_a_trail_arrives(client, long_trail):
    addresses = [f"/statements/{one.statement.public_id}/" for one in long_trail.occurrences.select_related("statement")]
    pages = [(address, client.get(address).content.decode()) for address in addresses]
    for address in (long_trail.get_absolute_url(), "/chronology/", "/speakers/ada-moreau/"):
        pages += [(address, page) for page in pages_of(client, address)]

    assert sum(len(LINK.findall(page)) for _, page in pages) > 150
    assert dead_links(client, [one for one in pages if one[0] != long_trail.get_absolute_url()]) == []


def test_links_inside_a_trail_arrive_from_each_of_its_pages(client, long_trail):
    address = long_trail.get_absolute_url()
    for page in pages_of(client, address):
        here = [link for link in LINK.findall(page) if link[0] == "#"]
        assert [link for link in here if f'id="{link[1:]}"' not in page] == []
        assert dead_links(client, [(address, page.replace('href="#s-', 'href="#'))]) == []


def test_no_anchor_stands_twice_on_a_page(client, long_trail):
    for page in pages_of(client, long_trail.get_absolute_url()):
        anchors = re.findall(r' id="(s-[a-z0-9]+)"', page)
        assert len(anchors) == len(set(anchors))


def test_all_links_of_a_record_arrive(client):
    record = make_record()
    addresses = [*record.addresses(), *(row.get_absolute_url() for row in record.document.statements.public())]

    assert dead_links(client, [(address.partition("?")[0], client.get(address).content.decode()) for address in addresses]) == []


def test_the_first_appearance_is_the_first_on_every_page(client, long_trail):
    first = long_trail.occurrences.order_by("said_sort", "pk").first().statement

    for page in pages_of(client, long_trail.get_absolute_url()):
        assert f'"firstAppearance": {{"@type": "Quotation", "@id": "http://testserver/statements/{first.public_id}/"}}' in page


def test_a_page_that_is_turned_from_a_marked_one_is_the_next(client, long_trail):
    last = long_trail.occurrences.order_by("said_sort", "pk").last().statement
    marked = client.get(long_trail.get_absolute_url(), {"at": last.public_id})

    before = client.get(long_trail.get_absolute_url(), {"at": last.public_id, "cursor": marked.context["page"].previous})

    assert last.public_id not in [one.public_id for one in before.context["page"].rows]


def test_the_claim_page_says_with_which_words_are_compared(client):
    claim = make_claim()
    first = make_public_statement(
        make_document("“It stays,” she said."), "It stays", said_on="2023-05-17", said_rule="publication", claims=[claim], speakers=["Ada"]
    )
    make_public_statement(make_document("“It will stay,” she said."), "It will stay", said_on="2024-06-24", claims=[claim])

    page = client.get(claim.get_absolute_url()).content.decode()

    link = f'<a href="#s-{first.public_id}">reported <time datetime="2023-05-17">17 May 2023</time>, <bdi>Ada</bdi></a>'
    assert f"Compared with {link}" in page
    assert "Words changed since then" in page


def test_the_claim_page_tells_the_longest_gap_as_a_range(client):
    claim = make_claim()
    make_public_statement(said_on="2011", claims=[claim])
    denial = make_public_statement(said_on="2018-03-20", said_rule="publication")
    publication.publish(make_occurrence(denial, claim, stance=Stance.DENIES), by=the_chief())

    page = " ".join(strip_tags(client.get(claim.get_absolute_url()).content.decode()).split())

    assert "First on record: 2011." in page
    assert "Longest gap between entries: about 2,271 to 2,635 days, from 2011 (said) to reported 20 March 2018 (denied)." in page


def test_no_gap_is_told_where_the_dates_tell_of_none(client):
    claim = make_claim()
    for said_on in ("2016-22", "2016-06-11"):
        make_public_statement(said_on=said_on, claims=[claim])

    assert "Longest gap" not in client.get(claim.get_absolute_url()).content.decode()


def test_no_gap_is_of_no_days(client):
    claim = make_claim()
    for _ in range(2):
        make_public_statement(said_on="2018-03-20", claims=[claim])

    page = client.get(claim.get_absolute_url()).content.decode()

    assert "Longest gap" not in page
    assert "0 days" not in page
