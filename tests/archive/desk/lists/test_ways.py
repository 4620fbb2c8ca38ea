"""Lists are read by their indexes: a page of a large archive costs what it shows, the last as the first."""

import pytest
from django.test import Client
from django.utils import timezone

from archive.enums import StatementStatus
from archive.models import Attribution, Document, Statement, User
from tests import factories as make
from tests.plans import queries_of

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
DOCUMENTS, IN_EACH = 140, 50
EVERY = {3: StatementStatus.DRAFT, 7: StatementStatus.ACCEPTED, 11: StatementStatus.REJECTED, 13: StatementStatus.WITHDRAWN}
MOST_READ = 3_000  # rows, of the 7,000 that are there: fifty with what happened to each


def statement(document: Document, place: int, by: User) -> Statement:
    """Of a hundred, four of each state that is not public, and the rest public."""
    now, state = timezone.now(), EVERY.get(place % 25, StatementStatus.PUBLIC)
    withdrawn = {"withdrawn_at": now, "withdrawn_class": "retraction", "withdrawn_reason": "x"} if state == "withdrawn" else {}
    one = Statement(
        document=document, status=state, said_on="2023-05-17", version=1, recorded_at=now, published_by=by, accepted_by=by, **withdrawn
    )
    one.take_words(place * 5, place * 5 + 4)
    return one


@pytest.fixture
def archive() -> None:
    by, speaker, text = make.the_chief(), make.make_speaker(), "word " * IN_EACH
    documents = [make.make_document(text) for _ in range(DOCUMENTS)]
    rows = Statement.objects.bulk_create(statement(one, place, by) for one in documents for place in range(IN_EACH))
    Attribution.objects.bulk_create(Attribution(statement=one, speaker=speaker, name=speaker.name) for one in rows)


def too_dear(client: Client, address: str, way: str) -> list[str]:
    """What the list itself asks, and its count; what is told beside its rows is asked of the documents that it shows."""
    asked = [one for one in queries_of(lambda: client.get(address)) if "is_overtaken" in one.sql or "COUNT" in one.sql]
    assert way in next(one.way for one in asked if "is_overtaken" in one.sql)
    return [f"{address}: {one.rows_read} rows: {one.sql}\n{one.way}" for one in asked if one.rows_read > MOST_READ]


def test_page_of_a_list_reads_what_it_shows(client: Client, archive):
    client.force_login(make.make_user("viewer"))

    for state in (*EVERY.values(), "any"):
        for order in ("", "newest"):
            address = f"/desk/statements/?state={state}&order={order}"
            deep = client.get(address).context["pages"]["after"]
            for page in (address, f"/desk/statements/{deep}"):
                assert too_dear(client, page, "" if state == "any" else f"statement_{state}_placed") == []
