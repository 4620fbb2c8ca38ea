"""Lists: pages by cursor, counts on request, the shared filter, and always the same number of queries."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive.models import Speaker, Statement
from archive.publication import correct
from tests.factories import make_claim_said, make_document, make_occasion, make_public_statement, make_speaker, the_chief

pytestmark = pytest.mark.django_db

LISTS = ["statements", "claims", "occurrences", "speakers", "outlets", "documents", "occasions", "corrections"]
DATES = ["", "2021", "2021-05-03", "2021-05-03", "", "2020-12~", "2019/2022"]


def make_rows() -> None:
    """Four rows or more for every list, each with all that a row can have."""
    for turn in range(4):
        claim = make_claim_said(1, f"The bridge {turn} is open to trains.")
        outlet = claim.occurrences.first().statement.document.outlet
        one = make_document(f"“Toll {turn},” said Anna and Boris. “Fee {turn},” they said.", outlet=outlet, published="2024")
        speakers = [(make_speaker(), "Anna", "minister"), "Boris"]
        statement = make_public_statement(one, f"Toll {turn}", speakers=speakers, occasion=make_occasion(held_on="2023"), claims=[claim])
        make_public_statement(one, f"Fee {turn}", translation_of=statement, occasion=statement.occasion)
        correct(outlet, by=the_chief(), changes={"homepage": "https://x.example"}, revision_class="typo", reason="Misread.")


@pytest.fixture(scope="module")
def _rows(made_once) -> None:
    make_rows()


@pytest.fixture
def rows(_rows, db) -> None:
    """The rows of `make_rows`, made once."""


def texts_of(get, path: str) -> list[list[str]]:
    """The texts of each page, following `next` to the end."""
    pages = []
    while path:
        page = get(path.removeprefix("http://testserver/api/v1/")).json()
        pages.append(page)
        path = page["next"]
    back, path = [], pages[-1]["previous"]
    while path:
        page = get(path.removeprefix("http://testserver/api/v1/")).json()
        back.append(page["results"])
        path = page["previous"]
    assert list(reversed(back)) == [page["results"] for page in pages[:-1]]
    return [[row["text"] for row in page["results"]] for page in pages]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("page_size=3", [["w6", "w5", "w1"], ["w2", "w3", "w0"], ["w4"]]),
        ("page_size=3&order=-said_on", [["w3", "w2", "w1"], ["w5", "w6", "w4"], ["w0"]]),
        ("page_size=2&said_from=2021", [["w1", "w2"], ["w3"]]),
        ("page_size=200", [["w6", "w5", "w1", "w2", "w3", "w0", "w4"]]),
    ],
)
def test_cursors_lead_through_all_statements_and_back(get, query, expected):
    document = make_document(" ".join(f"w{number}" for number in range(len(DATES))))
    for number, date in enumerate(DATES):
        make_public_statement(document, f"w{number}", said_on=date)

    assert texts_of(get, f"statements/?{query}") == expected


@pytest.mark.parametrize("name", LISTS)
def test_empty_archive_has_empty_lists(get, name):
    assert get(f"{name}/?count=1").json() == {"next": None, "previous": None, "results": [], "count": 0, "count_is_exact": True}


# A column with the text or the bytes; to look for a name in a text, inside a function of the database, is not to read it.
TEXT_READ = re.compile(r'(?<!\()"archive_document"\."(?:text|raw)"')
CONDITION = re.compile(r"\sWHERE\s")


@pytest.mark.usefixtures("rows")
@pytest.mark.parametrize("name", LISTS)
def test_every_list_has_cursors(get, name):
    whole, first = get(f"{name}/").json()["results"], get(f"{name}/?page_size=1")
    found, page = list(first.json()["results"]), first.json()
    while page["next"]:
        page = get(page["next"].removeprefix("http://testserver/api/v1/")).json()
        found += page["results"]

    assert found == whole
    assert len(whole) >= 4
    assert first["Link"] == f'<{first.json()["next"]}>; rel="next"'


@pytest.mark.usefixtures("rows")
@pytest.mark.parametrize("name", LISTS)
def test_number_of_queries_is_the_same_for_one_row_and_three(get, name):
    with CaptureQueriesContext(connection) as one:
        assert len(get(f"{name}/?count=1&page_size=1").json()["results"]) == 1
    with CaptureQueriesContext(connection) as three:
        assert len(get(f"{name}/?count=1&page_size=3").json()["results"]) == 3

    assert [CONDITION.split(query["sql"])[0] for query in one] == [CONDITION.split(query["sql"])[0] for query in three]
    assert not [query for query in three if TEXT_READ.search(query["sql"])]


@pytest.mark.usefixtures("rows")
@pytest.mark.parametrize(
    ("query", "count", "counted"),
    [
        ("", 12, 0),
        ("speaker=anna-kovaleva-{}", 1, 0),
        ("kind=direct", 12, 0),
        ("kind=mixed", 0, 0),
        ("claim=the-bridge-1-is-open-to-trains", 2, 0),
        ("claim=the-bridge-1-is-open-to-trains&kind=direct", 2, 1),
        ("q=toll", 4, 1),
        ("said_from=2023", 8, 1),
    ],
)
def test_count_comes_from_the_rollups_where_they_know(get, query, count, counted):
    speaker = Speaker.objects.public().first().slug
    with CaptureQueriesContext(connection) as queries:
        found = get(f"statements/?count=1&page_size=1&{query.replace('anna-kovaleva-{}', speaker)}").json()

    assert (found["count"], found["count_is_exact"]) == (count, True)
    hits = connection.vendor == "postgresql" and "q=" in query  # it counts them first, to choose by which way they are read
    assert sum("COUNT(" in query["sql"] for query in queries) == counted + hits


@pytest.mark.usefixtures("rows")
@pytest.mark.parametrize(
    ("path", "number"),
    [
        ("statements/?speaker=SPEAKER&outlet=OUTLET", 1),
        ("claims/?speaker=SPEAKER", 1),
        ("claims/?q=BRIDGE+2", 1),
        ("speakers/?outlet=OUTLET&claim=the-bridge-0-is-open-to-trains", 2),
        ("documents/?speaker=SPEAKER&said_from=17+May+2023", 1),
        ("occasions/?q=fee", 4),
        ("occurrences/?claim=the-bridge-2-is-open-to-trains", 2),
        ("occurrences/", 8),
    ],
)
def test_lists_take_the_filter_of_statements(get, path, number):
    toll = Statement.objects.get(text="Toll 0")
    speaker, outlet = toll.attributions.first().speaker, toll.document.outlet

    assert len(get(path.replace("SPEAKER", speaker.slug).replace("OUTLET", outlet.slug)).json()["results"]) == number
