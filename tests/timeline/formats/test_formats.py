"""Every format of a list, read by what others read it with."""

import json
from dataclasses import replace
from datetime import date

import feedparser
import pytest
from django.urls import reverse
from icalendar import Calendar

from archive import publication
from archive.identity.merged_speakers import merge_speakers
from archive.models import Speaker, Statement
from tests.factories import make_public_statement, the_chief
from tests.timeline.formats.lists import READERS, body_of, ids_in, make_list, public_ids, rows_of_csv
from timeline.filters import StatementFilter
from timeline.formats import columns, sheet, table
from timeline.formats.table import FORMATS
from timeline.lists import listed

LISTS = {
    "/chronology/": {},
    "/chronology/2023/": {"said_on__startswith": "2023"},
    "/chronology/2023/05/": {"said_on__startswith": "2023"},
    "/chronology/2023/05/17/": {"said_on": "2023-05-17"},
    "/chronology/undated/": {"said_on": ""},
    "/speakers/ann-okafor/": {"attributions__speaker__slug": "ann-okafor"},
    "/outlets/telexa/": {},
    "/claims/the-ferry-sails/": {"occurrences__claim__slug": "the-ferry-sails"},
}
HUSHED = b"hushed"  # of the words that were withdrawn


@pytest.fixture(scope="module")
def _rows(made_once) -> None:
    make_list()


@pytest.fixture
def rows(_rows, db) -> None:
    """The rows of `make_list`, made once for all the tests."""


@pytest.mark.parametrize("file", FORMATS)
def test_every_list_in_every_format(rows, client, file):
    """All that the list holds that the format can tell, and of what was withdrawn nothing."""
    tells = {"timeline.json": lambda one: one.said_on, "calendar.ics": lambda one: one.said_on == "2023-05-17"}.get(file, lambda one: True)
    for address, which in LISTS.items():
        expected = [one.public_id for one in Statement.objects.public().filter(**which) if tells(one)]
        assert sorted(ids_in(client, file, address)) == sorted(expected), address
        assert HUSHED not in body_of(client, f"{address}{file}"), address
    assert len(ids_in(client, file, "/search/", "q=tolls+-fell")) == (0 if file == "calendar.ics" else 1)
    assert HUSHED not in body_of(client, f"/corrections/{file}")


@pytest.mark.parametrize("file", FORMATS)
def test_how_it_is_sent(rows, client, file):
    address = f"/speakers/ann-okafor/{file}?kind=direct"
    answer = client.get(address)
    etag = answer.headers["ETag"]

    assert answer.headers["Content-Type"] == FORMATS[file].media_type
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    kind, _, ending = file.partition(".")
    name = f"speakers-ann-okafor-kind-direct{'' if kind == 'data' else f'-{kind}'}.{ending}"
    assert answer.headers["Content-Disposition"].endswith(f'; filename="{name}"')
    assert answer.streaming == file.startswith("data")
    assert client.get(address, headers={"if-none-match": etag}).status_code == 304
    assert client.head(address).status_code == 200
    assert client.post(address).status_code == 405
    make_public_statement(said_on="2024")
    assert client.get(address, headers={"if-none-match": etag}).status_code == 200


@pytest.mark.parametrize(
    ("query", "wrong"),
    [
        ("spaeker=ann-okafor", ["spaeker"]),
        ("speaker=nobody&said_from=whenever", ["said_from", "speaker"]),
        ("kind=direct&kind=mixed", ["kind"]),
        ("cursor=made-up", ["cursor"]),
        ("page_size=5", ["page_size"]),
    ],
)
@pytest.mark.parametrize("file", ["feed.atom", "data.csv"])
def test_wrong_parameters_are_named(rows, client, file, query, wrong):
    answer = client.get(f"/chronology/{file}?{query}")

    assert (answer.status_code, answer.headers["Content-Type"]) == (400, "application/problem+json")
    assert sorted(error["parameter"] for error in json.loads(answer.content)["errors"]) == wrong
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_where_a_reader_comes_from_is_no_mistake(rows, client):
    assert client.get("/chronology/feed.atom?utm_source=letter&kind=").status_code == 200
    assert json.loads(client.get("/search/data.csv").content)["errors"][0]["code"] == "required"
    assert client.get("/method/feed.atom").status_code == client.get("/speakers/nobody/data.csv").status_code == 404


def test_old_address_leads_on(rows, client):
    old, new = Speaker.objects.get(slug="ann-okafor"), Speaker.objects.get(name="Бо Линд")
    merge_speakers(new, old, by=the_chief(), reason="The same.")

    answer = client.get("/speakers/ann-okafor/feed.atom?kind=indirect")
    assert (answer.status_code, answer.headers["Location"]) == (301, f"{new.get_absolute_url()}feed.atom?kind=indirect")
    assert len(feedparser.parse(body_of(client, answer.headers["Location"])).entries) == 1


