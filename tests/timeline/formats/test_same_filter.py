"""Whatever the filter: its page, its feed, its files and the API hold the same statements."""

import re
from urllib.parse import urlencode

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.enums import Force, StatementKind
from archive.models import Statement
from tests.factories import make_claim, make_document, make_outlet, make_public_statement, make_speaker, make_withdrawn_statement
from tests.timeline.formats.lists import ids_in
from timeline.lists import paging

WORDS = ["ferry", "toll", "bridge", "mayor", "harbour"]
SAID = ["2019-05-04", "2019-05", "2019", "2019/2021", "2020-11-30", "2020-11-30T10:15", "2021-12~", ""]
DATES = ["2018", "2019-05", "2019-05-04", "2020", "2021-06", "May 2019"]


@pytest.fixture(scope="module")
def rows(made_once) -> None:
    """Thirty statements that differ in all that a filter asks for; every fifth is withdrawn."""
    speakers, claims = [make_speaker(f"Speaker {one}") for one in "ABC"], [make_claim(f"The {one} stands.") for one in WORDS[:3]]
    outlets = [make_outlet(name) for name in ("Gazette", "Telexa")]
    sentences = [f"{WORDS[number % 5].capitalize()} {WORDS[number // 5 % 5]} number {number}" for number in range(30)]
    documents = [make_document(". ".join(sentences) + ".", outlet=outlet) for outlet in outlets]
    for number, words in enumerate(sentences):
        make = make_withdrawn_statement if number % 5 == 4 else make_public_statement
        make(
            documents[number % 2],
            words,
            said_on=SAID[number % 8],
            speakers=speakers[number % 3 :][: 1 + number % 2],
            claims=claims[number % 4 : number % 4 + 1],
            kind=StatementKind.values[number % 3],
        )


CHOSEN = {
    "speaker": st.sampled_from(["speaker-a", "speaker-b", "speaker-c"]),
    "jointly": st.sampled_from(["speaker-b", "speaker-c"]),
    "outlet": st.sampled_from(["gazette", "telexa"]),
    "claim": st.sampled_from(["the-ferry-stands", "the-toll-stands"]),
    "kind": st.sampled_from(StatementKind.values),
    "force": st.sampled_from(Force.values),
    "said_from": st.sampled_from(DATES),
    "said_to": st.sampled_from(["2021", "2019-05-31", "2022-03"]),
    "dates": st.sampled_from(["inside", "overlap"]),
    "q": st.lists(st.sampled_from([*WORDS, '"ferry toll"', "-bridge"]), min_size=1, max_size=2).map(" ".join),
    "order": st.sampled_from(["said_on", "-said_on", "-recorded"]),
}


FILTERS = st.sets(st.sampled_from(sorted(CHOSEN)), max_size=3).flatmap(
    lambda names: st.fixed_dictionaries({one: CHOSEN[one] for one in names})
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15, deadline=None)
@given(chosen=FILTERS, small=st.sampled_from([4, 50]))
def test_random_filter(rows, db, small, chosen):
    client, query = Client(), urlencode(chosen)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(paging.page_of.__kwdefaults__, "size", small)
        shown = on_pages(client, f"/chronology/?{query}")
    if shown is None:
        for file in ("feed.atom", "data.csv", "data.ndjson"):
            assert client.get(f"/chronology/{file}?{query}").status_code == 400
        assert client.get(f"/api/v1/statements/?{query}").status_code == 400
        return
    withdrawn = set(Statement.objects.withdrawn().values_list("public_id", flat=True))

    assert ids_in(client, "data.csv", "/chronology/", query) == shown
    assert ids_in(client, "data.ndjson", "/chronology/", query) == shown
    assert in_api(client, query) == shown
    assert sorted(ids_in(client, "feed.atom", "/chronology/", query)) == sorted(shown)
    assert not withdrawn & set(shown)


def on_pages(client: Client, address: str) -> list[str] | None:
    """The statements of all pages of a list, in their order; None where the page says that the filter can't be read."""
    found: list[str] = []
    while address:
        page = client.get(address).content.decode()
        if "can’t be read" in page:
            return None
        section = page.partition('class="list"')[2].partition("</section>\n<aside")[0]
        found += dict.fromkeys(re.findall(r'href="/statements/([a-z0-9]+)/', section))
        link = re.search(r'rel="next" href="([^"]+)"', section)
        address = f"/chronology/{link[1].replace('&amp;', '&')}" if link else ""
    return found


def in_api(client: Client, query: str) -> list[str]:
    found, address = [], f"/api/v1/statements/?{query}"
    while address:
        answer = client.get(address).json()
        found += [one["id"] for one in answer["results"]]
        address = answer["next"]
    return found
