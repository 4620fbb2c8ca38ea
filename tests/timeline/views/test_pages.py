"""The public pages: what they answer, what they never show, and what they cost."""

import re
from urllib.parse import quote

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from archive import publication
from archive.enums import TextPolicy
from archive.identity.merged_speakers import merge_speakers
from archive.models import Redirect, Statement, Tally, Threshold
from tests.factories import (
    make_claim,
    make_document,
    make_occasion,
    make_outlet,
    make_public_statement,
    make_speaker,
    make_statement,
    make_withdrawn_statement,
    the_chief,
)
from tests.timeline.pages import SECRET_WORDS, make_record
from timeline.lists import kept

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("policy", TextPolicy)
def test_no_page_shows_a_word_that_is_not_public(client, policy):
    record = make_record(policy=policy)
    # An Outlet that allows the full text shows it; only what was taken back is cut out.
    secrets = SECRET_WORDS if policy == TextPolicy.EXCERPTS else SECRET_WORDS[-1:]

    for address in record.addresses():
        page = client.get(address)
        assert page.status_code == 200, address
        assert [words for words in secrets if words in page.content.decode().lower()] == [], address


def test_lists_show_no_words_that_are_not_public_whatever_the_outlet_allows(client):
    record = make_record(policy=TextPolicy.FULL)

    for address in set(record.addresses()) - {record.document.get_absolute_url(), record.statement.get_absolute_url()}:
        assert [words for words in SECRET_WORDS if words in client.get(address).content.decode().lower()] == [], address


@pytest.mark.parametrize("words", ["pears", "plums", "quinces", "medlars"])
def test_search_finds_no_word_that_is_not_public(client, words):
    make_record()

    page = client.get("/search/", {"q": words})

    assert page.context["page"].rows == []
    assert page.context["count"]().number == 0


def test_counts_are_of_public_statements(client):
    make_record()

    assert client.get("/").context["figures"].statements == Statement.objects.public().count() == 9
    assert client.get("/chronology/").context["histogram"]().total == 8
    assert Tally.objects.get(scope="year", key="undated").statements == 1


def test_a_withdrawn_statement_leaves_a_tombstone(client):
    record = make_record()

    page = client.get(record.withdrawn.get_absolute_url())

    assert page.status_code == 410
    words = page.content.decode()
    assert "The mayor never said it." in words
    assert "retraction" in words
    assert f"{record.withdrawn.withdrawn_at:%Y-%m-%d}" in words
    assert "medlars" not in words.lower()


@pytest.mark.parametrize("make", [make_statement, make_public_statement])
def test_a_statement_that_is_not_public_is_not_found(client, make):
    row = make()

    assert client.get(row.get_absolute_url()).status_code == (200 if row.is_public else 404)


@pytest.mark.parametrize(
    "address",
    [
        "/statements/nothere000/",
        "/claims/none/",
        "/speakers/none/",
        "/outlets/none/",
        "/documents/nothere000/",
        "/chronology/2023/13/",
        "/chronology/2023/02/30/",
        "/chronology/0000/",
        "/chronology/23/",
        "/chronology/?cursor=made-up",
        "/claims/?cursor=%00",
        "/nothing/",
    ],
)
def test_nothing_here(client, address):
    page = client.get(address)

    assert page.status_code == 404
    assert 'role="search"' in page.content.decode()


@pytest.mark.parametrize("model", ["document", "speaker", "outlet", "claim", "occasion"])
def test_rows_without_a_public_statement_have_no_page(client, model):
    row = make_statement(occasion=make_occasion())
    addresses = {
        "document": row.document.get_absolute_url(),
        "speaker": row.attributions.get().speaker.get_absolute_url(),
        "outlet": row.document.outlet.get_absolute_url(),
        "claim": make_claim().get_absolute_url(),
        "occasion": row.occasion.get_absolute_url(),
    }

    assert client.get(addresses[model]).status_code == 404


QUERIES = {
    "/": 20,
    "/chronology/": 14,
    "/chronology/?order=-said_on&kind=direct": 13,
    "/chronology/2023/": 14,
    "/chronology/undated/": 10,
    "/search/?q=toll": 20,
    "/claims/": 3,
    "/claims/the-toll-stays/": 14,
    "/speakers/": 3,
    "/speakers/ada-moreau/": 14,
    "/outlets/": 3,
    "/outlets/telexa/": 8,
    "/corrections/": 7,
}


