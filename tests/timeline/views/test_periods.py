"""Pages of the chronology: their dates, neighbours and pages; the log of corrections; languages and quotes."""

import pytest

from archive import publication
from archive.models import Statement
from tests.factories import (
    make_claim,
    make_document,
    make_public_statement,
    the_chief,
)
from tests.timeline.pages import make_record
from timeline.lists.paging import ON_A_PAGE

pytestmark = pytest.mark.django_db


DATES = {
    "/chronology/": ["2021-12~", "2022", "2023-05-17", "2023-05-17", "2023-07-01", "2023-07-01", "2023-07-01", "2024-06-24", ""],
    "/chronology/2023/?order=-said_on": ["2023-07-01", "2023-07-01", "2023-07-01", "2023-05-17", "2023-05-17"],
    "/chronology/?order=-said_on&kind=indirect": ["2022"],
    "/chronology/?order=-said_on&said_to=2022": ["2022", "2021-12~"],
    "/chronology/2023/": ["2023-05-17", "2023-05-17", "2023-07-01", "2023-07-01", "2023-07-01"],
    "/chronology/2023/05/": ["2023-05-17", "2023-05-17"],
    "/chronology/2023/05/17/": ["2023-05-17", "2023-05-17"],
    "/chronology/2022/": ["2022"],
    "/chronology/2022/01/": [],
    "/chronology/2022/01/01/": [],
    "/chronology/2020/": [],
    "/chronology/undated/": [""],
    "/chronology/?said_from=May+2023&said_to=17+May+2023": ["2023-05-17", "2023-05-17"],
    "/chronology/?speaker=ada-moreau": ["2023-05-17", "2023-05-17", "2024-06-24"],
    "/chronology/?claim=the-toll-on-the-bridge-stays&kind=indirect": ["2022"],
    "/search/?q=toll+stay": ["2024-06-24", "2023-05-17"],
    "/search/?q=": [],
}


def test_dates_on_pages_of_the_chronology(client):
    make_record()

    assert {address: [row.shown["said_on"] for row in client.get(address).context["page"].rows] for address in DATES} == DATES


def test_neighbours_of_a_period_hold_statements(client):
    make_record()

    def neighbours(address: str) -> list[str]:
        return [period.url if period else "" for period in client.get(address).context["neighbours"]]

    assert neighbours("/chronology/2023/") == ["/chronology/2022/", "/chronology/2024/"]
    assert neighbours("/chronology/2023/05/") == ["/chronology/2021/12/", "/chronology/2023/07/"]
    assert neighbours("/chronology/2023/05/17/") == ["", "/chronology/2023/07/01/"]
    assert neighbours("/chronology/2021/") == ["", "/chronology/2022/"]


def test_pages_go_by_key_and_are_named_by_date(client):
    for number in range(ON_A_PAGE + 1):
        make_public_statement(said_on=f"20{10 + number // 4}-05-{10 + number % 4}")

    first = client.get("/chronology/")
    second = client.get("/chronology/", {"cursor": first.context["page"].next})

    assert "Next page, on from 13 May 2014" in first.content.decode()
    assert [row.shown["said_on"] for row in second.context["page"].rows] == ["2015-05-10"]
    assert "Previous page, up to 10 May 2015" in second.content.decode()


def test_quotes_name_their_language(client):
    make_record()

    assert '<blockquote class="words direct" lang="ru" dir="auto">' in client.get("/chronology/").content.decode()


def test_only_an_exact_day_is_a_time(client):
    make_record()
    words = client.get("/chronology/").content.decode()

    assert '<time datetime="2023-05-17">17 May 2023</time>' in words
    assert '<span data-edtf="2021-12~">about December 2021</span>' in words


def test_the_log_shows_what_was_and_what_is(client):
    make_record()

    items = client.get("/corrections/").context["items"]

    assert [
        (item.revision.object_type, item.record.is_withdrawn, [(one.label, one.was, one.now) for one in item.changes]) for item in items
    ] == [
        ("statement", True, []),
        ("speaker", False, [("description", "mayor, born 1961", "mayor, born 1962")]),
        ("statement", False, [("place in the source", "", "page 3")]),
    ]


def test_the_log_shows_how_a_link_changed(client):
    row = make_public_statement(claims=[make_claim("The toll stays.")])
    link = row.occurrences.get()
    publication.correct(link, by=the_chief(), changes={"likeness": "narrower"}, revision_class="correction", reason="It says less.")

    (item,) = client.get("/corrections/").context["items"]

    assert [(one.label, one.was, one.now) for one in item.changes] == [
        ("claims in these words", "The toll stays.: says this in other words", "The toll stays.: says less than this, or of fewer")
    ]


def test_corrections_of_a_statement_that_was_withdrawn_later_tell_none_of_its_words(client):
    row = make_public_statement(make_document("“Two pears and one plum,” he said."), "Two pears and one plum")
    publication.correct(row, by=the_chief(), changes={"span": (1, 10)}, revision_class="correction", reason="Cut too long.")
    publication.withdraw(Statement.objects.get(pk=row.pk), by=the_chief(), revision_class="legal-removal", reason="A court said so.")

    assert "pears" not in client.get("/corrections/").content.decode()


def test_a_chart_of_many_years_stays_small_and_leads_to_what_it_counts(client):
    for said_on in ("0001", "0203-05-17", "0250", "9999-12-31"):
        make_public_statement(said_on=said_on, kind="direct")

    page = client.get("/chronology/?kind=direct")

    bars = [(bar.label, bar.count, bar.url) for bar in page.context["histogram"]().bars if bar.count]
    assert [(label, count) for label, count, _ in bars] == [("AD 1–AD 99", 1), ("AD 200–AD 299", 2), ("9900–9999", 1)]
    assert [len(client.get(url).context["page"].rows) for _, _, url in bars] == [1, 2, 1]
    assert f'href="{bars[1][2].replace("&", "&amp;")}"' in page.content.decode()
    assert len(page.content) < 60_000


def test_a_year_names_the_spans_it_falls_in_and_each_leads_to_its_list(client):
    for said_on in ("2019/2021", "2019-06/2021-03", "2018/2022", "2020-05-17"):
        make_public_statement(said_on=said_on)

    year = client.get("/chronology/2020/")
    spans = year.context["spans"]

    assert [(span.words, span.count) for span in spans] == [("2018–2022", 1), ("2019–2021", 2)]
    assert [len(client.get(span.url).context["page"].rows) for span in spans] == [1, 2]
    assert [span.url for span in spans if f'<a href="{span.url}">' not in year.content.decode()] == []
    assert [row.shown["said_on"] for row in year.context["page"].rows] == ["2020-05-17"]


def test_a_page_of_years_is_named_by_them(client):
    make_public_statement(said_on="2019/2021")

    page = client.get("/chronology/2019-2021/").content.decode()

    assert "<h1>Said in 2019–2021</h1>" in page
    assert client.get("/chronology/2021-2019/").status_code == 404