def test_part_after_part(rows, client, monkeypatch):
    """Each statement once, in the order of the list, whatever one answer holds."""
    for file in FORMATS:
        monkeypatch.setitem(table.FORMATS, file, replace(FORMATS[file], giving=replace(FORMATS[file].giving, most=2)))
    whole = public_ids()

    assert ids_in(client, "data.csv", "/chronology/") == ids_in(client, "data.ndjson", "/chronology/") == whole
    assert ids_in(client, "timeline.json", "/chronology/", "order=-said_on") == whole[-2::-1]
    assert sorted(ids_in(client, "feed.json", "/chronology/")) == sorted(whole)
    assert feedparser.parse(body_of(client, "/chronology/feed.atom")).feed.links[-1].rel == "next"
    assert "next_url" in json.loads(body_of(client, "/chronology/feed.json"))
    assert "newest" in str(Calendar.from_ical(body_of(client, "/chronology/calendar.ics"))["x-wr-caldesc"])
    assert "narrow" in json.loads(body_of(client, "/chronology/timeline.json"))["title"]["text"]["text"]


def test_atom(rows, client):
    feed = feedparser.parse(body_of(client, "/claims/the-ferry-sails/feed.atom"))
    entry = next(one for one in feed.entries if "Ferries" in one.title)

    assert (feed.version, feed.bozo) == ("atom10", False)
    assert feed.feed.title == "On Record: The ferry sails."
    assert {link.rel for link in feed.feed.links} == {"alternate", "self"}
    assert entry.id == entry.link
    assert entry.title == "Ann Okafor: “=Ferries sail & “sing””"
    assert [(one.name, one.href.rpartition("/speakers/")[2]) for one in entry.authors] == [("Ann Okafor", "ann-okafor/")]
    assert entry.tags[0].label == "The ferry sails."
    assert "the mayor, 17 May 2023" in entry.content[0].value
    assert 'href="https://telexa.example/a?b=1&amp;c=2"' in entry.content[0].value


def test_json_feed(rows, client):
    feed = json.loads(body_of(client, "/chronology/feed.json"))

    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert {"title", "items", "home_page_url", "feed_url"} <= feed.keys()
    for item in feed["items"]:
        assert {"id", "url", "content_html", "date_published", "date_modified", "_onrecord"} <= item.keys()
        assert {key for key in item if key not in ITEM_KEYS and not key.startswith("_")} == set()
    coarse = next(item for item in feed["items"] if item["url"].endswith(f"/{public_ids(said_on='2023-05')[0]}/"))
    assert coarse["_onrecord"]["said_on"]["edtf"] == "2023-05"
    assert coarse["tags"] == ["The ferry sails.", "The toll <stays>."]
    assert "The toll &lt;stays&gt;." in coarse["content_html"]
    assert "<blockquote" not in coarse["content_html"]  # nobody's own words
    assert "[Denied]" in next(item["title"] for item in feed["items"] if "Tolls rose" in item["title"])


ITEM_KEYS = {"id", "url", "title", "content_html", "date_published", "date_modified", "authors", "tags", "language"}


def test_csv(rows, client):
    body = body_of(client, "/chronology/data.csv")
    by_date = {row["said_on"]: row for row in rows_of_csv(body)}

    assert body.startswith(b"id,url,text,")
    assert body.count(b"\r\n") == 6
    assert by_date["2023-05-17"]["text"] == "'=Ferries sail & “sing”"
    assert by_date["2023-05"]["text"] == "They sail\nin May.\u2028Tolls fell"
    assert by_date["2023-05"]["speakers"] == "Ann Okafor; Бо Линд"
    assert by_date["2023-05"]["claims"] == "the-ferry-sails; the-toll-stays"
    assert (by_date["2023-05-17"]["occasion"], by_date["2023-05-17"]["place"]) == ("Council & mayor", "Ostrowin")
    assert (by_date[""]["said_earliest"], by_date[""]["version"]) == ("", "1")
    assert list(by_date[""]) == [column.heading for column in columns.STATEMENTS]
    for column in [*columns.STATEMENTS, *columns.CORRECTIONS]:
        assert f"<dt><code>{column.heading}</code></dt>" in client.get(reverse("data")).content.decode()
    for name in StatementFilter.base_fields:
        assert f"<code>{name}</code>" in client.get(reverse("data")).content.decode()


def test_ndjson_is_what_the_api_tells(rows, client):
    lines = body_of(client, "/chronology/data.ndjson").decode().splitlines()

    assert [json.loads(line) for line in lines] == client.get("/api/v1/statements/").json()["results"]


