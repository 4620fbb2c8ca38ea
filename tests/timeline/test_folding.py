"""An occasion of many rows is told by its first few, and no row is out of reach."""

from datetime import date

import pytest

from archive.models import Statement
from tests.factories import make_document, make_occasion, make_outlet, make_public_statement
from timeline import folding
from timeline.folding import Fold, folded_at
from timeline.lists.occasions import Reported
from timeline.lists.paging import NEWEST_FIRST, OLDEST_FIRST, CursorError, page_between
from timeline.lists.walks import Walk


@pytest.fixture
def archive(db, talks, monkeypatch):
    """Pages of eight."""
    monkeypatch.setattr(folding, "ON_A_PAGE", 8)
    monkeypatch.setattr(folding, "MOST_COVERED", 7)
    return talks


@pytest.fixture(scope="module")
def talks(made_once):
    """A day of two occasions, of 9 and of 2 rows, between one row before it and four behind."""
    talks, fair = make_occasion("Talks", place="Sarne"), make_occasion("Fair")
    telexa, gazette = (make_document(" ".join(f"{outlet} {number}." for number in range(6)), outlet=make_outlet(outlet)) for outlet in "TG")
    make_public_statement(words="Before it", said_on="2023-05-16")
    for number in range(6):
        make_public_statement(telexa, f"T {number}", occasion=talks)
    make_public_statement(words="Fair one", occasion=fair)
    for number in range(3):
        make_public_statement(gazette, f"G {number}", occasion=talks)
    make_public_statement(words="Fair two", occasion=fair)
    for number in range(4):
        make_public_statement(words=f"Behind it {number}", said_on=f"2023-05-2{number}", occasion=talks)
    return talks


def told(row) -> str:
    if isinstance(row, Fold):
        return f"{row.occasion.name}: {', '.join(one.shown['text'] for one in row.entries)} and {row.left}"
    return row.shown["text"]


def walked(order) -> list[list[str]]:
    """The pages from the first to the last, each as it reads; and back again. Each way all places are covered once."""
    pages = [folded_at(Walk(), order)]
    while pages[-1].page.next:
        pages.append(folded_at(Walk(), order, pages[-1].page.next))
    forth = [place for one in pages for place in one.page.rows]
    assert len(forth) == len(set(forth)) == 16
    back, cursor = pages[-1].page.rows, pages[-1].page.previous
    while cursor:
        page = folded_at(Walk(), order, cursor).page
        back, cursor = page.rows + back, page.previous
    assert back == forth
    return [[told(row) for row in one.rows] for one in pages]


def test_pages_are_full_and_cover_every_row_once(archive):
    assert walked(OLDEST_FIRST) == [
        ["Before it", "Talks: T 0, T 1, T 2 and 6", "Fair one", "Fair two", "Behind it 0", "Behind it 1"],
        ["Behind it 2", "Behind it 3"],
    ]
    assert [len(page) for page in walked(NEWEST_FIRST)] == [8, 3]


def test_a_page_back_is_full_as_well(archive, monkeypatch):
    monkeypatch.setattr(folding, "ON_A_PAGE", 7)
    first, oldest = folded_at(Walk(), NEWEST_FIRST), folded_at(Walk(), OLDEST_FIRST)

    cursor = folded_at(Walk(), NEWEST_FIRST, first.page.next).page.previous
    assert [told(row) for row in folded_at(Walk(), NEWEST_FIRST, cursor).rows] == [told(row) for row in first.rows]
    assert oldest.rows[1].reported == Reported(13, 6)


@pytest.mark.parametrize(("shown", "besides"), [(2, 3), (4, 4), (4, 9), (6, 40)])
@pytest.mark.parametrize("order", [OLDEST_FIRST, NEWEST_FIRST])
def test_a_page_covers_what_a_reading_of_all_that_may_be_covered_tells(archive, monkeypatch, order, shown, besides):
    """However much of it was read: a few places more where these suffice."""
    monkeypatch.setattr(folding, "ON_A_PAGE", shown)
    monkeypatch.setattr(folding, "MOST_COVERED", besides)
    every = Walk().read(order, None, 20, back=False)
    kin = {one.pk: one.occasion_id and (one.said_on, one.occasion_id) for one in Statement.objects.all()}

    for at, place in enumerate(every):
        beside = page_between([place], Walk(), order, has_previous=True, has_next=True)
        assert folded_at(Walk(), order, beside.next).page.rows == covered(every[at + 1 :], kin, shown, besides)
        back = covered(every[:at][::-1], kin, shown, besides, back=True)[::-1]
        assert folded_at(Walk(), order, beside.previous).page.rows == back


def covered(places, kin, shown, besides, *, back=False):
    """Of the places in the order of reading: a page of them, and so many besides as those that are folded make room for."""
    if not folded_of(places[:shown], kin, back=back):
        return places[:shown]
    places = places[: shown + besides]
    folded = folded_of(places, kin, back=back)
    seen = [number for number, place in enumerate(places) if place not in folded]
    if len(seen) <= shown:
        return places
    return places[: seen[shown - 1] + 1] if back else places[: seen[shown]]


def folded_of(places, kin, *, back):
    """All but the first three of more than five of an occasion and day, in the order of the list."""
    rows = [place for place in places[:: -1 if back else 1] if kin[place.id]]
    of = {one: [place for place in rows if kin[place.id] == one] for one in {kin[place.id] for place in rows}}
    return {place for together in of.values() if len(together) > 5 for place in together[3:]}


def test_occasions_are_looked_for_where_a_date_has_many_rows(archive, django_assert_num_queries):
    walk = Walk().said_inside(date(2023, 5, 20))

    with django_assert_num_queries(4):  # the places; then entries, documents and names
        assert len(folded_at(walk, OLDEST_FIRST).rows) == 4


def test_a_page_folds_an_occasion_of_the_list_that_it_is_of(client, archive):
    page = client.get("/chronology/2023/05/17/?kind=direct").content.decode()

    assert f'href="/occasions/{archive.public_id}/"><bdi>Talks</bdi></a>, <bdi>Sarne</bdi>' in page
    assert "13 statements in 6 outlets" in page
    assert "and 6 more here" in page
    assert page.count('class="entry"') == 5
    assert f'href="?kind=direct&amp;occasion={archive.public_id}"' in page
    assert client.get(f"/chronology/2023/05/17/?kind=direct&occasion={archive.public_id}").content.decode().count('class="entry"') == 9
    assert client.get("/chronology/?q=T").content.decode().count('class="entry"') == 6
    assert "more here" not in client.get("/new/").content.decode()
    assert client.get("/chronology/?cursor=made-up").status_code == 404
    with pytest.raises(CursorError):
        folded_at(Walk(), OLDEST_FIRST, "made-up")
