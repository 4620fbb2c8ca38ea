"""Feeds: what they list and the archive has not is taken in, once; what can't be fetched now is met again, what is refused is not."""

from datetime import UTC, datetime, timedelta

import pytest

from archive import removal
from archive.capture import feeds
from archive.capture.feeds import claim_due, feed_at, poll
from archive.errors import Refused
from archive.fetching import Pace
from archive.models import Article, Document, Event, Feed
from tests import factories as make
from tests.archive.fetching.serving import answer, redirect, serving
from tests.archive.pages import Faulty, feed, pace_to, page

pytestmark = pytest.mark.django_db
AT = datetime(2024, 7, 1, 12, tzinfo=UTC)
HOME = "http://www.coastal.example"
FEED = f"{HOME}/rss.xml"
TWO = feed((f"{HOME}/bridge?utm_source=rss", "Bridge"), (f"{HOME}/harbour", "Harbour"))
PAGES = {"/bridge": answer(page()), "/harbour": answer(page("Harbour toll", "The harbour toll stays as it is for two more years"))}


def words_of(followed: Feed, site, **given) -> list[str]:
    return [one.words for one in poll(followed, at=AT, pace=pace_to(site), **given)]


def test_feed_is_polled_twice_and_taken_once():
    outlet = make.make_outlet("Coastal News", time_zone="Europe/Riga")
    followed = make.make_feed(FEED, outlet=outlet)
    with serving({"/rss.xml": answer(TWO, 'ETag: "v1"', "Last-Modified: Wed, 17 May 2023 12:44:00 GMT"), **PAGES}) as site:
        assert words_of(followed, site) == ["captured", "captured"]
        site.pages["/rss.xml"] = answer(b"", status="304 Not Modified")
        assert words_of(followed, site) == []
        site.pages["/rss.xml"] = answer(TWO)
        assert words_of(followed, site) == ["already here", "already here"]

    assert [path for path in site.asked if path != "/robots.txt"] == ["/rss.xml", "/bridge", "/harbour", "/rss.xml", "/rss.xml"]
    assert 'If-None-Match: "v1"\r\nIf-Modified-Since: Wed, 17 May 2023 12:44:00 GMT' in site.heads[5]
    assert sorted(Article.objects.values_list("url", flat=True)) == [f"{HOME}/bridge", f"{HOME}/harbour"]
    assert {article.outlet for article in Article.objects.all()} == {outlet}
    assert [document.published for document in Document.objects.all()] == ["2023-05-17T12:44:00Z"] * 2
    followed.refresh_from_db()
    assert (followed.outcome, followed.polled_at, followed.next_poll_at) == (
        "2 entries: 0 captured, 0 refused", AT, AT + timedelta(minutes=60),
    )  # fmt: skip


def test_entry_that_can_not_be_fetched_now_is_met_again_and_one_that_is_refused_is_not():
    followed = make.make_feed(FEED)
    pages = {"/rss.xml": answer(TWO, 'ETag: "v1"'), "/bridge": answer(b"", status="503 x"), "/harbour": answer(b"", status="403 x")}
    with serving(pages) as site:
        first = words_of(followed, site)
        site.pages["/bridge"] = PAGES["/bridge"]
        second = words_of(followed, site)

    assert first == [
        "www.coastal.example answers with the error 503. Try again later.",
        "www.coastal.example lets no program in (403). Save the page in a browser and capture the file.",
    ]
    assert second == ["refused before", "captured"]
    assert site.asked.count("/harbour") == 1
    assert "If-None-Match" not in "".join(site.heads)
    followed.refresh_from_db()
    assert followed.etag == '"v1"'


def test_entry_that_leads_to_another_address_is_asked_for_once():
    followed = make.make_feed(FEED)
    pages = {"/rss.xml": answer(feed((f"{HOME}/go/1", "Bridge"), ("", "The toll stays"))), "/go/1": redirect("/bridge"), **PAGES}
    with serving(pages) as site:
        assert words_of(followed, site) == ["captured", "captured"]
        assert words_of(followed, site) == ["already here", "already here"]

    assert site.asked.count("/go/1") == 1
    assert Document.objects.count() == 2