def test_feed_holds_what_xml_can(db, client):
    make_public_statement(text="“The ferry\x0c sails,” \ufffeit said.", speakers=["a man\x01"])

    feed = feedparser.parse(body_of(client, "/search/feed.atom?q=ferry+a%01b%EF%BF%BE"))
    assert not feed.bozo
    assert feed.feed.title.endswith("ferry a\ufffdb\ufffd")
    feed = feedparser.parse(body_of(client, "/chronology/feed.atom"))
    assert not feed.bozo
    assert feed.entries[0].author == "a man\ufffd"


def test_calendar(rows, client):
    make_public_statement(said_on="2022-03-30/2022-04-02", text="“Four days,” it said.")
    calendar = Calendar.from_ical(body_of(client, "/chronology/calendar.ics"))
    events = {event.decoded("dtstart"): event for event in calendar.walk("VEVENT")}

    assert events.keys() == {date(2023, 5, 17), date(2022, 3, 30)}
    assert events[date(2023, 5, 17)].decoded("dtend") == date(2023, 5, 18)
    assert events[date(2022, 3, 30)].decoded("dtend") == date(2022, 4, 3)
    assert "Ferries sail & “sing”" in str(events[date(2023, 5, 17)]["description"])
    assert "4 of which no day is known are left out" in str(calendar["x-wr-caldesc"])
    named = body_of(client, "/search/calendar.ics?q=ferries%0D%0ABEGIN:VEVENT,%3Bsail")
    assert str(Calendar.from_ical(named)["x-wr-calname"]).endswith(r"ferries\nBEGIN:VEVENT\,\;sail")


def test_corrections_and_withdrawals_are_seen(rows, client):
    """In the feed of the list by when it changed and by what is gone; in that of corrections by their own entries."""
    before = {entry.id: entry for entry in feedparser.parse(body_of(client, "/chronology/feed.atom")).entries}
    changed, gone = Statement.objects.get(text="Tolls rose"), Statement.objects.get(text="Nobody paid")
    publication.correct(changed, by=the_chief(), changes={"said_on": "2022-08"}, revision_class="correction", reason="It was August.")
    publication.withdraw(gone, by=the_chief(), revision_class="retraction", reason="Nobody said so.")

    after = {entry.id: entry for entry in feedparser.parse(body_of(client, "/chronology/feed.atom")).entries}
    address = next(one for one in before if changed.public_id in one)
    assert {one.rstrip("/").rpartition("/")[2] for one in before.keys() - after.keys()} == {gone.public_id}
    assert after[address].updated > before[address].updated
    assert after[address].published == before[address].published
    for file in FORMATS:
        assert b"Nobody paid" not in body_of(client, f"/corrections/{file}") + body_of(client, f"/chronology/{file}")
    log = feedparser.parse(body_of(client, "/corrections/feed.atom"))
    assert not log.bozo
    assert log.entries[0].title == "retraction: A statement that was withdrawn"
    assert "It was August." in log.entries[1].content[0].value
    assert len({entry.id for entry in log.entries}) == len(log.entries) == 3
    assert [row["reason"] for row in rows_of_csv(body_of(client, "/corrections/data.csv"))][:2] == ["Nobody said so.", "It was August."]
    lines = [json.loads(line) for line in body_of(client, "/corrections/data.ndjson").splitlines()]
    assert lines == client.get("/api/v1/corrections/").json()["results"]


def test_page_leads_to_its_formats(rows, client):
    page = client.get("/speakers/ann-okafor/?kind=indirect").content.decode()

    for file in FORMATS:
        assert f'<a rel="nofollow" href="/speakers/ann-okafor/{file}?kind=indirect">' in page
        assert f'href="/speakers/ann-okafor/{file}?kind=indirect">' in page.partition("</head>")[0]
    assert "Take this list away" not in client.get("/chronology/?kind=nonsense").content.decode()
    assert 'rel="alternate"' not in client.get("/search/").content.decode()
    assert READERS.keys() == FORMATS.keys()


def test_rows_are_written_as_they_are_read(rows, client, monkeypatch):
    """A few at a time, so that no length takes memory; and what is withdrawn before its turn is left out."""
    monkeypatch.setattr(sheet, "WRITTEN_AT_ONCE", 2)
    monkeypatch.setattr(listed, "MOST_TOLD", 2)
    answer = client.get("/chronology/data.csv")
    chunks = iter(answer.streaming_content)

    assert next(chunks).count(b"\r\n") == 2  # the headings and one row
    publication.withdraw(Statement.objects.get(said_on=""), by=the_chief(), revision_class="retraction", reason="Never said.")
    rest = b"".join(chunks)
    assert rest.count(b"\r\n") == 3
    assert b"The mayor left" not in rest
