"""oEmbed, as those ask for it who show links as frames."""

from urllib.parse import quote

import pytest
from django.conf import settings
from django.utils import timezone
from micawber import Provider

from archive.models import Redirect
from tests.timeline.pages import make_record

pytestmark = pytest.mark.django_db


def ask(client, url: str, more: str = ""):
    return client.get(f"/oembed?url={quote(url, safe='')}{more}")


def test_the_frame_of_a_statement_is_within_what_was_asked(client):
    record = make_record()
    url = f"{settings.SITE_URL}{record.statement.get_absolute_url()}"

    wide, small = ask(client, url).json(), ask(client, url, "&maxwidth=300&maxheight=120").json()

    assert wide["type"] == "rich"
    assert wide["version"] == "1.0"
    assert "Ada Moreau" in wide["title"]
    assert f'src="{settings.SITE_URL}/embed/statements/{record.statement.public_id}/"' in wide["html"]
    assert (small["width"], small["height"]) == (300, 120)
    assert 'width="300" height="120"' in small["html"]


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("", 400),
        ("?url=/claims/none/", 404),
        ("?url=https://elsewhere.example/statements/abc/", 404),
        ("?url=/speakers/ada-moreau/", 404),
        ("?url=/claims/none/&format=xml", 501),
        ("?url=/claims/none/&maxwidth=wide", 400),
        ("?url=http://[x/", 404),
    ],
)
def test_what_can_not_be_framed_is_told_in_words(client, query, status):
    answer = client.get(f"/oembed{query}")
    assert answer.status_code == status
    assert answer["Content-Type"].startswith("text/plain")


def test_an_address_that_was_trimmed_or_led_on_is_found_and_a_withdrawn_one_is_not(client):
    record = make_record()
    Redirect.objects.create(old_path="/claims/old/", new_path=record.claim.get_absolute_url(), reason="merged", at=timezone.now())

    assert ask(client, "/claims/old/").json()["title"] == record.claim.text
    assert ask(client, f"{settings.SITE_URL}{record.withdrawn.get_absolute_url()}").status_code == 404


@pytest.mark.sqlite  # a consumer asks over the network, whatever the database
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_consumer_finds_it_by_what_the_page_says(live_server, client, settings):
    settings.SITE_URL = live_server.url
    claim = make_record().claim
    html = client.get(claim.get_absolute_url()).content.decode()
    assert f'type="application/json+oembed" href="{live_server.url}/oembed?url=' in html

    told = Provider(f"{live_server.url}/oembed").request(f"{live_server.url}{claim.get_absolute_url()}", maxwidth=500)

    assert told["title"] == claim.text
    assert told["width"] == 500