@pytest.mark.parametrize("rows", [1, 3])
def test_a_page_takes_the_same_queries_for_one_row_and_three(client, rows):
    claim, speaker, outlet = make_claim("The toll stays."), make_speaker("Ada Moreau"), make_outlet("Telexa")
    for day in range(1, 7):  # the first page has what was recorded last, and what was said last besides
        make_public_statement(make_document(outlet=make_outlet()), said_on=f"2019-01-0{day}")
    for number in range(rows):
        for said_on in ("2023-05-17", ""):
            row = make_public_statement(
                make_document(f"The toll stays, as on day {number} {said_on}.", outlet=outlet),
                claims=[claim, make_claim()],
                speakers=[speaker, make_speaker(), "a source"],
                occasion=make_occasion(),
                said_on=said_on,
            )
            publication.correct(row, by=the_chief(), changes={"locator": "page 3"}, revision_class="typo", reason="It was left out.")
        make_withdrawn_statement(make_document(outlet=outlet), speakers=[speaker])
        make_public_statement(make_document(outlet=make_outlet()), said_on="2022")

    # PostgreSQL counts the hits of a word and what is on record, before it walks.
    expected = QUERIES | ({"/search/?q=toll": QUERIES["/search/?q=toll"] + 2} if connection.vendor == "postgresql" else {})
    assert {address: queries_of(client, address) for address in QUERIES} == expected


def queries_of(client, address: str) -> int:
    kept.forget()
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return len(queries)


def test_a_page_that_has_not_changed_is_not_sent_again(client):
    record = make_record()
    etag = client.get("/chronology/").headers["ETag"]

    assert client.get("/chronology/", headers={"If-None-Match": etag}).status_code == 304
    make_public_statement()
    page = client.get("/chronology/", headers={"If-None-Match": etag})
    assert (page.status_code, page.headers["ETag"] == etag) == (200, False)
    assert client.get(record.withdrawn.get_absolute_url(), headers={"If-None-Match": page.headers["ETag"]}).status_code == 410


def test_not_changed_takes_one_query(client, django_assert_num_queries):
    etag = client.get("/chronology/").headers["ETag"]

    with django_assert_num_queries(1):
        client.get("/chronology/", headers={"If-None-Match": etag})


def test_a_page_sets_no_cookie(client):
    record = make_record()

    assert [client.get(address).cookies for address in record.addresses() if client.get(address).cookies] == []


def test_an_old_address_leads_on(client):
    keep, gone = make_speaker("Ada Moreau"), make_speaker("Ада Моро")
    make_public_statement(speakers=[gone])
    old = gone.get_absolute_url()
    assert client.get(old).status_code == 200
    merge_speakers(keep, gone, by=the_chief(), reason="One person.")

    page = client.get(f"{old}?order=-said_on")

    assert (page.status_code, page.headers["Location"]) == (301, "/speakers/ada-moreau/?order=-said_on")
    assert old == f"/speakers/{quote('ада-моро')}/"


def test_an_address_that_answers_is_not_led_on(client):
    row = make_public_statement()
    Redirect.objects.create(old_path=row.get_absolute_url(), new_path="/", reason="By mistake.", at=row.recorded_at)

    assert client.get(row.get_absolute_url()).status_code == 200


def test_an_empty_result_says_which_filter_emptied_it(client):
    record = make_record()

    page = client.get("/chronology/", {"speaker": record.speaker.slug, "kind": "mixed"})

    assert [(one.name, one.count.number) for one in page.context["emptied"].removals] == [("speaker", 0), ("kind", 3)]
    assert "/chronology/?speaker=ada-moreau" in page.content.decode()


def test_a_filter_that_can_not_be_read_says_so(client):
    make_record()

    page = client.get("/chronology/", {"said_from": "whenever"})

    assert page.context["page"].rows == []
    assert "One of the filters can’t be read" in page.content.decode()


def test_a_text_can_not_break_out_of_a_page(client):
    row = make_public_statement(
        make_document("</script><script>alert(1)</script>", title="</title><script>alert(2)</script>"), claims=["<img src=x>"]
    )

    for address in ("/", "/chronology/", row.get_absolute_url(), row.document.get_absolute_url(), "/claims/", "/claims/img-srcx/"):
        words = client.get(address).content.decode()
        assert "<script>alert" not in words, address
        assert "<img" not in words, address


def test_an_archive_without_anything_public(client):
    make_statement()

    for name in ("home", "chronology", "undated", "claims", "speakers", "outlets", "corrections", "search", "data", "method"):
        page = client.get(reverse(name))
        assert page.status_code == 200, name
        assert "None" not in page.content.decode(), name