def test_page_that_an_editor_removed_is_not_brought_again():
    followed = make.make_feed(FEED)
    pages = {"/rss.xml": answer(feed((f"{HOME}/go/1", "Bridge"), (f"{HOME}/harbour", "Harbour"))), "/go/1": redirect("/bridge"), **PAGES}
    with serving(pages) as site:
        assert words_of(followed, site) == ["captured", "captured"]
        for document in Document.objects.all():
            removal.remove(document, by=make.the_chief(), reason="It has nothing to do with us.")
        followed.refresh_from_db()
        assert words_of(followed, site) == ["removed by an editor"] * 2

    assert not Document.objects.exists()


def test_page_on_another_site_is_not_said_to_be_the_outlets():
    outlet = make.make_outlet("Coastal News")
    followed = make.make_feed("http://feeds.example/coastal", outlet=outlet)
    with serving({"/coastal": answer(feed((f"{HOME}/bridge", "Bridge"))), **PAGES}) as site:
        words_of(followed, site)

    assert Article.objects.get().outlet is None


def test_page_on_the_outlets_own_site_is_the_outlets_wherever_the_feed_is():
    outlet = make.make_outlet("Coastal News", homepage="https://coastal.example/")
    followed = make.make_feed("http://feeds.example/coastal", outlet=outlet)
    with serving({"/coastal": answer(feed((f"{HOME}/bridge", "Bridge"))), **PAGES}) as site:
        words_of(followed, site)

    assert Article.objects.get().outlet == outlet


def test_entry_that_leads_inward_is_refused():
    followed = make.make_feed(FEED)
    with serving({"/rss.xml": answer(feed(("http://169.254.169.254/latest/", "A"), ("http://10.0.0.1/", "B")))}) as site:
        words = words_of(followed, site)

    assert words == [f"{ip} leads to {ip}, which is no address of the public internet." for ip in ("169.254.169.254", "10.0.0.1")]


def test_entry_without_address_is_taken_as_it_stands():
    followed = make.make_feed(FEED)
    with serving({"/rss.xml": answer(feed(("", "The toll stays")))}) as site:
        assert words_of(followed, site) == ["captured"]
        assert words_of(followed, site) == ["already here"]

    assert Document.objects.get().form == "feed"


def test_feed_that_fails_is_asked_less_and_less_often():
    followed = make.make_feed(FEED)
    pauses = []
    with serving({"/rss.xml": answer(b"", status="500 x")}) as site:
        for _ in range(7):
            with pytest.raises(Refused, match="the error 500"):
                words_of(followed, site)
            pauses.append(followed.next_poll_at - AT)

    assert pauses == [timedelta(hours=hours) for hours in (2, 4, 8, 16, 24, 24, 24)]
    assert (followed.failures, followed.outcome) == (7, "www.coastal.example answers with the error 500. Try again later.")


@pytest.mark.parametrize("body", [b"<html><body>No feed</body></html>", b"<!DOCTYPE rss [<!ENTITY a 'b'>]><rss/>", b"<rss>"])
def test_what_is_no_feed_is_refused(body):
    with serving({"/rss.xml": answer(body, kind="text/html")}) as site, pytest.raises(Refused):
        words_of(make.make_feed(FEED), site)


def test_feed_is_entered_once_and_not_followed_unasked():
    first = feed_at(f"{FEED}?utm_source=x#top")

    assert (first.url, first.is_followed) == (FEED, False)
    assert feed_at(FEED) == first
    assert Event.objects.get().verb == "entered"
    with pytest.raises(Refused, match="Enter a valid URL"):
        feed_at("not an address")


