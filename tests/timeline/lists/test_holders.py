"""Speakers, outlets, claims, documents and occasions of a walk are the same whether it is followed to them or each is asked for itself."""

from datetime import date

import pytest
from django.http import QueryDict

from archive.models import Claim, Document, Occasion, Outlet, Speaker, Statement
from tests.factories import make_claim, make_document, make_occasion, make_outlet, make_public_statement, make_speaker, make_statement
from tests.timeline.lists.places import statements_at
from timeline.filters import StatementFilter
from timeline.lists import holders
from timeline.lists.holders import held
from timeline.lists.paging import OLDEST_FIRST, page_of
from timeline.lists.walks import Walk

pytestmark = pytest.mark.django_db
MODELS = (Speaker, Outlet, Claim, Document, Occasion)
QUERIES = [
    "speaker=anna", "outlet=gazette", "claim=it-opens", "claim=it-opens&counted=sayings", "claim=it-opens&counted=denials",
    "speaker=anna&outlet=gazette", "speaker=anna&claim=it-opens", "outlet=gazette&claim=it-opens&speaker=anna",
    "jointly=boris&speaker=anna",
    "kind=indirect", "force=denied", "kind=indirect&outlet=telexa", "said_from=2019", "said_to=2018",
    "said_from=2019-05&said_to=2019-06&dates=overlap",
    "q=bridge", "q=bridge&speaker=boris", "q=nowhere", 'q="bridge stands"&said_from=2019',
]  # fmt: skip


@pytest.fixture
def archive() -> None:
    anna, boris = make_speaker("Anna"), make_speaker("Boris")
    gazette, telexa = make_outlet("Gazette"), make_outlet("Telexa")
    opens, stands, talks = make_claim("It opens."), make_claim("It stands."), make_occasion("Talks")
    one = make_document("One bridge stands. Two tolls stay.", outlet=gazette)
    two = make_document("Three bridges stand. Four tolls stay. Five fall.", outlet=telexa)
    make_public_statement(one, "One bridge stands.", speakers=[anna], claims=[opens, stands], said_on="2019-05-04", occasion=talks)
    make_public_statement(one, "Two tolls stay.", speakers=[anna, boris], kind="indirect", said_on="2018")
    make_public_statement(two, "Three bridges stand.", speakers=[boris], claims=[stands], said_on="2017/2020", kind="indirect")
    make_public_statement(two, "Four tolls stay.", speakers=["a source"], force="denied", said_on="", occasion=make_occasion("Visit"))
    make_statement(two, "Five fall.", speakers=[anna], kind="indirect", said_on="2019-05-04", occasion=make_occasion("Hidden"))


def named_by(statements: list[Statement], model: type) -> set[int]:
    """The rows of a table that these statements name, one by one."""
    if model is Speaker:
        return {one.speaker_id for row in statements for one in row.attributions.all() if one.speaker_id}
    if model is Claim:
        return {one.claim_id for row in statements for one in row.occurrences.filter(status="public")}
    if model is Outlet:
        return {row.document.outlet.pk for row in statements}
    return {row.document_id if model is Document else row.occasion_id for row in statements} - {None}


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize("few", [holders.FEW, 0], ids=["followed", "asked"])
@pytest.mark.parametrize("query", QUERIES)
def test_rows_that_a_walk_leads_to(query, few, monkeypatch):
    monkeypatch.setattr(holders, "FEW", few)
    walk = StatementFilter(QueryDict(query)).apply(Walk())
    statements = statements_at(page_of(walk, OLDEST_FIRST).rows)

    assert {model: {row.pk for row in held(model.objects.all(), walk)} for model in MODELS} == {
        model: named_by(statements, model) for model in MODELS
    }


def test_a_walk_that_leads_nowhere_leads_to_nobody():
    make_public_statement()

    nowhere = [Walk().none(), Walk().under("speaker", 0), Walk().said_inside(date(2001, 1, 1), date(2001, 1, 2))]
    assert [list(held(model.objects.all(), walk)) for walk in nowhere for model in MODELS] == [[]] * 15
