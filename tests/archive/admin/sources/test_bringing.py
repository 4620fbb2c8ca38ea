"""On the admin's pages: an address is pasted and its page fetched, a feed is entered and sent for; or the reason why not."""

import time

import pytest
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from archive.capture import pages as collecting
from archive.models import Document, Feed
from tests.archive.admin.forms import errors, messages, save
from tests.archive.fetching.serving import answer, redirect, serving
from tests.archive.pages import pace_to, page
from tests.factories import make_document, make_feed, make_outlet

ADD = reverse("admin:archive_document_add")
ADD_FEED = reverse("admin:archive_feed_add")
AT = "http://www.coastal.example/2023/bridge"


@pytest.fixture
def fetching(settings):
    settings.FETCHING = True


def test_page_is_fetched_from_its_address_alone(editor, fetching, monkeypatch):
    outlet = make_outlet("Coastal News")
    with serving({"/b": redirect("/2023/bridge"), "/2023/bridge": answer(page())}) as site:
        monkeypatch.setattr(collecting, "our_pace", lambda patience: pace_to(site))
        told = save(editor, ADD, url="http://coastal.example/b?fbclid=1", outlet=outlet.pk)

    document = Document.objects.get()
    assert errors(told) == {}
    assert (document.article.url, document.outlet, document.captured_by) == ("http://coastal.example/2023/bridge", outlet, editor.user)
    assert document.title == "Bridge over the Veyra"


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("http://127.0.0.1/admin/", "127.0.0.1 leads to 127.0.0.1, which is no address of the public internet."),
        ("http://printer.local/", "“printer.local” is a name inside a network, and not one of the public web."),
        ("nowhere", "“nowhere” is no web address. Write it as https://…."),
    ],
)
def test_address_that_is_not_fetched_is_refused_beside_its_field(editor, fetching, address, told):
    assert errors(save(editor, ADD, url=address)) == {"url": [told]}
    assert Document.objects.count() == 0


def test_address_alone_is_not_enough_where_nothing_is_fetched(editor):
    assert errors(save(editor, ADD, url=AT)) == {"pasted": ["Paste a text or choose a file, one of the two."]}
    assert "the page is fetched" not in editor.get(ADD).content.decode()


def test_viewer_has_nothing_fetched(fetching, reviewer):
    assert reviewer.post(ADD, {"url": "http://127.0.0.1/"}).status_code == 403


def test_feed_is_entered_under_its_canonical_address_and_sent_for(editor, fetching):
    told = save(editor, ADD_FEED, url="HTTP://Coastal.example:80/rss.xml?utm_source=x", every=30)

    feed = Feed.objects.get()
    assert errors(told) == {}
    assert (feed.url, feed.every, feed.is_followed) == ("http://coastal.example/rss.xml", 30, True)
    told = editor.post(reverse("admin:archive_feed_act", args=[feed.pk, "poll"]))
    assert messages(told)[-2:] == ["The worker reads it next. What became of it stands here in a moment.", "1 feed sent for."]
    assert DBTaskResult.objects.get().args_kwargs == {"args": [feed.pk, editor.user.pk], "kwargs": {}}


def test_feed_is_not_sent_for_where_nothing_is_fetched(editor):
    feed = make_feed("http://coastal.example/rss.xml")

    told = editor.post(reverse("admin:archive_feed_act", args=[feed.pk, "poll"]))

    assert messages(told)[0].endswith("or have FETCHING set to true.")
    assert DBTaskResult.objects.count() == 0


def test_host_that_was_visited_a_moment_ago_is_left_alone(editor, fetching):
    visits, host = collecting.KeptVisits(), "coastal.example"
    visits[host] = time.time()
    collecting.KeptRules()["http://coastal.example"] = "User-agent: *\nCrawl-delay: 60"

    (told,) = errors(save(editor, ADD, url=f"http://{host}/a"))["url"]

    assert told.startswith("coastal.example was visited just now and wants 60 seconds between two visits. Try again in ")


def test_document_that_nobody_captured_is_the_machines(editor):
    document = make_document()

    assert "the machine" in editor.get(reverse("admin:archive_document_change", args=[document.pk])).content.decode()
