"""A walk gives what a plain look at every statement gives, in order, page by page, however it is driven; and it reads no more rows than a
page needs, whatever the database knows of its tables."""

import random
from collections.abc import Callable
from datetime import date

import pytest

from archive import publication
from archive.models import Claim, CountedLink, Speaker, Statement
from archive.models.search import tokens
from tests.factories import (
    make_accepted_statement,
    make_claim,
    make_document,
    make_occurrence,
    make_outlet,
    make_public_statement,
    make_speaker,
    make_statement,
    the_chief,
)
from tests.timeline.lists.places import statements_at
from timeline.lists.paging import NEWEST_FIRST, OLDEST_FIRST, Count, Order, page_of
from timeline.lists.walks import UNDATED, Walk
from timeline.record.counting import counted_as

DATES = ["", "0203-05-17", "2019", "2019-01", "2019-01-01", "2019-01-01", "2019-06/2021-03", "2019-06-30", "2020-21", "2020-03-05", ""]
WORDS = ["the bridge opens", "the toll stays", "the bridge and the toll", "a bridge", "no word of it"]
FIRST, LAST = date(2019, 1, 1), date(2020, 3, 5)


@pytest.fixture(scope="module")
def _rows(made_once) -> None:
    make_rows()


@pytest.fixture
def archive(_rows, db) -> None:
    """The rows of `make_rows`, made once."""


def make_rows() -> None:
    """Public statements of few speakers, outlets, claims and days, so that every walk has ties; and a draft, which none may find."""
    chance = random.Random(7)
    speakers = [make_speaker(f"Speaker {name}") for name in "ABC"]
    claims = [make_claim(f"Claim {name}.") for name in "AB"]
    outlets = [make_outlet(f"Outlet {name}") for name in "AB"]
    for number in range(33):
        words = f"{chance.choice(WORDS)} {number}"
        made = make_statement if number == 6 else make_public_statement
        row = made(
            make_document(words, outlet=chance.choice(outlets)), said_on=DATES[number % len(DATES)],
            kind=chance.choice(["direct", "indirect"]), force="asserted" if number % 3 else "denied",
            speakers=chance.sample(speakers, chance.randint(1, 2)),
            **({"claims": chance.sample(claims, chance.randint(0, 2))} if number % 3 else {}),
        )  # fmt: skip
        assert row.text == words
    twice = make_accepted_statement(make_document("It opens, it opens"), said_on="2019-01-01")
    for passage in ("It opens", "it opens"):
        make_occurrence(twice, claims[0], passage)
    publication.publish(twice, by=the_chief())
    varied = make_accepted_statement(make_document("It opens twice"), said_on="2019-01-01")
    make_occurrence(varied, claims[0], likeness="variant")
    publication.publish(varied, by=the_chief())


Test = Callable[[Statement], bool]


def narrowings(chance: random.Random) -> list[tuple[Callable[[Walk], Walk], Test]]:
    """What may narrow a walk, each with what it says of one statement."""
    one = chance.choice(list(Statement.objects.public()))
    speaker = one.attributions.first().speaker
    other = chance.choice(list(Speaker.objects.all()))
    outlet, word = one.document.outlet, chance.choice(["bridge", "toll", '"the toll"', "the bridge", "word"])
    claim, figure = getattr(one.occurrences.first(), "claim_id", 0), chance.choice(["sayings", "variants"])
    first, last = sorted(chance.sample([date(203, 5, 17), FIRST, date(2019, 6, 30), date(2020, 1, 1), LAST], 2))
    return [
        (lambda walk: walk.under("speaker", speaker.pk), lambda row: row.attributions.filter(speaker=speaker).exists()),
        (lambda walk: walk.under("speaker", other.pk), lambda row: row.attributions.filter(speaker=other).exists()),
        (lambda walk: walk.under("outlet", outlet.pk), lambda row: row.document.outlet == outlet),
        (lambda walk: walk.under("claim", claim), lambda row: row.occurrences.filter(claim=claim).exists()),
        (lambda walk: walk.under("claim", claim).counted_as(claim, figure), lambda row: counts_as(row, claim, figure)),
        (lambda walk: walk.under("kind", one.kind), lambda row: row.kind == one.kind),
        (lambda walk: walk.under("force", one.force), lambda row: row.force == one.force),
        (lambda walk: walk.holding(word), lambda row: holds(row, word)),
        (lambda walk: walk.said_inside(first, last), lambda row: bool(row.said_on) and first <= row.said_earliest <= last),
        (lambda walk: walk.said_inside(None, last), lambda row: bool(row.said_on) and row.said_earliest <= last),
        (lambda walk: walk.said_overlapping(first, last), lambda row: is_over(row, first, last)),
        (lambda walk: walk.said_overlapping(last), lambda row: is_over(row, last, date.max)),
        (lambda walk: walk.said_wholly_inside(FIRST, date(2019, 1, 31)), lambda row: lies_in(row, FIRST, date(2019, 1, 31))),
        (lambda walk: walk.said_wholly_inside(FIRST, FIRST), lambda row: lies_in(row, FIRST, FIRST)),
        (lambda walk: walk.within(UNDATED), lambda row: not row.said_on),
    ]  # fmt: skip


