"""Hostile parameters of public pages are answered, refused or found to lead nowhere; never with a failure of ours."""

import pytest
from django.core.cache import cache
from django.test import Client

from tests.factories import make_claim, make_occasion, make_public_statement, make_speaker
from tests.timeline.api.test_hostile import ALL, VALUES

pytestmark = pytest.mark.django_db
EACH = 1 if ALL else 4  # one in so many values goes into a parameter, the others into the next
# One statement stands behind all of them; {id} is its own, {at} that of its occasion.
ADDRESSES = [
    "/new/?q={}", "/new/?said_from={}", "/chronology/?order=-recorded&cursor={}", "/search/?q={}", "/search/?q=tolls&more={}",
    "/search/?like={}", "/search/?like=The+toll+rises+in+the+harbour+town+again.&speaker={}", "/compare/?a={}&b={id}",
    "/compare/?a={}&b={}", "/occasions/?q={}", "/occasions/{at}/?passage={}", "/occasions/{at}/?beside={}", "/occasions/{at}/?q={}",
    "/occasions/{}/", "/claims/the-toll-rises/?at={}", "/claims/the-toll-rises/feed.atom?cursor={}", "/chronology/data.csv?q={}",
    "/chronology/timeline.json?{}=1", "/dossier/?{}", "/report/?about={}", "/alerts/new/?watch={}",
    "/alerts/new/?watch=/search/?q={}", "/alerts/confirm/{}/", "/oembed?url={}", "/oembed?url=/statements/{id}/&maxwidth={}",
    "/oembed?url=/statements/{}/", "/embed/claims/{}/", "/embed/statements/{}/", "/sitemap-statements.xml?p={}", "/speakers/?q={}",
    "/outlets/?claim={}", "/coverage/?{}",
]  # fmt: skip


@pytest.fixture
def said():
    occasion = make_occasion("Harbour council", held_on="2023-05-17")
    claims, speakers = [make_claim("The toll rises.")], [make_speaker("Ada Moreau")]
    return make_public_statement(said_on="2023-05-17", occasion=occasion, claims=claims, speakers=speakers)


def test_every_value_in_its_parameters(said):
    client, failed = Client(raise_request_exception=False), []
    for number, address in enumerate(ADDRESSES):
        for value in VALUES[number % EACH :: EACH]:
            given = value.replace("&", "%26").replace("#", "%23")
            asked = address.replace("{id}", said.public_id).replace("{at}", said.occasion.public_id).replace("{}", given)
            answer = client.get(asked)
            if answer.status_code >= 500 and answer.status_code != 501:  # oEmbed's word for a format that is not written
                failed.append((asked[:200], answer.status_code))

    assert failed == []


def test_what_stands_in_an_address_is_decoded_once():
    page = Client().get("/search/?q=%253Cb%253E").content.decode()

    assert 'value="%3Cb%3E"' in page
    assert "&lt;b&gt;" not in page


def test_every_value_in_a_report(said):
    client, failed = Client(raise_request_exception=False), []
    for value in ("\x00", "a\x00b", "x" * 6000, "\u202e", "٢٠٢٣", "<script>"):
        whole, beside = {"kind": "date", "words": "Wrong."}, {"name": value, "email": value, "about": value}
        for fields in (whole | beside, whole | {"about": value}, beside | {"kind": "date", "words": value}, whole | {"kind": value}):
            cache.clear()  # in which stands how many a network sent
            answer = client.post("/report/", fields)
            if answer.status_code not in (200, 302):
                failed.append((value[:20], answer.status_code))

    assert failed == []
