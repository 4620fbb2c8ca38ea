"""Narrowing a list: what is on stays on from link to link, and machines that walk through all pages are kept out of the combinations."""

import re

import pytest

from tests.factories import make_claim, make_document, make_outlet, make_public_statement, make_speaker
from timeline.views import values

pytestmark = pytest.mark.django_db
NARROWING = re.compile(r'<a ([^>]*href="[^"]*[?&;](?:speaker|kind|order|q)=[^"]*"[^>]*)>')
NOINDEX = '<meta name="robots" content="noindex">'


@pytest.fixture
def archive() -> None:
    gazette, anna, boris, claim = make_outlet("Gazette"), make_speaker("Anna"), make_speaker("Boris"), make_claim("Tolls stay.")
    for number, speaker in enumerate((anna, anna, boris)):
        words = f"The toll stays {number}."
        make_public_statement(make_document(words, outlet=gazette), words, said_on=f"202{number}", speakers=[speaker], claims=[claim])
    make_public_statement(make_document("Bridges fall."), "Bridges fall.", speakers=[boris], kind="indirect", said_on="2020-05-04")


@pytest.mark.usefixtures("archive")
def test_links_that_narrow_keep_filter_and_order_and_are_not_followed(client):
    page = client.get("/search/?q=toll&order=said_on&speaker=anna").content.decode()
    links = [link for link in NARROWING.findall(page.partition("<main")[2]) if "API" not in link]

    assert {"order=said_on" in link or "order=" in link for link in links if 'href="/search/?q=toll' in link} == {True}
    rail = page.partition('id="filters"')[2]
    assert all("nofollow" in link for link in NARROWING.findall(rail) if "/chronology/" not in link)
    assert '<a rel="nofollow" href="/search/?q=toll&amp;order=said_on" aria-label="Remove the filter Speaker: Anna"' in rail
    assert '<a href="/chronology/2020/?speaker=anna&amp;q=toll&amp;order=said_on">' in rail
    assert '<input type="hidden" name="order" value="said_on">' in page.partition('role="search"')[2].partition("</form>")[0]


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    ("address", "is_closed"),
    [
        ("/chronology/", False),
        ("/chronology/?speaker=anna&order=-said_on", False),
        ("/chronology/?speaker=anna&kind=direct", True),
        ("/chronology/2020/?speaker=anna&outlet=gazette", True),
        ("/speakers/?outlet=gazette&kind=direct", True),
        ("/claims/tolls-stay/?speaker=anna&outlet=gazette", True),
        ("/search/?q=toll", True),
    ],
)
def test_combinations_of_filters_are_in_no_index(client, address, is_closed):
    assert (client.get(address).content.decode().count(NOINDEX) == 1) == is_closed


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    ("address", "choices"),
    [
        ("/chronology/?all=speaker", [("Anna", "speaker=anna", 2), ("Boris", "speaker=boris", 2)]),
        ("/chronology/2020/?kind=direct&all=speaker", [("Anna", "kind=direct&speaker=anna", 1)]),
        ("/search/?q=fall&all=speaker", [("Boris", "q=fall&speaker=boris", 1)]),
        ("/chronology/?all=claim&speaker=boris", [("Tolls stay.", "speaker=boris&claim=tolls-stay", 1)]),
        ("/chronology/?all=outlet&q=toll&name=gaz", [("Gazette", "q=toll&outlet=gazette", 3)]),
        ("/chronology/?all=jointly&speaker=boris", []),
        ("/chronology/?all=speaker&name=zzz", []),
    ],
)
def test_all_values_lead_to_as_many_as_they_tell(client, address, choices):
    page = client.get(address)
    path = address.partition("?")[0]

    assert [(one.name, one.query, one.count.number) for one in page.context["facet"].choices] == choices
    for _name, query, number in choices:
        assert client.get(f"{path}?{query}").context["count"]().number == number
    assert NOINDEX in page.content.decode()


@pytest.mark.usefixtures("archive")
def test_values_are_paged_and_only_those_of_a_list_can_be_asked_for(client, monkeypatch):
    monkeypatch.setattr(values, "PAGE_SIZE", 1)
    first = client.get("/chronology/?all=speaker&kind=direct")
    second = client.get(f"/chronology/?all=speaker&kind=direct&cursor={first.context['page'].next}")

    assert [page.context["facet"].choices[0].name for page in (first, second)] == ["Anna", "Boris"]
    refused = ["all=kind", "all=nothing", "all=speaker&speaker=anna"]
    assert [client.get(f"/chronology/?{query}").status_code for query in refused] == [404] * 3


@pytest.mark.usefixtures("archive")
def test_lists_of_names_tell_how_many_pass_the_filter(client):
    speakers = client.get("/speakers/?words=toll").content.decode()
    claims = client.get("/claims/?kind=direct").content.decode()

    assert '<a rel="nofollow" href="/speakers/anna/?q=toll#said">2 statements<' in speakers
    assert '<a rel="nofollow" href="/chronology/?kind=direct&amp;claim=tolls-stay">3 statements with these filters<' in claims
    assert "with these filters" not in client.get("/claims/?claim=tolls-stay").content.decode()
    assert len(client.get("/api/v1/speakers/?words=fall").json()["results"]) == 1
    assert client.get("/api/v1/speakers/?words=,").status_code == 400
