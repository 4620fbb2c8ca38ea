"""Pages by key: every row once, in order, forwards and backwards, and no cursor that is not ours."""

import re
from itertools import product

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive.models import Claim, Speaker, Statement
from tests.factories import make_claim_said, make_document, make_public_statement, make_speaker, make_statement
from timeline.lists.paging import BY_NAME, MOST_SAID, NEWEST_FIRST, OLDEST_FIRST, Count, CursorError, Order, count_up_to, page_of

pytestmark = pytest.mark.django_db

DATES = ["", "2021", "2021-05-03", "2021-05-03", "2021-05-03", "", "2020-12~", "2021-05-03", "", "2019/2022"]


@pytest.fixture
def statements() -> list[Statement]:
    document = make_document(" ".join(f"word{number}" for number in range(len(DATES))))
    return [make_public_statement(document, f"word{number}", said_on=date) for number, date in enumerate(DATES)]


def in_order(order: Order) -> list[str]:
    """The same by Python: undated last in both directions."""
    rows = sorted(Statement.objects.public(), key=lambda row: (row.said_sort, row.pk), reverse=order.descending)
    return [row.text for row in sorted(rows, key=lambda row: not row.said_on)]


def test_pages_give_every_row_once_and_lead_back(statements):
    for order, size in product((OLDEST_FIRST, NEWEST_FIRST), (1, 2, 3, 4, 9, 10, 11)):
        expect_every_row_once(order, size)


def expect_every_row_once(order: Order, size: int) -> None:
    pages, cursor = [], ""
    while not pages or cursor:
        page = page_of(Statement.objects.public(), order, cursor=cursor, size=size)
        pages.append(page)
        cursor = page.next

    assert [row.text for page in pages for row in page.rows] == in_order(order)
    assert [len(page.rows) for page in pages[:-1]] == [size] * (len(pages) - 1)
    back = [pages[-1]]
    while back[-1].previous:
        back.append(page_of(Statement.objects.public(), order, cursor=back[-1].previous, size=size))
    assert [row.text for page in reversed(back) for row in page.rows] == in_order(order)
    assert (pages[0].previous, pages[-1].next) == ("", "")


def test_pages_of_names_with_ties():
    speakers = [make_speaker(name, slug=f"s{number}") for number, name in enumerate(["Ö", "b", "A", "a", "Б", "B", "a"])]
    first = page_of(Speaker.objects.all(), BY_NAME, size=4)
    second = page_of(Speaker.objects.all(), BY_NAME, cursor=first.next, size=4)

    expected = sorted(speakers, key=lambda one: (one.name_key, one.pk))
    assert [one.slug for one in first.rows + second.rows] == [one.slug for one in expected]


def test_pages_of_claims_by_what_is_said_most():
    texts = ["The bridge will open.", "The toll will fall.", "The harbour is closed.", "The school is new."]
    for times, text in zip([2, 3, 2, 1], texts, strict=True):
        make_claim_said(times, text)
    rows = Claim.objects.public().filter(tally__isnull=False).select_related("tally")
    found, cursor = [], ""
    while not found or cursor:
        page = page_of(rows, MOST_SAID, cursor=cursor, size=1)
        found += [one.text for one in page.rows]
        cursor = page.next

    assert found == [texts[1], texts[0], texts[2], texts[3]]


def test_page_after_a_row_that_was_taken_away_goes_on_at_its_place(statements):
    page = page_of(Statement.objects.public(), OLDEST_FIRST, size=2)
    Statement.objects.filter(pk=page.rows[-1].pk).update(status="rejected")

    after = page_of(Statement.objects.public(), OLDEST_FIRST, cursor=page.next, size=2)

    assert [row.text for row in page.rows[:1] + after.rows] == in_order(OLDEST_FIRST)[:3]


@pytest.mark.parametrize(
    "cursor",
    ["x", "=", "абв", "\x00", "\ud800", "a" * 100_000, "AAAA" * 10, "MTIzNDU2Nzg5MDEyMzQ1Ng", "-1", "null", "9" * 40, "%00", "é"],
)
def test_a_cursor_that_was_made_up_is_refused(statements, cursor):
    with pytest.raises(CursorError):
        page_of(Statement.objects.public(), OLDEST_FIRST, cursor=cursor)


def test_a_cursor_that_was_changed_or_is_of_another_list_is_refused(statements):
    cursor = page_of(Statement.objects.public(), OLDEST_FIRST, size=2).next

    for changed in [cursor[:-2], "A" + cursor[1:], cursor[:30] + ("A" if cursor[30] != "A" else "B") + cursor[31:]]:
        with pytest.raises(CursorError):
            page_of(Statement.objects.public(), OLDEST_FIRST, cursor=changed)
    for rows, order in [(Statement.objects.public(), NEWEST_FIRST), (Speaker.objects.all(), BY_NAME)]:
        with pytest.raises(CursorError):
            page_of(rows, order, cursor=cursor)


def test_a_cursor_is_always_the_same_for_a_place_and_dies_with_the_key(statements, settings):
    first, again = (page_of(Statement.objects.public(), OLDEST_FIRST, size=2).next for _ in range(2))
    assert first == again

    settings.SECRET_KEY = "another-0123456789-abcdefghijklmnopqrstuvwxyz-0123456789"
    with pytest.raises(CursorError):
        page_of(Statement.objects.public(), OLDEST_FIRST, cursor=first)


@pytest.mark.sqlite
@pytest.mark.parametrize("order", [OLDEST_FIRST, NEWEST_FIRST], ids=["oldest", "newest"])
@pytest.mark.parametrize("back", [False, True])
def test_the_database_searches_the_index_from_the_place_on(order, back):
    rows = Statement.objects.public().filter(order.parts()[0]).filter(order.beyond(202105038, 7, back=back))
    plan = rows.order_by(*(order.reversed() if back else order).fields)[:50].explain()

    assert re.fullmatch(r"\d+ 0 0 SEARCH archive_statement USING INDEX statement_public_said \(said_sort[^\n]*", plan)


def test_count_stops_at_its_limit():
    document = make_document("one two three four")
    for words in document.text.split():
        make_statement(document, words)

    with CaptureQueriesContext(connection) as queries:
        counts = [count_up_to(Statement.objects.all(), most) for most in (5, 4, 3)]

    assert counts == [Count(4), Count(4), Count(3, True)]
    assert [str(one) for one in (Count(1000, True), Count(1234567))] == ["1,000+", "1,234,567"]
    assert all("LIMIT" in one["sql"] for one in queries.captured_queries)
