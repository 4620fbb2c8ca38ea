"""An occasion of many rows is told by its first few, and no row is out of reach."""

import pytest

from tests.factories import make_document, make_occasion, make_outlet, make_public_statement
from timeline import folding
from timeline.folding import Fold, folded_at
from timeline.lists.occasions import Reported
from timeline.lists.paging import NEWEST_FIRST, OLDEST_FIRST, CursorError
from timeline.lists.walks import Walk


@pytest.fixture
def archive(db, monkeypatch):
    """A day of two occasions, of 9 and of 2 rows, between one row before it and four behind; pages of eight."""
    monkeypatch.setattr(folding, "PAGE_SIZE", 8)
    monkeypatch.setattr(folding, "MOST_COVERED", 7)
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
    monkeypatch.setattr(folding, "PAGE_SIZE", 7)
    first, oldest = folded_at(Walk(), NEWEST_FIRST), folded_at(Walk(), OLDEST_FIRST)

    cursor = folded_at(Walk(), NEWEST_FIRST, first.page.next).page.previous
    assert [told(row) for row in folded_at(Walk(), NEWEST_FIRST, cursor).rows] == [told(row) for row in first.rows]
    assert oldest.rows[1].reported == Reported(13, 6)


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
