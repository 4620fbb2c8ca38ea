"""The occurrences of a claim, however they are narrowed: those that a plain look at all of them gives, in order, page by page,
each walked by an index."""

import random
from collections.abc import Iterator

import pytest

from archive import publication
from archive.enums import CountedAs, Likeness, Stance, TallyScope
from archive.models import Claim, CountedLink, Occurrence, Outlet, Speaker
from tests import plans
from tests.factories import (
    make_accepted_statement,
    make_article,
    make_claim,
    make_document,
    make_notice,
    make_occasion,
    make_occurrence,
    make_outlet,
    make_speaker,
    the_chief,
)
from timeline.lists.occurrences import Occurrences
from timeline.lists.paging import OLDEST_FIRST, Count, page_of

DATES = ["", "2019", "2019-01-01", "2019-01-01", "2020-21", "2020-03-05", ""]
WAYS = [(Stance.ASSERTS, likeness) for likeness in Likeness] + [(Stance.DENIES, Likeness.VERBATIM), (Stance.RELAYS, Likeness.VERBATIM)]


@pytest.fixture(scope="module")
def _rows(made_once) -> None:
    make_rows()


@pytest.fixture
def claim(_rows, db) -> Claim:
    """The one of `make_rows`, made once."""
    return Claim.objects.get(text="It stays.")


def make_rows() -> None:
    """Links of few days, speakers and outlets, in every way, some in retracted reports; one of another claim, and one that is no more."""
    chance = random.Random(5)
    claim, other = make_claim("It stays."), make_claim("It goes.")
    speakers, outlets = [make_speaker(f"Speaker {name}") for name in "AB"], [make_outlet(f"Outlet {name}") for name in "AB"]
    for number in range(30):
        article = make_article(chance.choice(outlets))
        statement = make_accepted_statement(
            make_document(f"It stays, {number}.", article=article), said_on=DATES[number % len(DATES)],
            speakers=chance.sample(speakers, chance.randint(1, 2)), occasion=make_occasion() if number % 3 else None,
        )  # fmt: skip
        stance, likeness = chance.choice(WAYS)
        make_occurrence(statement, other if number == 7 else claim, stance=stance, likeness=likeness)
        publication.publish(statement, by=the_chief())
        if number % 9 == 0:
            make_notice(statement.document, "retraction")
    withdrawn = Occurrence.objects.public().filter(claim=claim).last().statement
    publication.withdraw(withdrawn, by=the_chief(), revision_class="retraction", reason="Not said.")


def narrowed(claim: Claim) -> Iterator[tuple[Occurrences, list[Occurrence]]]:
    """Lists with the links that a plain look gives."""
    every, links = Occurrences(claim.pk), Occurrence.objects.public().filter(claim=claim).order_by("said_sort", "pk")
    yield every, list(links)
    yield every.none(), []
    yield every.asserted(), list(links.filter(stance=Stance.ASSERTS).whose_source_stands())
    yield every.asserted().said(), list(links.counted_as(CountedAs.SAYINGS))
    for figure in CountedAs:
        yield every.counted_as(figure), list(links.counted_as(figure))
        for speaker in Speaker.objects.all():
            spoken = links.filter(statement__attributions__speaker=speaker)
            yield every.under(TallyScope.SPEAKER, speaker.pk).counted_as(figure), list(spoken.counted_as(figure))
    for outlet in Outlet.objects.filter(name__startswith="Outlet"):
        read = links.filter(statement__document__article__outlet=outlet)
        yield every.under(TallyScope.OUTLET, outlet.pk), list(read)
        for speaker in Speaker.objects.all():
            both = every.under(TallyScope.SPEAKER, speaker.pk).under(TallyScope.OUTLET, outlet.pk)
            yield both, list(read.filter(statement__attributions__speaker=speaker))


def numbers(rows: Occurrences, size: int = 4) -> list[int]:
    """All of a list, page by page."""
    page = page_of(rows, OLDEST_FIRST, size=size)
    found = [row.id for row in page.rows]
    while page.next:
        page = page_of(rows, OLDEST_FIRST, cursor=page.next, size=size)
        found += [row.id for row in page.rows]
    return found


def numbers_backwards(rows: Occurrences, size: int = 4) -> list[int]:
    """The same from the last page back."""
    page = page_of(rows, OLDEST_FIRST, size=size)
    while page.next:
        page = page_of(rows, OLDEST_FIRST, cursor=page.next, size=size)
    found = [[row.id for row in page.rows]]
    while page.previous:
        page = page_of(rows, OLDEST_FIRST, cursor=page.previous, size=size)
        found.append([row.id for row in page.rows])
    return [number for lot in reversed(found) for number in lot]


@pytest.mark.parametrize("is_counted", [True, False])
def test_every_list_is_what_a_plain_look_gives(claim, is_counted):
    if not is_counted:  # as an update leaves it, until `reindex` ran
        CountedLink.objects.all().delete()
    for rows, links in narrowed(claim):
        expected = [link.pk for link in links]
        assert numbers(rows) == numbers_backwards(rows) == expected, rows
        assert rows.count_up_to(3) == Count(min(len(expected), 3), len(expected) > 3)


def test_a_row_tells_what_its_trail_asks(claim):
    link = Occurrence.objects.public().filter(claim=claim, statement__occasion__isnull=False)[0]
    statement = link.statement

    (row,) = Occurrences(claim.pk).of_statement(statement.public_id).read(OLDEST_FIRST, None, 5, back=False)

    assert row == (link.pk, link.said_sort, statement.pk, None, statement.document.article_id, statement.occasion_id)
    assert row.place == (link.said_sort, link.pk)


@pytest.mark.usefixtures("claim")
def test_a_speaker_who_never_said_it_has_no_list(claim):
    nobody = make_speaker("Nobody")

    assert page_of(Occurrences(claim.pk).under(TallyScope.SPEAKER, nobody.pk), OLDEST_FIRST).rows == []


@pytest.mark.sqlite  # tells its way in these words
def test_every_list_is_walked_by_an_index(claim):
    for rows, _links in narrowed(claim):
        queries = plans.queries_of(lambda rows=rows: page_of(rows, OLDEST_FIRST, size=2))
        assert [one.way for one in queries if "SCAN o" in one.way or "SCAN l" in one.way] == []
