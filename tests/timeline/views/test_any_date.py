"""Whatever date a public statement has, from the first day of year 1 to the last of 9999, every page, list and link of it answers."""

import re
from collections.abc import Iterator
from html import unescape

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from archive.models import Statement
from archive.models.fields import validate_closed_edtf
from tests.factories import make_article, make_claim, make_document, make_occasion, make_outlet, make_public_statement, make_speaker
from timeline.record.citing import FORMATS

pytestmark = pytest.mark.django_db
# Links to pages, to what a bar of the chart counts, and to the neighbours of a page of the JSON; what narrows a list is read by itself.
LINKS = (
    re.compile(r'href="(/(?!static|favicon|api/v1/docs|search/[a-z])[^"#?]*)'),
    re.compile(r'href="(/chronology/\?said_from=[0-9]{4}&amp;said_to=[0-9]{4})"'),
    re.compile(r'"(?:next|previous)":"http://testserver([^"]+)"'),
)
LARGEST = 100_000  # bytes of a page with two statements, however far apart they lie

YEARS = st.one_of(st.integers(1, 9999), st.sampled_from([1, 9, 99, 203, 999, 1000, 9998, 9999])).map("{:04}".format)
MONTHS, SEASONS = st.integers(1, 12).map("{:02}".format), st.integers(21, 24).map(str)
DAYS = st.dates().map(str)
PLAIN = st.one_of(DAYS, YEARS, st.builds("{}-{}".format, YEARS, st.one_of(MONTHS, SEASONS)))
MASKED = st.one_of(
    st.integers(0, 99).map("{:02}XX".format), st.integers(0, 999).map("{:03}X".format), YEARS.map("{}-XX".format),
    YEARS.map("{}-XX-XX".format), st.builds("{}-{}-XX".format, YEARS, MONTHS),
)  # fmt: skip
TIMES = st.builds("{}T{:02}:30{}".format, DAYS, st.integers(0, 23), st.sampled_from(["", "Z", "+14:00", "-12:00"]))
MARKED = st.builds("{}{}".format, st.one_of(PLAIN, MASKED), st.sampled_from(["", "", "~", "?", "%"]))
INTERVALS = st.builds("{}/{}".format, PLAIN, PLAIN)

# A date that fails is told as it is: to look for a simpler one would take minutes.
MANY_PAGES = settings(
    phases=[Phase.explicit, Phase.reuse, Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def is_taken(text: str) -> bool:
    """Whether the form takes it as the day of saying."""
    try:
        validate_closed_edtf(text)
    except ValidationError:
        return False
    return True


EDTF = st.one_of(MARKED, MARKED, TIMES, INTERVALS).filter(is_taken)


def make_said(said_on: str) -> list[Statement]:
    """A statement of that date with everything beside it, and another of our day that it may be compared with."""
    claim, speaker, outlet = make_claim("The toll stays."), make_speaker("Ada Moreau"), make_outlet("Telexa")
    documents = [
        make_document(article=make_article(outlet), published=said_on if "/" not in said_on else "", title="Toll") for _ in range(2)
    ]
    dates = [said_on, "2023-05-17"]
    return [
        make_public_statement(document, claims=[claim], speakers=[speaker], said_on=date, occasion=make_occasion(held_on=date))
        for document, date in zip(documents, dates, strict=True)
    ]


def addresses(row: Statement) -> Iterator[str]:
    """Every kind of page, file and list of the JSON."""
    earliest, latest = row.said_earliest.isoformat(), row.said_latest.isoformat()
    days = {f"/chronology/{day[:end].replace('-', '/')}/" for day in (earliest, latest) for end in (4, 7, 10)}
    ranges = [f"{how}={earliest}" for how in ("said_from", "said_to")] + [f"said_from={earliest}&said_to={latest}"]
    ranges += [f"{one}&dates=overlap" for one in ranges] + ["order=-said_on", "count=1&page_size=1"]
    yield from ("/", "/chronology/", "/chronology/?order=-said_on", "/search/?q=toll", "/claims/", "/speakers/", "/outlets/")
    yield from sorted(days)
    yield from (f"/chronology/?{one}" for one in ranges[:-1])
    yield from (f"/statements/{row.public_id}/cite.{extension}" for extension in FORMATS)
    for one in (row, row.document, row.document.outlet, row.occurrences.get().claim, row.attributions.get().speaker):
        yield one.get_absolute_url()
        yield f"/api/v1{one.get_absolute_url()}"
    yield from (f"/api/v1/statements/?{one}" for one in ranges)
    yield from (f"/api/v1/{name}/?said_from={earliest}&page_size=1" for name in ("claims", "speakers", "outlets", "documents", "occasions"))
    yield from ("/api/v1/claims/the-toll-stays/trail/?page_size=1", "/api/v1/occurrences/?claim=the-toll-stays&page_size=1")


def walk(client, starts: Iterator[str]) -> dict[str, bytes]:
    """The pages and lists, and whatever they link to, each of which answers."""
    known: dict[str, bytes] = {}
    for address in starts:
        known[address] = read(client, address)
    texts = [page.decode() for page in known.values()]
    linked = {unescape(link) for text in texts for pattern in LINKS for link in pattern.findall(text)}
    for address in sorted(linked - set(known)):
        read(client, address)
    return known


def read(client, address: str) -> bytes:
    answer = client.get(address)
    assert answer.status_code == 200, address
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    assert len(body) < LARGEST, address
    return body


@pytest.mark.parametrize("said_on", ["0001-01-01", "9999-12-31", "0203-05-17", "0001-01-01/9999-12-31"])
def test_every_page_and_list_answers_at_the_ends(client, said_on):
    read_everything(client, said_on)


@settings(MANY_PAGES, max_examples=6)
@given(said_on=EDTF)
def test_every_page_and_list_answers(client, said_on):
    with transaction.atomic():
        read_everything(client, said_on)
        transaction.set_rollback(True)


@pytest.mark.full
@pytest.mark.sqlite  # the dates at the ends are asked of both
@settings(MANY_PAGES, max_examples=20)
@given(said_on=EDTF)
def test_every_page_and_list_answers_of_many_dates(client, said_on):
    with transaction.atomic():
        read_everything(client, said_on)
        transaction.set_rollback(True)


def read_everything(client, said_on: str) -> None:
    row, _ = make_said(said_on)
    pages = walk(client, addresses(row))
    of_the_year, of_the_day = (f"/chronology/{row.said_earliest.isoformat()[:end].replace('-', '/')}/" for end in (4, 10))
    here = f'id="s-{row.public_id}"'.encode()
    assert here in pages["/chronology/"]
    assert here in pages[of_the_year]
    assert row.said_earliest != row.said_latest or here in pages[of_the_day]


@pytest.mark.parametrize("address", ["/chronology/0001/01/01/", "/chronology/9999/12/31/", "/chronology/0001/", "/chronology/9999/12/"])
def test_the_first_and_the_last_period_answer(client, address):
    make_public_statement()

    assert client.get(address).status_code == 200
