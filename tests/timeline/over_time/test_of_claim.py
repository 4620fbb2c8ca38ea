"""What became of a claim over time, on its page: dates that were named, and who changed position."""

import re

import pytest

from archive import publication
from tests import factories as make
from timeline.lists.claims import public_claim
from timeline.over_time import drawing, of_claim
from timeline.over_time.of_claim import NOTHING, over_time
from timeline.printing import claims as printed

pytestmark = pytest.mark.django_db


@pytest.fixture
def claim():
    return make.make_claim("The airport opens in 2020.", slug="airport")


def say(claim, words, said_on, speaker, *, force="asserted", **bearing):
    statement = make.make_accepted_statement(words=words, said_on=said_on, speakers=[speaker], force=force)
    make.make_occurrence(statement, claim, **bearing)
    return publication.publish(statement, by=make.the_chief())


@pytest.fixture
def said(claim):
    """One who moves the date, and takes it back; and one who never changes."""
    minister, other = make.make_speaker("Pavel Orsolan"), make.make_speaker("Nadia Lorne")
    first = say(claim, "The airport opens in 2020", "2017-05-04", minister)
    say(claim, "I repeat: the airport opens in 2020", "2018-05", minister)
    say(claim, "The airport opens in 2022", "2020-09-16", minister, likeness="variant")
    say(claim, "We open the airport in 2022", "2020-09-20", minister, likeness="variant")
    say(claim, "The airport opens in spring 2025", "2023-12-18", minister, likeness="variant")
    say(claim, "No airport opens in 2020", "2024-01-02", minister, stance="denies", force="denied")
    say(claim, "The airport opens in 2020, and I know it", "2019-01-01", other)
    say(claim, "The airport opens in 2024", "", other, likeness="variant")
    return first


def test_dates_that_were_named_are_drawn_and_told(said, client):
    (chart,) = over_time(public_claim("airport")).charts
    page = client.get("/claims/airport/").content.decode()

    assert [(row.report.said_in_words, row.stated.short) for row in chart.rows] == [
        ("4 May 2017", "2020"), ("May 2018", "2020"), ("1 January 2019", "2020"), ("16 September 2020", "2022"),
        ("20 September 2020", "2022"), ("18 December 2023", "spring 2025"),
    ]  # fmt: skip
    assert [label.text for label in chart.labels] == ["2020", "2022", "spring 2025"]
    assert [bool(mark.width) for mark in chart.marks] == [False, True, False, False, False, False]
    assert chart.marks[0].top > chart.marks[3].top > chart.marks[5].top
    assert chart.marks[0].height > chart.marks[5].height
    assert (chart.first, chart.last) == (2017, 2023)
    assert '<svg class="chart" role="img" height="170"><title>Which date was named. 4 May 2017: 2020; ' in page
    assert page.count('<rect class="fill"') == len(chart.marks)
    tables = re.findall(r"<summary>(As a table.*?)</summary>", page)
    assert len(tables) == len({*tables}) > 1
    assert "style=" not in page


def test_who_changed_position_is_told_with_the_days_between(said, client):
    told = over_time(public_claim("airport"))
    (minister,) = told.positions

    assert [(turn.words, turn.since) for turn in minister.turns] == [
        ("said it", ""), ("said it otherwise", "1,231 days later"), ("said it otherwise", "1,188 days later"),
        ("denied it", "15 days later"),
    ]  # fmt: skip
    assert [(row.name, row.url) for row in told.strip.rows] == [("Pavel Orsolan", "/speakers/pavel-orsolan/")]
    page = re.sub(r"<[^>]+>", "", client.get("/claims/airport/").content.decode())
    assert "16 September 2020 said it otherwise: The airport opens in 2022, 1,231 days later" in page
    assert "Only the first 300 reports" not in page


def test_numbers_are_drawn_apart_and_one_value_is_not_drawn(client):
    claim, speaker = make.make_claim("The port makes 40,000 jobs.", slug="port"), make.make_speaker()
    say(claim, "The port makes 40,000 jobs", "2019-01-01", speaker)
    assert over_time(public_claim("port")) == NOTHING

    say(claim, "The port makes jobs for some", "2020-01-01", speaker, likeness="variant")
    assert over_time(public_claim("port")).charts == []

    say(claim, "The port makes 25,000 jobs", "2021-01-01", speaker, likeness="variant")
    (chart,) = over_time(public_claim("port")).charts
    assert (chart.name, [one.text for one in chart.labels]) == ("Which number was named", ["25,000", "40,000"])


def test_values_that_lie_close_have_one_label():
    claim, speaker = make.make_claim("The toll is 100 crowns.", slug="toll"), make.make_speaker()
    for number, likeness in ((100, "paraphrase"), (101, "variant"), (900, "variant")):
        say(claim, f"The toll is {number} crowns", f"2019-01-0{number % 7 + 1}", speaker, likeness=likeness)
    (chart,) = over_time(public_claim("toll")).charts

    assert [one.text for one in chart.labels] == ["100", "900"]


def test_costs_as_many_queries_however_many_said_it(said, claim, django_assert_num_queries):
    row = public_claim("airport")
    with django_assert_num_queries(5):
        over_time(row)
    say(claim, "The airport opens in 2021", "2021-01-01", make.make_speaker(), likeness="variant")
    with django_assert_num_queries(5):
        assert not over_time(row).is_cut


def test_says_beside_a_chart_without_positions_too_that_later_reports_were_not_read(claim, client, monkeypatch):
    for day, year in enumerate((2020, 2022, 2024), start=1):
        say(claim, f"The airport opens in {year}", f"2017-05-0{day}", make.make_speaker(), likeness="variant")
    monkeypatch.setattr(of_claim, "MOST_READ", 2)
    page = client.get("/claims/airport/").content.decode()
    assert "Which date was named" in page
    assert "Who changed position" not in page
    assert "Only the first 300 reports were looked at." in page


def test_what_was_said_often_has_its_tables_on_a_page_of_their_own(said, client, monkeypatch):
    monkeypatch.setattr(printed, "ON_A_PAGE", 3)
    page, apart = (client.get(f"/claims/airport/{rest}").content.decode() for rest in ("", "over-time/"))

    assert 'href="/claims/airport/over-time/"' in page
    assert "<title>All speakers: " in page
    assert "<table" not in page
    assert "Which date was named" not in page
    told = ("As a table", "Who said it when", "Which date was named", "Who changed position")
    assert [apart.count(words) for words in told] == [3, 1, 4, 2]
    assert client.get("/claims/nothing/over-time/").status_code == 404


def test_a_chart_of_much_tells_its_first_values_and_how_many_others(said, client, monkeypatch):
    monkeypatch.setattr(drawing, "MOST_TOLD", 2)

    assert over_time(public_claim("airport")).charts[0].title == (
        "Which date was named. 4 May 2017: 2020; May 2018: 2020; 4 more in the table"
    )