@pytest.mark.django_db
@pytest.mark.parametrize("alike", [20, 100])
def test_the_method_page_tells_what_people_are_asked_where_enough_was_answered(client, alike):
    Threshold.objects.create(pk=1, score=0.12, alike=alike, alike_above=alike - 5)

    told = " ".join(client.get("/method/").content.decode().split())

    assert ("Of 100 pairs that people found to say the same, or nearly, 95 lie above that: 95 %" in told) == (alike == 100)
    assert ("between 89 and 98 %" in told) == (alike == 100)


def test_statements_of_an_outlet_are_shown_with_its_documents(client):
    record = make_record()

    page = client.get(record.document.get_absolute_url()).content.decode()

    assert (
        f'<mark id="s-{record.statement.public_id}"><a href="{record.statement.get_absolute_url()}">The toll stays for ever</a></mark>'
        in page
    )


def test_the_claim_page_counts_sayings_and_reports_apart(client):
    record = make_record()

    tally = client.get(record.claim.get_absolute_url()).context["claim"].tally

    assert (tally.sayings, tally.reports, tally.variants, tally.denials) == (4, 5, 1, 1)


@pytest.mark.parametrize(
    ("address", "heading"),
    [
        ("/chronology/2023/", "Said in 2023"),
        ("/chronology/2023/05/", "Said in May 2023"),
        ("/chronology/2023/05/17/", "Said on 17 May 2023"),
    ],
)
def test_page_of_a_period_says_how_much_was_said_in_it(client, address, heading):
    make_record()

    page = client.get(address).content.decode()

    assert f"<h1>{heading}</h1>" in page
    assert re.search(r'<p class="bar"><span>[0-9]+ statements ', page)


@pytest.mark.parametrize("address", ["/claims/", "/speakers/", "/outlets/"])
def test_lists_of_names_take_the_filters_of_the_api(client, address):
    record = make_record()
    narrowed = f"{address}?claim={record.claim.slug}&counted=denials"

    rows = client.get(narrowed).context["rows"]
    page = client.get(f"{narrowed}&q=zzz").content.decode()
    nobody = client.get(f"{address}?q=zzz").content.decode()

    assert len(rows) == client.get(f"/api/v1{narrowed}&count=1").json()["count"] == 1
    assert f'<input type="hidden" name="claim" value="{record.claim.slug}">' in page
    assert "Remove “Name: zzz”" in page
    assert "Nothing here holds “zzz”." in nobody
    assert "Name the claim of which this is a count." in client.get(f"{address}?counted=denials").content.decode()


def test_a_day_of_publication_says_so_wherever_it_is_shown(client):
    claim, speaker = make_claim(), make_speaker("Ada Moreau")
    said = {"said_on": "2023-05-20", "said_rule": "publication", "claims": [claim], "speakers": [speaker]}
    row = make_public_statement(make_document("“The toll stays,” she said."), "The toll stays", **said)
    shown = 'reported <time datetime="2023-05-20">20 May 2023</time>'

    lists = [
        "/",
        "/chronology/",
        "/chronology/2023/05/20/",
        "/search/?q=toll",
        "/speakers/ada-moreau/",
        row.document.outlet.get_absolute_url(),
    ]
    addresses = [*lists, row.get_absolute_url(), row.document.get_absolute_url(), claim.get_absolute_url()]

    assert [address for address in addresses if shown not in client.get(address).content.decode()] == []
    assert "Ada Moreau, reported 20 May 2023: The toll stays" in client.get(row.get_absolute_url()).content.decode()
    assert f"first {shown}" in client.get("/claims/").content.decode()


def test_the_best_match_stands_under_no_year(client):
    make_record()

    page = client.get("/search/", {"q": "toll", "order": "match"})

    words = page.content.decode()
    assert page.status_code == 200
    assert page.context["is_ranked"]
    assert "<span>best match first<" in words
    assert "the newest 2,000 are compared" not in words  # there are no more
    assert "<h2><a" not in words
    assert words.count('class="entry"') == len(page.context["page"].rows) > 0


def test_what_is_kept_of_one_address_is_shown_on_no_other(client):
    make_record()
    client.get("/chronology/?kind=%20direct")
    client.get("/chronology/?kind=shouted")

    page = client.get("/chronology/?kind=direct")

    assert page.context["count"]().number > 0
    assert "Select a valid choice" not in page.content.decode()
