"""What is counted of a walk is what choosing it leaves: exactly where all are counted, and at least that where they are too many."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.enums import TallyScope
from archive.models import Statement
from tests.factories import make_claim, make_document, make_outlet, make_public_statement, make_speaker, make_statement
from timeline.filters import StatementFilter
from timeline.lists import found as founds
from timeline.lists import periods
from timeline.lists.facets import facets
from timeline.lists.found import Found
from timeline.lists.paging import Count
from timeline.lists.walks import UNDATED, Walk

pytestmark = pytest.mark.django_db
DATES = ("2019-05-04", "2019-05", "2019", "2018-12-30/2019-01-02", "2019-05-28/2019-06-02", "2021-07-01/2021-07-05", "")
WORDS = ("tolls stay", "bridges stand", "tolls and bridges fall")


@pytest.fixture(scope="module")
def _rows(made_once) -> None:
    """Made once for all the tests, each of which stands in a savepoint of its own."""
    speakers, claims = [make_speaker(name) for name in ("Anna", "Boris", "Clara")], [make_claim("It opens."), make_claim("It stands.")]
    papers = [make_outlet("Gazette"), make_outlet("Telexa")]
    for number in range(24):
        words = f"{WORDS[number % 3].capitalize()} {number}."
        make_public_statement(
            make_document(words, outlet=papers[number % 5 == 0]),
            words,
            said_on=DATES[number % 7],
            speakers=[speakers[number % 3], *([speakers[number % 2]] if number % 4 == 0 and number % 3 != number % 2 else [])],
            claims=claims[: number % 3] if number % 7 != 3 else [],
            kind="indirect" if number % 5 == 1 else "direct",
            force="denied" if number % 7 == 3 else "asserted",
        )
    make_statement(speakers=[speakers[0]])


@pytest.fixture
def archive(_rows, db) -> None:
    """Two dozen public statements that have something of everything in common."""


FILTERS = st.fixed_dictionaries(
    {},
    optional={
        "speaker": st.sampled_from(["anna", "boris", "clara"]),
        "outlet": st.sampled_from(["gazette", "telexa"]),
        "claim": st.sampled_from(["it-opens", "it-stands"]),
        "kind": st.sampled_from(["direct", "indirect"]),
        "force": st.just("denied"),
        "q": st.sampled_from(["toll", "stand", "toll bridge"]),
        "said_from": st.sampled_from(["2018", "2019-05", "2019-05-04"]),
        "said_to": st.sampled_from(["2019-05", "2021"]),
        "dates": st.sampled_from(["inside", "overlap"]),
        "order": st.sampled_from(["said_on", "-said_on"]),
    },
)
BASES = st.sampled_from(
    [Walk(), periods.period_of("2019").statements(), periods.period_of("2019", "05").statements(), Walk().within(UNDATED)]
)


@contextmanager
def counted_to(most: int) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(founds, "MOST_COUNTED", most)
        yield


def left_by(base: Walk, query: str) -> int:
    return StatementFilter(QueryDict(query)).apply(base).count_up_to(1000).number


@pytest.mark.usefixtures("archive")
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(params=FILTERS, base=BASES, most=st.sampled_from([2_000, 4]))
def test_each_choice_leaves_as_many_as_it_tells(params, base, most):
    chosen = StatementFilter(params)
    with counted_to(most):
        found = Found(chosen.apply(base))
        rail = facets(chosen, found)
        total = left_by(base, chosen.query)

        assert found.count == Count(min(total, most), total > most)
        for facet in rail.shown:
            for one in facet.choices:
                left = left_by(base, one.query)
                if one.is_chosen:
                    assert facet.name not in one.query
                    assert one.count == found.count
                else:
                    assert left == one.count.number if not one.count.more else left >= one.count.number > 0, (facet.name, one)
        names = {facet.name for facet in rail.shown for one in facet.choices if one.is_chosen}
        assert names == set(chosen.given) & {"speaker", "outlet", "claim", "kind", "force"}


@pytest.mark.usefixtures("archive")
@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(params=FILTERS)
def test_bars_are_what_the_pages_of_years_and_months_hold(params):
    chosen = StatementFilter(params)
    walk = chosen.apply(Walk())
    years, months = Found(walk).by_year, Found(chosen.apply(periods.period_of("2019").statements())).by_month

    dated = walk.within((0, UNDATED[0] - 1)).count_up_to(1000).number
    assert sum(years.values()) == dated
    for year in ("2018", "2019", "2021"):
        assert years[year] == chosen.apply(periods.period_of(year).statements()).count_up_to(1000).number
    for month in ("01", "05", "06"):
        assert months[f"2019-{month}"] == chosen.apply(periods.period_of("2019", month).statements()).count_up_to(1000).number


@pytest.mark.usefixtures("archive")
def test_of_all_and_of_one_key_the_kept_counts_are_told(django_assert_num_queries):
    speakers = Counter(Statement.objects.public().values_list("attributions__speaker", flat=True))
    anna = min(speakers)

    with django_assert_num_queries(1):
        whole = Found(Walk()).most(TallyScope.SPEAKER, 2)
    with counted_to(4):
        of_anna = Found(Walk().under(TallyScope.SPEAKER, anna))
        outlets, kinds = of_anna.most(TallyScope.OUTLET, 8), of_anna.most(TallyScope.KIND, 8)

    assert whole == [(str(pk), Count(times)) for pk, times in sorted(speakers.items(), key=lambda row: -row[1])[:2]]
    of_each = Counter(Statement.objects.public().filter(attributions__speaker=anna).values_list("document__article__outlet", flat=True))
    assert outlets  # those of the newest
    assert all(of_each[int(key)] == count.number for key, count in outlets)
    assert not any(count.more for _key, count in outlets)
    assert all(count.more for _key, count in kinds)