def test_feed_is_due_for_one_caller_alone():
    due = make.make_feed(FEED, every=30)
    make.make_feed(f"{HOME}/later.xml", next_poll_at=AT + timedelta(seconds=1))
    make.make_feed(f"{HOME}/not.xml", is_followed=False)

    assert claim_due(AT) == [due]
    assert claim_due(AT) == []
    assert set(claim_due(AT + timedelta(minutes=30))) == set(Feed.objects.filter(is_followed=True))


# Of many, one that fails; and no more at once than is good


MANY = feed(*((f"{HOME}/{number}", f"Note {number}") for number in range(5)))
NOTES = {f"/{number}": answer(page(f"Note {number}", f"The bridge will be opened on day {number} of the festival")) for number in range(5)}


def test_fault_of_ours_at_one_entry_does_not_stop_the_others_and_is_met_again(caplog):
    followed = make.make_feed(FEED)
    with serving({"/rss.xml": answer(MANY, 'ETag: "v1"'), **NOTES}) as site:
        first = [one.words for one in poll(followed, at=AT, pace=Faulty(site, "/1"))]
        second = words_of(followed, site)

    sentence = "An error that nobody foresaw (ZeroDivisionError) stopped this one. Tell who runs the site: its log has more."
    assert first == ["captured", sentence, "captured", "captured", "captured"]
    assert "Traceback" in caplog.text
    assert second == ["already here", "already here", "already here", "already here", "captured"]  # what failed comes last


def test_poll_leaves_to_the_next_what_is_too_many(monkeypatch):
    monkeypatch.setattr(feeds, "MOST_FETCHED", 2)
    followed = make.make_feed(FEED)
    with serving({"/rss.xml": answer(MANY, 'ETag: "v1"'), **NOTES}) as site:
        assert words_of(followed, site) == ["captured", "captured", "3 of 5 entries are left for the next poll"]
        assert (followed.etag, followed.next_poll_at) == ("", AT + timedelta(minutes=15))
        assert followed.outcome == "5 entries: 2 captured, 0 refused, 3 left for the next poll"
        assert words_of(followed, site) == ["already here"] * 2 + ["captured"] * 2 + ["1 of 5 entries are left for the next poll"]
        assert words_of(followed, site) == ["already here"] * 4 + ["captured"]

    assert (followed.etag, followed.next_poll_at) == ('"v1"', AT + timedelta(minutes=60))
    assert Document.objects.count() == len(set(Article.objects.values_list("url", flat=True))) == 5


def test_poll_of_a_site_that_wants_long_pauses_ends_in_time():
    now = [0.0]
    followed = make.make_feed(FEED)
    with serving({"/robots.txt": answer(b"User-agent: *\nCrawl-delay: 120"), "/rss.xml": answer(MANY), **NOTES}) as site:
        slow = Pace(pace_to(site).visitor, sleep=lambda seconds: now.append(now.pop() + seconds), clock=lambda: now[0])
        words = [one.words for one in poll(followed, at=AT, pace=slow)]

    assert words == ["captured"] * 3 + ["2 of 5 entries are left for the next poll"]
    assert now[0] == 360


def test_entry_that_can_not_be_fetched_keeps_none_behind_it_waiting(monkeypatch):
    monkeypatch.setattr(feeds, "MOST_FETCHED", 1)
    followed = make.make_feed(FEED)
    with serving({"/rss.xml": answer(MANY), **NOTES, "/0": answer(b"", status="403 x"), "/1": answer(b"", status="503 x")}) as site:
        site.pages["/2"] = site.pages["/1"]
        for _ in range(5):
            words_of(followed, site)
        assert [site.asked.count(f"/{number}") for number in range(5)] == [1, 1, 1, 1, 1]
        for _ in range(4):
            words_of(followed, site)

    assert [site.asked.count(f"/{number}") for number in range(5)] == [1, 3, 3, 1, 1]


def test_viewer_may_not_poll():
    with pytest.raises(Refused, match="Your role does not allow this"):
        list(poll(make.make_feed(FEED), by=make.make_user("viewer"), at=AT))