def holds(row: Statement, query: str) -> bool:
    said = f" {' '.join(tokens(row.text))} "
    return f" {' '.join(tokens(query))} " in said if '"' in query else all(f" {stem} " in said for stem in tokens(query))


def counts_as(row: Statement, claim: int, figure: str) -> bool:
    links, is_retracted = row.occurrences.filter(claim=claim), any(note.is_retraction for note in row.document.source_notes)
    return any(counted_as(link.stance, link.likeness, is_retracted=is_retracted) == figure for link in links)


def is_over(row: Statement, first: date, last: date) -> bool:
    return bool(row.said_on) and row.said_latest >= first and row.said_earliest <= last


def lies_in(row: Statement, first: date, last: date) -> bool:
    return bool(row.said_on) and first <= row.said_earliest and row.said_latest <= last


def in_order(rows: list[Statement], order: Order) -> list[int]:
    rows = sorted(rows, key=lambda row: (row.said_sort, row.pk), reverse=order.descending)
    return [row.pk for row in sorted(rows, key=lambda row: not row.said_on)]


def walked(walk: Walk, order: Order, size: int) -> tuple[list[int], list[int]]:
    """All of it page by page, and read back from its last page."""
    pages = [page_of(walk, order, size=size)]
    while pages[-1].next:
        pages.append(page_of(walk, order, cursor=pages[-1].next, size=size))
    back = [pages[-1]]
    while back[-1].previous:
        back.append(page_of(walk, order, cursor=back[-1].previous, size=size))
    return [one.id for page in pages for one in page.rows], [one.id for page in reversed(back) for one in page.rows]


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize("seed", range(40))
def test_a_walk_gives_what_every_statement_says_of_itself(seed):
    chance = random.Random(seed)
    chosen = chance.sample(narrowings(chance), chance.randint(0, 3))
    walk, order = Walk(), chance.choice([OLDEST_FIRST, NEWEST_FIRST])
    for narrow, _test in chosen:
        walk = narrow(walk)
    expected = in_order([row for row in Statement.objects.public() if all(test(row) for _narrow, test in chosen)], order)

    assert walked(walk, order, chance.randint(1, 7)) == (expected, expected)
    assert walk.count_up_to(5) == Count(min(len(expected), 5), len(expected) > 5)
    assert [row.pk for row in statements_at(page_of(walk, order).rows)] == expected


@pytest.mark.usefixtures("archive")
def test_a_place_of_another_list_begins_a_walk_where_it_would_stand():
    everything = page_of(Walk(), OLDEST_FIRST, size=20)
    late = Walk().said_inside(date(2020, 1, 1))
    early = Walk().said_inside(None, date(2018, 1, 1))

    assert page_of(late, OLDEST_FIRST, cursor=everything.next).rows == page_of(late, OLDEST_FIRST).rows != []
    assert page_of(early, OLDEST_FIRST, cursor=everything.next).rows == [] != page_of(early, OLDEST_FIRST).rows


@pytest.mark.usefixtures("archive")
def test_nothing_is_under_a_key_that_counts_nothing():
    walk = Walk().under("speaker", 0)

    assert (page_of(walk, OLDEST_FIRST).rows, walk.count_up_to(10)) == ([], Count(0))
    assert page_of(Walk().none(), OLDEST_FIRST).rows == []


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize("figure", ["sayings", "variants", "denials"])
def test_a_figure_is_the_same_where_its_links_are_not_counted_one_by_one_yet(figure):
    claim = Claim.objects.get(text="Claim A.").pk

    def found() -> tuple[list[int], Count]:
        walk = Walk().under("claim", claim).counted_as(claim, figure)
        return walked(walk, OLDEST_FIRST, 3)[0], walk.count_up_to(100)

    as_counted = found()
    CountedLink.objects.all().delete()

    expected = in_order([row for row in Statement.objects.public() if counts_as(row, claim, figure)], OLDEST_FIRST)
    assert as_counted == found() == (expected, Count(len(expected)))
